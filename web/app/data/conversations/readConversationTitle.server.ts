import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';

/** A conversation's title; null if the project has no such conversation. */
export async function readConversationTitle(
  { projectId }: ProjectScope,
  conversationId: string,
): Promise<string | null> {
  const row = await services().database.conversation.findFirst({
    where: { id: conversationId, projectId },
    select: { title: true },
  });
  return row?.title ?? null;
}

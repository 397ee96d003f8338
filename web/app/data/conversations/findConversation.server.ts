import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { services } from '../../services.server.ts';

/** Whether the project has a conversation of this id. */
export async function findConversation({ projectId }: ProjectScope, id: string): Promise<boolean> {
  const row = await services().database.conversation.findFirst({
    where: { id, projectId },
    select: { id: true },
  });
  return row !== null;
}

import { teamConfigSchema } from '../../../../workflows/contracts/team.ts';
import type { TeamConfig } from '../../../../workflows/domain/team.ts';
import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';

/** The team of a conversation; null if the project has no such conversation. */
export async function readConversationTeam(
  { projectId }: ProjectScope,
  conversationId: string,
): Promise<TeamConfig | null> {
  const row = await services().database.conversation.findFirst({
    where: { id: conversationId, projectId },
    select: { teamVersion: { select: { config: true } } },
  });
  return row === null ? null : teamConfigSchema.parse(row.teamVersion.config);
}

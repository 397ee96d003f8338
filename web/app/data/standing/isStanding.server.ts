import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';

/** Whether the project has this conversation, and it is a standing one. */
export async function isStanding({ projectId }: ProjectScope, conversationId: string): Promise<boolean> {
  const where = { id: conversationId, projectId, standing: true };
  return (await services().database.conversation.count({ where })) > 0;
}

import type { Transaction } from '../../../../platform/database.ts';
import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';

/** Whether the project has this conversation, and it is a standing one. */
export async function isStanding(
  { projectId }: ProjectScope,
  conversationId: string,
  database: Pick<Transaction, 'conversation'> = services().database,
): Promise<boolean> {
  const where = { id: conversationId, projectId, standing: true };
  return (await database.conversation.count({ where })) > 0;
}

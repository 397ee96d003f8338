import type { Database, Transaction } from '../../../../platform/database.ts';
import type { Json } from '../../../../workflows/domain/json.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';

export interface Deed {
  userId: string;
  /** conversation.start, conversation.pause, task.answer, team.create, api_token.create, … */
  action: string;
  subjectType: 'conversation' | 'task' | 'team' | 'api_token';
  subjectId: string;
  detail?: { [key: string]: Json };
}

/** Writes down who did what, in the transaction of the deed where there is one. */
export async function recordAudit(
  database: Database | Transaction,
  scope: ProjectScope,
  { detail = {}, ...deed }: Deed,
): Promise<void> {
  await database.auditEvent.create({ data: { projectId: scope.projectId, ...deed, detail } });
}

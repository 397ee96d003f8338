import type { Database, Transaction } from '../../../../platform/database.ts';
import type { Json } from '../../../../workflows/domain/json.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';

export interface AuditedAction {
  userId: string;
  /** conversation.start, conversation.pause, task.answer, team.create, api_token.create, … */
  action: string;
  subjectType:
    | 'build'
    | 'conversation'
    | 'task'
    | 'team'
    | 'memory_entry'
    | 'api_token'
    | 'collection'
    | 'document'
    | 'import'
    | 'calendar'
    | 'notice'
    | 'schedule'
    | 'webhook';
  subjectId: string;
  detail?: { [key: string]: Json };
}

/** Records who did what, in the transaction of the action if there is one. */
export async function recordAudit(
  database: Database | Transaction,
  scope: ProjectScope,
  { detail = {}, ...audited }: AuditedAction,
): Promise<void> {
  await database.auditEvent.create({ data: { projectId: scope.projectId, ...audited, detail } });
}

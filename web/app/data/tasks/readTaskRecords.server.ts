import { z } from 'zod';
import { joinSql, queryRows, sql } from '../../../../platform/sql.ts';
import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { DRAFT_JSON, draftRow, JOIN_DRAFT, TASK_JSON, taskRow } from './taskColumns.server.ts';
import { taskOfRow } from './taskOfRow.ts';
import type { TaskDraft, TaskView } from './taskView.ts';

export interface TaskRecord {
  task: TaskView;
  conversation: { id: string; title: string };
  /** The message under review; null if the task has no draft. */
  draft: TaskDraft | null;
}

export interface ReadTaskRecordsOptions {
  state?: 'open' | 'closed';
  taskId?: string;
  conversationId?: string;
}

const MOST = 100;

const recordRow = z.object({
  task: taskRow,
  conversation: z.object({ id: z.string(), title: z.string() }),
  draft: draftRow,
});

/** The project's matching tasks: open ones by urgency, then those closed most recently. */
export async function readTaskRecords(
  { projectId }: ProjectScope,
  { state, taskId, conversationId }: ReadTaskRecordsOptions,
): Promise<TaskRecord[]> {
  const conditions = [sql`t.project_id = ${projectId}::uuid`];
  if (state === 'open') conditions.push(sql`t.state = 'open'`);
  if (state === 'closed') conditions.push(sql`t.state <> 'open'`);
  if (taskId !== undefined) conditions.push(sql`t.id = ${taskId}::uuid`);
  if (conversationId !== undefined) {
    conditions.push(sql`t.conversation_id = ${conversationId}::uuid`);
  }
  const rows = await queryRows(
    services().database,
    sql`
    SELECT ${TASK_JSON} AS task, json_build_object('id', c.id, 'title', c.title) AS conversation,
           ${DRAFT_JSON} AS draft
    FROM human_task t
    JOIN conversation c ON c.id = t.conversation_id
    LEFT JOIN "user" u ON u.id = t.answered_by
    ${JOIN_DRAFT}
    WHERE ${joinSql(conditions, ' AND ')}
    ORDER BY t.closed_at DESC NULLS FIRST, t.deadline_at ASC NULLS LAST, t.opened_at ASC, t.id
    LIMIT ${MOST}`,
    recordRow,
  );
  return rows.map((row) => ({ ...row, task: taskOfRow(row.task) }));
}

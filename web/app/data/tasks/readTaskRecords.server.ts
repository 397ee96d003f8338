import { Prisma } from '../../../../prisma/generated/client.ts';
import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { DRAFT_JSON, TASK_JSON } from '../conversations/conversationColumns.server.ts';
import type { TaskDraft, TaskView } from '../conversations/view.ts';
import { HAS_DRAFT } from './hasDraft.server.ts';
import { type TaskRow, taskView } from './taskView.ts';

export interface TaskRecord {
  task: TaskView;
  conversation: { id: string; title: string };
  /** What a review is about; null: the task has no draft. */
  draft: TaskDraft | null;
}

export interface ReadTaskRecordsOptions {
  state?: 'open' | 'closed';
  taskId?: string;
  conversationId?: string;
}

const MOST = 100;

/** The project's tasks that fit: open ones the most urgent first, then those that were closed last. */
export async function readTaskRecords(
  { projectId }: ProjectScope,
  { state, taskId, conversationId }: ReadTaskRecordsOptions,
): Promise<TaskRecord[]> {
  const conditions = [Prisma.sql`t.project_id = ${projectId}::uuid`];
  if (state === 'open') conditions.push(Prisma.sql`t.state = 'open'`);
  if (state === 'closed') conditions.push(Prisma.sql`t.state <> 'open'`);
  if (taskId !== undefined) conditions.push(Prisma.sql`t.id = ${taskId}::uuid`);
  if (conversationId !== undefined) {
    conditions.push(Prisma.sql`t.conversation_id = ${conversationId}::uuid`);
  }
  const rows = await services().database.$queryRaw<(Omit<TaskRecord, 'task'> & { task: TaskRow })[]>(
    Prisma.sql`
    SELECT ${TASK_JSON} AS task, json_build_object('id', c.id, 'title', c.title) AS conversation,
           ${DRAFT_JSON} AS draft
    FROM human_task t
    JOIN conversation c ON c.id = t.conversation_id
    LEFT JOIN "user" u ON u.id = t.answered_by
    LEFT JOIN message m ON ${HAS_DRAFT} AND m.conversation_id = t.conversation_id AND m.seq = t.seq
      AND m.superseded_at IS NULL
    WHERE ${Prisma.join(conditions, ' AND ')}
    ORDER BY t.closed_at DESC NULLS FIRST, t.deadline_at ASC NULLS LAST, t.opened_at ASC, t.id
    LIMIT ${MOST}`,
  );
  return rows.map((row) => ({ ...row, task: taskView(row.task) }));
}

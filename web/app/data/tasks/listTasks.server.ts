import { z } from 'zod';
import { queryRows, sql, type Statement } from '../../../../platform/sql.ts';
import { askingKinds } from '../../../../workflows/domain/tasks/registry.ts';
import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { DRAFT_JSON, draftRow, JOIN_DRAFT, TASK_JSON, taskRow } from './taskColumns.server.ts';
import { taskOfRow } from './taskOfRow.ts';
import type { TaskDraft, TaskView } from './taskView.ts';

export interface InboxTask {
  task: TaskView;
  conversation: { id: string; title: string; team: string };
  /** The message under review; null if the task has no draft. */
  draft: TaskDraft | null;
}

const MOST = 100;

const inboxRow = z.object({
  task: taskRow,
  conversation: z.object({ id: z.string(), title: z.string(), team: z.string() }),
  draft: draftRow,
});

/** The project's open tasks, most urgent first, or those closed most recently; without waits, which ask nobody. */
export async function listTasks(scope: ProjectScope, which: 'open' | 'closed'): Promise<InboxTask[]> {
  return which === 'open'
    ? readTasks(scope, sql`${ASKS} AND t.state = 'open'`, sql`t.deadline_at ASC NULLS LAST, t.opened_at ASC`)
    : readTasks(scope, sql`${ASKS} AND t.state <> 'open'`, sql`t.closed_at DESC NULLS LAST, t.id DESC`);
}

const ASKS = sql`t.kind = ANY(${askingKinds})`;

/** One of the project's tasks, open or closed; null if it has none of this id. */
export async function readTask(scope: ProjectScope, taskId: string): Promise<InboxTask | null> {
  const [task = null] = await readTasks(scope, sql`t.id = ${taskId}::uuid`, sql`t.id`);
  return task;
}

async function readTasks(scope: ProjectScope, which: Statement, order: Statement): Promise<InboxTask[]> {
  const rows = await queryRows(
    services().database,
    sql`
    SELECT ${TASK_JSON} AS task, json_build_object('id', c.id, 'title', c.title, 'team', team.name) AS conversation,
           ${DRAFT_JSON} AS draft
    FROM human_task t
    JOIN conversation c ON c.id = t.conversation_id
    JOIN team_version v ON v.id = c.team_version_id
    JOIN team ON team.id = v.team_id
    LEFT JOIN "user" u ON u.id = t.answered_by
    ${JOIN_DRAFT}
    WHERE t.project_id = ${scope.projectId}::uuid AND ${which}
    ORDER BY ${order}
    LIMIT ${MOST}`,
    inboxRow,
  );
  return rows.map((row) => ({ ...row, task: taskOfRow(row.task) }));
}

import { Prisma } from '../../../../prisma/generated/client.ts';
import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { DRAFT_JSON, TASK_JSON } from '../conversations/conversationColumns.server.ts';
import type { TaskDraft, TaskView } from '../conversations/view.ts';
import { HAS_DRAFT } from './hasDraft.server.ts';
import { type TaskRow, taskView } from './taskView.ts';

export interface InboxTask {
  task: TaskView;
  conversation: { id: string; title: string; team: string };
  /** What a review is about; null: the task has no draft. */
  draft: TaskDraft | null;
}

const MOST = 100;

type Row = Omit<InboxTask, 'task'> & { task: TaskRow };

/** The project's open tasks, the most urgent first; or those that were closed last. */
export async function listTasks(scope: ProjectScope, which: 'open' | 'closed'): Promise<InboxTask[]> {
  const rows = await services().database.$queryRaw<Row[]>(Prisma.sql`
    SELECT ${TASK_JSON} AS task, json_build_object('id', c.id, 'title', c.title, 'team', team.name) AS conversation,
           ${DRAFT_JSON} AS draft
    FROM human_task t
    JOIN conversation c ON c.id = t.conversation_id
    JOIN team_version v ON v.id = c.team_version_id
    JOIN team ON team.id = v.team_id
    LEFT JOIN "user" u ON u.id = t.answered_by
    LEFT JOIN message m ON ${HAS_DRAFT} AND m.conversation_id = t.conversation_id AND m.seq = t.seq
      AND m.superseded_at IS NULL
    WHERE t.project_id = ${scope.projectId}::uuid AND ${which === 'open' ? Prisma.sql`t.state = 'open'` : Prisma.sql`t.state <> 'open'`}
    ORDER BY ${which === 'open' ? Prisma.sql`t.deadline_at ASC NULLS LAST, t.opened_at ASC` : Prisma.sql`t.closed_at DESC NULLS LAST, t.id DESC`}
    LIMIT ${MOST}`);
  return rows.map((row) => ({ ...row, task: taskView(row.task) }));
}

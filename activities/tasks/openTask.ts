import type { Database } from '../../platform/database.ts';
import { executeIn } from '../../platform/sql.ts';
import type { OpenedTask, OpenTaskInput } from '../../workflows/contracts/activityTypes.ts';
import { configAt } from '../../workflows/domain/configAt.ts';
import { type Asked, askedFrom, clockOf } from '../../workflows/domain/tasks/asking.ts';
import { askingKinds, kindOf } from '../../workflows/domain/tasks/registry.ts';
import { currentExecution } from '../execution/execution.ts';
import { type TaskNews, writeTaskNotices } from '../people/noticeRows.ts';
import { reopenRun } from '../transcript/reopenRun.ts';
import type { ReadTeamVersion } from '../transcript/teamVersions.ts';
import { readCalendar } from './readCalendar.ts';
import { workOf } from './registry.ts';
import { openTaskRow } from './taskRows.ts';

/** See ConversationActivities.openTask. */
export function createOpenTask(clients: { database: Database; readTeamVersion: ReadTeamVersion }) {
  return async (input: OpenTaskInput): Promise<OpenedTask | null> => {
    const { projectId, conversationId, task } = input;
    const { runId } = currentExecution();
    const scope = task.scope ?? '';
    const team = configAt(await clients.readTeamVersion(projectId, input.teamVersionId), scope);
    const opening = { ...input, team, runId };
    const work = workOf(task.kind);
    const now = new Date();
    const asks = work.asking?.(opening) ?? null;
    const name = asks?.asking.calendar;
    const calendar = name === undefined ? null : await readCalendar(clients.database, { projectId, name });
    const clock = clockOf(name, calendar);
    const asked = asks === null ? null : askedFrom(asks.asking, now.getTime(), clock);
    const detail = await work.detail(clients.database, opening);
    return clients.database.$transaction(async (transaction) => {
      // A conversation that had ended asks again where an operator has reset its workflow.
      await executeIn(transaction, reopenRun({ projectId, conversationId }, kindOf(task).whileOpen));
      const { revision } = await transaction.conversation.findUniqueOrThrow({
        where: { id: conversationId, projectId },
        select: { revision: true },
      });
      const { outcome, deadlineAt } = await openTaskRow(transaction, {
        projectId,
        conversationId,
        task,
        detail: {
          ...detail,
          ...(scope === '' ? {} : { scope }),
          ...(asked === null ? {} : { asked }),
        },
        deadlineAtMs:
          asks === null || calendar === null
            ? task.deadlineAtMs
            : clock.after(now.getTime(), asks.deadlineSeconds),
        runId,
        revision,
      });
      if (outcome !== 'stands') await work.opened?.(transaction, { ...opening, revision });
      if (askingKinds.includes(task.kind)) {
        const news: TaskNews[] = [
          { kind: 'task_opened', ordinal: 0, dueAt: null, people: namedIn(asked?.assignees ?? []) },
          // A task that goes on in another run keeps the moments that it has.
          ...(outcome === 'new' && asked !== null ? laterNews(asked) : []),
        ];
        await writeTaskNotices(transaction, { projectId, taskId: task.id }, news, now);
      }
      return name === undefined || deadlineAt === null ? null : { deadlineAtMs: deadlineAt.getTime() };
    });
  };
}

/** The reminders and the escalation of a task, which wait for their time. */
function laterNews({ assignees, reminders, escalation }: Asked): TaskNews[] {
  const people = namedIn(assignees);
  const later = reminders.map((at, ordinal): TaskNews => ({
    kind: 'task_reminder',
    ordinal,
    dueAt: new Date(at),
    people,
  }));
  if (escalation === null) return later;
  const { at, to } = escalation;
  return [...later, { kind: 'task_escalated', ordinal: 0, dueAt: new Date(at), people: to }];
}

/** Null: all members. */
function namedIn(assignees: string[]): string[] | null {
  return assignees.length === 0 ? null : assignees;
}

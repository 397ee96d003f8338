import { z } from 'zod';
import type { ApiTask } from '../../../workflows/contracts/api/tasks.ts';
import { taskFields } from '../../../workflows/contracts/tasks/registry.ts';
import { assertNever } from '../../../workflows/domain/json.ts';
import { offeredDecisions, type PersonDecision } from '../../../workflows/domain/tasks/registry.ts';
import { votesFor } from '../../../workflows/domain/tasks/votes.ts';
import { submissionIdOf } from '../../app/data/submissions/submissionIdOf.server.ts';
import { type AnswerResult, answerTask } from '../../app/data/tasks/answerTask.server.ts';
import { readTaskRecords, type TaskRecord } from '../../app/data/tasks/readTaskRecords.server.ts';
import type { TaskView } from '../../app/data/tasks/taskView.ts';
import type { OperationHandlers } from '../operation.ts';
import { notFound, Problem } from '../problem.ts';
import { delivered } from './delivered.ts';
import { truncatedOf } from './views.ts';

/** The operations on human tasks. */
export const taskOperations: Pick<OperationHandlers, 'listTasks' | 'readTask' | 'answerTask'> = {
  listTasks: async ({ holder, query: { state, conversationId } }) => {
    const tasks = await readTaskRecords(holder.scope, {
      state,
      ...(conversationId === undefined ? {} : { conversationId }),
    });
    return { body: { tasks: tasks.map(recordView) } };
  },

  readTask: async ({ holder, params: { taskId } }) => {
    const [task] = await readTaskRecords(holder.scope, { taskId });
    if (task === undefined) throw notFound('task');
    return { body: recordView(task) };
  },

  answerTask: async ({ holder: { scope, userId }, params: { taskId }, body }) => {
    const { decision, text, idempotencyKey } = body;
    const result = await answerTask(scope, userId, {
      taskId,
      decision,
      submissionId: submissionIdOf(userId, taskId, idempotencyKey),
      text: text ?? null,
    });
    if (result === null) throw notFound('task');
    return answered(result, decision);
  },
};

function answered(result: AnswerResult, decision: PersonDecision) {
  switch (result.outcome) {
    case 'closed':
      throw new Problem({
        kind: 'task_closed',
        status: 409,
        title: 'The task is no longer open',
        detail: `It is ${result.task.state}${result.task.decision === null ? '' : ` (${result.task.decision})`}; this answer was not used.`,
      });
    case 'not_allowed':
      throw new Problem({
        kind: 'decision_not_allowed',
        status: 422,
        title: 'The task does not accept this decision',
        detail: 'GET /tasks/{id} lists the `decisions` that it accepts.',
      });
    case 'no_vote':
      throw new Problem({
        kind: 'decision_not_allowed',
        status: 422,
        title: `${String(result.needed)} people have to agree on the task`,
        detail: 'It can only be approved or rejected as it is: see its `decisions`.',
      });
    case 'recorded':
      return { body: { outcome: result.outcome, votes: result.votes } };
    case 'not_asked':
      throw new Problem({
        kind: 'not_asked',
        status: 403,
        title: 'The task asks others',
        detail: `${result.people.join(', ')} or an owner of the project can answer it; this answer was not used.`,
      });
    case 'missing':
      throw new Problem({
        kind: 'invalid_request',
        status: 422,
        title: `The decision ${decision} needs a text`,
        detail: `${result.message} Send it as \`text\`.`,
      });
    case 'malformed':
      throw new Problem({
        kind: 'invalid_request',
        status: 422,
        title: 'The text does not fit the task',
        detail: result.message,
      });
    case 'done':
    case 'handed_in':
    case 'over':
    case 'not_started':
    case 'unreachable':
    case 'differs':
      return delivered(result);
    default:
      return assertNever(result);
  }
}

/** What a task asks, without the parts that only pages need. */
const askedSchema = z.object(taskFields);

/** A task as the API shows it. */
export function apiTask(task: TaskView, conversation: { id: string; title: string }): ApiTask {
  const { kind } = task;
  return {
    id: task.id,
    conversationId: conversation.id,
    conversationTitle: conversation.title,
    kind,
    state: task.state,
    scope: task.scope,
    speaker: task.speaker,
    turn: task.turn,
    seq: task.seq,
    ...askedSchema.parse(task),
    asked: task.asked,
    votes: votesOf(task),
    decisions: offeredDecisions(kind, {
      failedTools: task.failedTools ?? [],
      quorum: task.asked?.quorum ?? null,
    }),
    deadlineAt: task.deadlineAt,
    onDeadline: task.onDeadline,
    decision: task.decision,
    openedAt: task.openedAt,
    closedAt: task.closedAt,
    ...truncatedOf(task),
  };
}

function votesOf(task: TaskView): ApiTask['votes'] {
  const needed = task.asked?.quorum ?? null;
  if (needed === null) return null;
  return {
    needed,
    approved: votesFor(task),
    cast: task.votes.map(({ name, decision, at }) => ({ name, decision, at: new Date(at).toISOString() })),
  };
}

function recordView({ task, conversation, draft }: TaskRecord): ApiTask {
  const draftBytes = draft?.wholeBytes ?? null;
  const cuts = { ...task.cuts, ...(draftBytes === null ? {} : { draft: draftBytes }) };
  return {
    ...apiTask(task, conversation),
    draft: draft?.text ?? null,
    ...truncatedOf({ cuts }),
  };
}

import type { ApiTask } from '../../../workflows/contracts/api/tasks.ts';
import { assertNever } from '../../../workflows/domain/json.ts';
import { offeredDecisions } from '../../../workflows/domain/task.ts';
import { answerTask, type AnswerResult } from '../../app/data/tasks/answerTask.server.ts';
import { readTaskRecords, type TaskRecord } from '../../app/data/tasks/readTaskRecords.server.ts';
import { submissionIdOf } from '../../app/data/submissions/submissionIdOf.server.ts';
import type { TaskView } from '../../app/data/conversations/view.ts';
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
    if (lacksText(decision, text)) {
      throw new Problem({
        kind: 'invalid_request',
        status: 422,
        title: `The decision ${decision} needs a text`,
        detail: 'Send it as `text`.',
      });
    }
    const result = await answerTask(scope, userId, {
      taskId,
      decision,
      submissionId: submissionIdOf(userId, taskId, idempotencyKey),
      text: text ?? '',
    });
    if (result === null) throw notFound('task');
    return answered(result);
  },
};

/** Nothing can be edited into nothing; an empty reply has to be sent as such. */
function lacksText(decision: string, text: string | undefined): boolean {
  if (decision === 'reply') return text === undefined;
  return decision === 'edit' && (text ?? '').trim() === '';
}

function answered(result: AnswerResult) {
  switch (result.outcome) {
    case 'closed':
      throw new Problem({
        kind: 'task_closed',
        status: 409,
        title: 'The task is no longer open',
        detail: `It is ${result.task.state}${result.task.decision === null ? '' : ` (${result.task.decision})`}: this answer was not used.`,
      });
    case 'not_allowed':
      throw new Problem({
        kind: 'decision_not_allowed',
        status: 422,
        title: 'That cannot be decided here',
        detail: 'GET /tasks/{id} lists the `decisions` that the task takes.',
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

/** A task as the API shows it. */
export function taskView(task: TaskView, conversation: { id: string; title: string }): ApiTask {
  const { call, kind } = task;
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
    prompt: task.prompt,
    failure: task.failure,
    call: call === null ? null : { tool: call.tool, arguments: call.arguments, reason: call.reason },
    decisions: offeredDecisions(kind, task.failedTools ?? []),
    deadlineAt: task.deadlineAt,
    onDeadline: task.onDeadline,
    decision: task.decision,
    openedAt: task.openedAt,
    closedAt: task.closedAt,
    ...truncatedOf(task),
  };
}

function recordView({ task, conversation, draft }: TaskRecord): ApiTask {
  const draftBytes = draft?.wholeBytes ?? null;
  const cuts = { ...task.cuts, ...(draftBytes === null ? {} : { draft: draftBytes }) };
  return {
    ...taskView(task, conversation),
    draft: draft?.text ?? null,
    ...truncatedOf({ cuts }),
  };
}

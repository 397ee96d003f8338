import {
  answerText,
  type AnswerTextResult,
  missingFromAny,
} from '../../../../workflows/contracts/tasks/answerText.ts';
import { oneOf, type TaskState, taskStates } from '../../../../workflows/domain/recordStates.ts';
import {
  allowsDecision,
  allTaskKinds,
  type PersonDecision,
  type TaskKind,
} from '../../../../workflows/domain/tasks/registry.ts';
import { answerTaskUpdate } from '../../../../workflows/messages.ts';
import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { deliverUpdate } from '../runs/deliverUpdate.server.ts';
import type { Delivery } from '../runs/delivery.ts';
import { recordSubmission } from '../submissions/recordSubmission.server.ts';

/** What a person decides. */
export interface Answer {
  taskId: string;
  decision: PersonDecision;
  submissionId: string;
  /** The reply, the edited message or arguments, or the feedback; null: none was given. */
  text: string | null;
}

/** How a task was closed before an answer came. */
export interface ClosedTask {
  kind: TaskKind;
  state: TaskState;
  answeredBy: string | null;
  decision: string | null;
  closedAt: string | null;
}

export type AnswerResult = Exclude<Delivery, { outcome: 'refused' }> | AnswerRefusal;

type AnswerRefusal =
  | { outcome: 'closed'; task: ClosedTask }
  | { outcome: 'not_allowed' }
  | { outcome: 'differs' }
  | Exclude<AnswerTextResult, { outcome: 'text' }>;

/** Answers an open task; null: the project has no such task. */
export async function answerTask(
  scope: ProjectScope,
  userId: string,
  { taskId, decision, submissionId, text }: Answer,
): Promise<AnswerResult | null> {
  const { temporal } = services();
  const missing = missingFromAny(decision, text);
  if (missing !== null) return { outcome: 'missing', message: missing };
  const task = await findTask(scope, taskId);
  if (task === null) return null;
  const isRepeated = task.submissionId === submissionId;
  if (!isRepeated && task.state !== 'open') return { outcome: 'closed', task };
  if (!allowsDecision(task.kind, decision)) return { outcome: 'not_allowed' };
  const answer = answerText(task.kind, decision, text);
  if (answer.outcome !== 'text') return answer;
  const { conversationId } = task;
  const recorded = await recordSubmission(scope, {
    id: submissionId,
    conversationId,
    text: answer.text,
    decision,
    deed: {
      userId,
      action: 'task.answer',
      subjectType: 'task',
      subjectId: taskId,
      detail: { decision, submissionId },
    },
  });
  if (recorded === 'differs') return { outcome: 'differs' };
  if (isRepeated) return { outcome: 'done' };
  const delivery = await deliverUpdate(temporal, {
    ref: { conversationId, run: task.run },
    update: answerTaskUpdate,
    args: [{ taskId, decision, submissionId, userId }],
    updateId: submissionId,
  });
  if (delivery.outcome !== 'refused') return delivery;
  if (delivery.failure === 'conversation_over') return { outcome: 'over' };
  if (delivery.failure !== 'task_not_open') return { outcome: 'not_allowed' };
  return { outcome: 'closed', task: (await findTask(scope, taskId)) ?? task };
}

async function findTask(scope: ProjectScope, taskId: string) {
  const { database } = services();
  const task = await database.humanTask.findFirst({
    where: { id: taskId, projectId: scope.projectId },
    include: { conversation: { select: { run: true } } },
  });
  if (task === null) return null;
  const user =
    task.answeredBy === null
      ? null
      : await database.user.findUnique({ where: { id: task.answeredBy }, select: { name: true } });
  const { decision, submissionId, conversationId, closedAt } = task;
  return {
    kind: oneOf(allTaskKinds, task.kind),
    state: oneOf(taskStates, task.state),
    decision,
    submissionId,
    conversationId,
    run: task.conversation.run,
    answeredBy: user?.name ?? null,
    closedAt: closedAt?.toISOString() ?? null,
  };
}

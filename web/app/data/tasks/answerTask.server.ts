import {
  answerText,
  type AnswerTextResult,
  missingFromAny,
} from '../../../../workflows/contracts/tasks/answerText.ts';
import { readAskedPeople } from '../../../../workflows/contracts/tasks/asking.ts';
import { oneOf, type TaskState, taskStates } from '../../../../workflows/domain/recordStates.ts';
import { type Asked, isAmong, mayAnswer } from '../../../../workflows/domain/tasks/asking.ts';
import {
  allowsDecision,
  allTaskKinds,
  type PersonDecision,
  type TaskKind,
  voteOf,
} from '../../../../workflows/domain/tasks/registry.ts';
import { votesFor } from '../../../../workflows/domain/tasks/votes.ts';
import { answerTaskUpdate } from '../../../../workflows/messages.ts';
import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { deliverUpdate } from '../runs/deliverUpdate.server.ts';
import type { Delivery } from '../runs/delivery.ts';
import { recordSubmission } from '../submissions/recordSubmission.server.ts';

/** A person's decision. */
export interface Answer {
  taskId: string;
  decision: PersonDecision;
  submissionId: string;
  /** The reply, the edited message or arguments, or the feedback; null if there is none. */
  text: string | null;
}

/** How a task was closed before an answer arrived. */
export interface ClosedTask {
  kind: TaskKind;
  state: TaskState;
  answeredBy: string | null;
  decision: string | null;
  closedAt: string | null;
}

export type AnswerResult = Exclude<Delivery, { outcome: 'refused' }> | RecordedVote | AnswerRefusal;

/** The decision stands with the task, which waits for others to agree. */
export interface RecordedVote {
  outcome: 'recorded';
  votes: VoteCount;
}

/** How many have approved, of how many that have to. */
export interface VoteCount {
  approved: number;
  needed: number;
}

type AnswerRefusal =
  | { outcome: 'closed'; task: ClosedTask }
  | { outcome: 'not_allowed' }
  /** So many have to agree, and can only approve or reject. */
  | { outcome: 'no_vote'; needed: number }
  /** Others are asked; `people` are those who may answer besides owners, by their e-mail addresses. */
  | { outcome: 'not_asked'; people: string[] }
  | { outcome: 'differs' }
  | Exclude<AnswerTextResult, { outcome: 'text' }>;

/** Answers an open task; null if the project has no such task. */
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
  const isRepeated =
    task.submissionId === submissionId || task.votes.some((vote) => vote.submissionId === submissionId);
  if (!isRepeated && task.state !== 'open') return { outcome: 'closed', task };
  if (!allowsDecision(task.kind, decision)) return { outcome: 'not_allowed' };
  const quorum = task.asked?.quorum ?? null;
  if (quorum !== null && voteOf(task.kind, decision) === null) return { outcome: 'no_vote', needed: quorum };
  const others = isRepeated ? null : await othersAsked(scope, userId, task.asked);
  if (others !== null) return { outcome: 'not_asked', people: others };
  const answer = answerText(task.kind, decision, text);
  if (answer.outcome !== 'text') return answer;
  const { conversationId } = task;
  const recorded = await recordSubmission(scope, {
    id: submissionId,
    conversationId,
    text: answer.text,
    decision,
    audited: {
      userId,
      action: 'task.answer',
      subjectType: 'task',
      subjectId: taskId,
      detail: { decision, submissionId },
    },
  });
  if (recorded === 'differs') return { outcome: 'differs' };
  if (isRepeated) return doneOrRecorded(task);
  const delivery = await deliverUpdate(temporal, {
    ref: { conversationId, run: task.run },
    update: answerTaskUpdate,
    args: [{ taskId, decision, submissionId, userId }],
    updateId: submissionId,
  });
  if (delivery.outcome === 'done') return doneOrRecorded((await findTask(scope, taskId)) ?? task);
  if (delivery.outcome !== 'refused') return delivery;
  if (delivery.failure === 'conversation_over') return { outcome: 'over' };
  if (delivery.failure !== 'task_not_open') return { outcome: 'not_allowed' };
  return { outcome: 'closed', task: (await findTask(scope, taskId)) ?? task };
}

/** What became of an answer that the conversation has taken in. */
function doneOrRecorded(task: FoundTask): Extract<AnswerResult, { outcome: 'done' | 'recorded' }> {
  const needed = task.asked?.quorum ?? null;
  if (needed === null || task.state !== 'open') return { outcome: 'done' };
  return { outcome: 'recorded', votes: { approved: votesFor(task), needed } };
}

/** Those who are asked instead of this person; null: the person may answer. An owner always may, so that no task waits in vain. */
async function othersAsked(
  scope: ProjectScope,
  userId: string,
  asked: Asked | null,
): Promise<string[] | null> {
  const people = asked === null ? null : mayAnswer(asked, Date.now());
  if (people === null) return null;
  const member = await services().database.membership.findFirst({
    where: { projectId: scope.projectId, userId },
    select: { role: true, user: { select: { email: true } } },
  });
  const isAsked = member !== null && (member.role === 'owner' || isAmong(member.user.email, people));
  return isAsked ? null : people;
}

type FoundTask = NonNullable<Awaited<ReturnType<typeof findTask>>>;

async function findTask(scope: ProjectScope, taskId: string) {
  const { database } = services();
  const task = await database.humanTask.findFirst({
    where: { id: taskId, projectId: scope.projectId },
    include: {
      conversation: { select: { run: true } },
      votes: {
        where: { projectId: scope.projectId },
        select: { submissionId: true, decision: true },
      },
    },
  });
  if (task === null) return null;
  const user =
    task.answeredBy === null
      ? null
      : await database.user.findUnique({ where: { id: task.answeredBy }, select: { name: true } });
  const { decision, submissionId, conversationId, closedAt, votes } = task;
  return {
    votes,
    kind: oneOf(allTaskKinds, task.kind),
    state: oneOf(taskStates, task.state),
    decision,
    submissionId,
    asked: readAskedPeople(task.detail),
    conversationId,
    run: task.conversation.run,
    answeredBy: user?.name ?? null,
    closedAt: closedAt?.toISOString() ?? null,
  };
}

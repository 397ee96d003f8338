import { assertNever } from '../json.ts';
import type { MessageFacts } from '../message.ts';
import { messagesOfManager } from '../patterns/askPattern.ts';
import type { TeamPlan } from '../plan.ts';
import type { TaskEffect } from '../tasks/kind.ts';
import { type HumanTask, kindOf, type PersonDecision } from '../tasks/registry.ts';
import { isDecided, withVote } from '../tasks/votes.ts';
import { managed } from './beginTurn.ts';
import type { ConversationEvent } from './event.ts';
import { openTasks, type PlacedTask, placedTasks } from './openTasks.ts';
import { planAt } from './scope.ts';
import type { ActiveSpeaker, ConversationState, RetriedStep, SpeakerStep } from './state.ts';
import { speakerAt, withSpeaker } from './teams.ts';
import { allowed, approvalKey, callAt, withCall } from './toolRound.ts';

/** Changes a task that waits for a person; one that has been decided stays as it is. */
export function withOpenTask(
  plan: TeamPlan,
  state: ConversationState,
  taskId: string,
  change: (task: HumanTask) => HumanTask,
): ConversationState {
  const placed = placedTasks(state).find(({ task, resolution }) => task.id === taskId && resolution === null);
  if (placed === undefined) return state;
  const task = change(placed.task);
  if (placed.index !== null) {
    return withCall(plan, state, placed, ({ progress }) =>
      progress.kind === 'task' ? { ...progress, task } : progress,
    );
  }
  return withSpeaker(state, placed.scope, placed.speaker, (active) =>
    active.step.kind === 'task' ? { ...active, step: { ...active.step, task } } : active,
  );
}

/** A vote is taken; the one that decides is carried out as the decision of the person who gave it. */
export function takeVote(
  plan: TeamPlan,
  state: ConversationState,
  { taskId, vote }: Extract<ConversationEvent, { kind: 'voted' }>,
): ConversationState {
  const after = withOpenTask(plan, state, taskId, (task) => withVote(task, vote));
  const task = openTasks(after).find(({ id }) => id === taskId);
  if (task === undefined) throw new Error(`Task ${taskId} is not open`);
  if (!isDecided(task)) return after;
  const { decision, submissionId, userId } = vote;
  // What a task of this kind allows, the update's validator has made sure of.
  const resolution = { by: 'person', decision: decision as PersonDecision, submissionId, userId } as const;
  return resolveTask(plan, after, { kind: 'task_resolved', taskId, resolution });
}

/** A decision is taken; from here on it is carried out. */
export function resolveTask(
  plan: TeamPlan,
  state: ConversationState,
  { taskId, resolution }: Extract<ConversationEvent, { kind: 'task_resolved' }>,
): ConversationState {
  const placed = placedTasks(state).find(
    ({ task, resolution: taken }) => task.id === taskId && taken === null,
  );
  if (placed === undefined) throw new Error(`Task ${taskId} is not open`);
  const { scope, speaker, task } = placed;
  if (placed.index !== null) {
    return withCall(plan, state, placed, ({ progress }) => {
      const repeat = progress.kind === 'task' && progress.repeat;
      return { kind: 'settle', task, resolution, repeat };
    });
  }
  return withSpeaker(state, scope, speaker, (active) => {
    const failed = failedOf(active.step);
    const step = { kind: 'settle', task, resolution } as const;
    return { ...active, step: failed === undefined ? step : { ...step, failed } };
  });
}

/** A decision has been carried out in the transcript. */
export function settleTask(
  plan: TeamPlan,
  state: ConversationState,
  { taskId, message }: Extract<ConversationEvent, { kind: 'task_settled' }>,
): ConversationState {
  const placed = placedTasks(state).find(({ task, resolution }) => task.id === taskId && resolution !== null);
  if (placed?.resolution == null) throw new Error(`Task ${taskId} is not being settled`);
  const effect = kindOf(placed.task).effect(placed.task, placed.resolution);
  if (placed.index !== null) return settleCall(plan, state, placed, placed.index, effect);
  const after = settleTurn(plan, state, placed, effect, message);
  const failed = failedOf(speakerAt(state, placed.scope, placed.speaker).step);
  if (failed?.kind !== 'manage' || effect.then !== 'pass') return after;
  // A manager has no turn that could pass: its pattern falls back on what it can do without an answer.
  const { scope, speaker } = placed;
  return managed(plan, after, { kind: 'managed', scope, speaker, messages: [], result: { kind: 'skipped' } });
}

function settleCall(
  plan: TeamPlan,
  state: ConversationState,
  { scope, speaker, task }: PlacedTask,
  index: number,
  effect: TaskEffect,
): ConversationState {
  const allRun = effect.then === 'make_call' && effect.allRun;
  const { tool } = callAt(state, { scope, speaker }, index);
  const approvedTools = allRun
    ? [...new Set([...state.approvedTools, approvalKey(speaker, tool)])]
    : state.approvedTools;
  return withCall(plan, { ...state, approvedTools }, { scope, speaker, index }, (call) => {
    if (effect.then !== 'make_call') return { kind: 'done' };
    const mayRepeat = call.idempotent || (call.progress.kind === 'settle' && call.progress.repeat);
    return allowed(planAt(plan, scope), { scope, speaker }, { ...call, seq: task.seq }, mayRepeat);
  });
}

/** A rejected draft is rewritten as a separate message, so that both are in the transcript. */
function settleTurn(
  plan: TeamPlan,
  state: ConversationState,
  { scope, speaker, task }: PlacedTask,
  effect: TaskEffect,
  message: MessageFacts | null,
): ConversationState {
  const active = speakerAt(state, scope, speaker);
  const step = stepAfter(active.step, effect);
  const rewritten = effect.then === 'rewrite';
  // A manager without a message has no number: a post may have taken the one that it had.
  const { pattern, emitTeamEvents } = planAt(plan, scope);
  const isPlaceless =
    step.kind === 'manage' && messagesOfManager(pattern, step.work.kind, emitTeamEvents) === 0;
  const after = withSpeaker(state, scope, speaker, (each) => ({
    ...each,
    messages: [...withoutHeldBack(each, task), ...(message === null ? [] : [message])],
    seq: rewritten || isPlaceless ? state.nextSeq : each.seq,
    // The author that writes again reads what was posted in the meantime.
    readBefore: step.kind === 'reply' || step.kind === 'manage' ? state.nextSeq : each.readBefore,
    step,
    ...leftOutBy(effect, each),
  }));
  const stop = effect.then === 'end_turn' ? (effect.stop ?? null) : null;
  return {
    ...after,
    nextSeq: rewritten ? state.nextSeq + 1 : state.nextSeq,
    stop: state.stop ?? stop,
  };
}

/** The tools without which the turn continues. */
function leftOutBy(effect: TaskEffect, { leftOut = [] }: ActiveSpeaker): Pick<ActiveSpeaker, 'leftOut'> {
  if (effect.then !== 'repeat' || effect.leftOut === undefined) return {};
  return { leftOut: [...new Set([...leftOut, ...effect.leftOut])] };
}

/** What the turn has said without the message that waited with the task: what was decided takes its place. */
function withoutHeldBack({ messages }: ActiveSpeaker, task: HumanTask): MessageFacts[] {
  return kindOf(task).heldBack === undefined ? messages : messages.slice(0, -1);
}

/** Where a decision that has been carried out leads: to another try, or to the end of this speaker's turn. */
function stepAfter(settling: SpeakerStep, { then }: TaskEffect): SpeakerStep {
  switch (then) {
    case 'repeat':
      return failedOf(settling) ?? { kind: 'reply' };
    case 'rewrite':
      return { kind: 'reply' };
    case 'end_turn':
    case 'pass':
      return { kind: 'done' };
    case 'make_call':
    case 'drop_call':
    case 'call_over':
      throw new Error('A task about a turn says nothing of a call');
    default:
      return assertNever(then);
  }
}

function failedOf(step: SpeakerStep): RetriedStep | undefined {
  return step.kind === 'task' || step.kind === 'settle' ? step.failed : undefined;
}

import { assertNever } from '../json.ts';
import type { MessageFacts } from '../message.ts';
import { nextSpeakers, observeTurn } from '../patterns/registry.ts';
import type { Resolution } from '../task.ts';
import type { TeamPlan } from '../team.ts';
import { checkTermination } from './checkTermination.ts';
import type { ConversationEvent } from './event.ts';
import { afterFailure, afterReply, afterSettling, firstStep, inputTask } from './steps.ts';
import { TAKEN_KEPT, type ActiveSpeaker, type ConversationState, type SpeakerStep } from './state.ts';

/** AutoGen's words for a conversation that was told to end after its turn. */
const STOP_REQUESTED = 'External termination requested';
const STOPPED_AFTER_ERROR = 'Stopped by a person after an error';
const STOPPED_UNANSWERED = 'Stopped because nobody answered in time';

/** The one place where a conversation's state changes. An event that makes no sense in a state is an error of the caller. */
export function reduce(
  plan: TeamPlan,
  state: ConversationState,
  event: ConversationEvent,
): ConversationState {
  switch (event.kind) {
    case 'turn_began':
      return beginTurn(plan, state);
    case 'input_wanted':
      return withStep(state, event.speaker, (active) => inputTask(plan, active, state.turnsTaken, event));
    case 'replied':
      return withStep(state, event.speaker, (active) => afterReply(plan, active, state.turnsTaken, event));
    case 'reply_failed':
      return withStep(state, event.speaker, (active) => afterFailure(active, state.turnsTaken, event));
    case 'task_resolved':
      return resolveTask(state, event);
    case 'task_settled':
      return settleTask(state, event);
    case 'turn_ended':
      return endTurn(plan, state);
    case 'checked':
      return checkTermination(plan, state);
    case 'post_taken':
      return { ...remember(state, event.submissionId), nextSeq: state.nextSeq + 1 };
    case 'post_recorded':
      return { ...state, unchecked: [...state.unchecked, event.message] };
    case 'paused':
      return { ...state, paused: true };
    case 'resumed':
      return { ...state, paused: false };
    case 'stop_requested':
      return { ...state, stop: state.stop ?? STOP_REQUESTED };
    case 'ended':
      return { ...state, outcome: event.outcome };
    default:
      return assertNever(event);
  }
}

function beginTurn(plan: TeamPlan, state: ConversationState): ConversationState {
  const { speakers } = nextSpeakers(plan.pattern, state.pattern, namesOf(plan));
  const active = speakers.map((speaker, index): ActiveSpeaker => ({
    speaker,
    seq: state.nextSeq + index,
    step: firstStep(plan, speaker),
  }));
  return { ...state, active, nextSeq: state.nextSeq + active.length };
}

function endTurn(plan: TeamPlan, state: ConversationState): ConversationState {
  const messages = state.active.flatMap(({ step }): MessageFacts[] =>
    step.kind === 'done' ? step.messages : [],
  );
  return checkTermination(plan, {
    ...state,
    pattern: observeTurn(plan.pattern, state.pattern, namesOf(plan), messages),
    turnsTaken: state.turnsTaken + 1,
    unchecked: [...state.unchecked, ...messages].sort((a, b) => a.seq - b.seq),
    active: [],
  });
}

function resolveTask(
  state: ConversationState,
  event: Extract<ConversationEvent, { kind: 'task_resolved' }>,
): ConversationState {
  const { taskId, resolution } = event;
  const remembered = resolution.by === 'person' ? remember(state, resolution.submissionId) : state;
  const waiting = state.active.find(({ step }) => step.kind === 'task' && step.task.id === taskId);
  if (waiting?.step.kind !== 'task') throw new Error(`Task ${taskId} is not open`);
  return replaceSpeaker(remembered, waiting, {
    ...waiting,
    step: { kind: 'settle', task: waiting.step.task, resolution },
  });
}

/** A rejected draft is written anew as a message of its own, so that both stand in the transcript. */
function settleTask(
  state: ConversationState,
  event: Extract<ConversationEvent, { kind: 'task_settled' }>,
): ConversationState {
  const { taskId, message } = event;
  const settling = state.active.find(({ step }) => step.kind === 'settle' && step.task.id === taskId);
  if (settling?.step.kind !== 'settle') throw new Error(`Task ${taskId} is not being settled`);
  const { task, resolution } = settling.step;
  const step = afterSettling(resolution, message);
  const rewritten = task.kind === 'review_message' && step.kind === 'reply';
  const seq = rewritten ? state.nextSeq : settling.seq;
  const after = replaceSpeaker(state, settling, { ...settling, seq, step });
  return {
    ...after,
    nextSeq: rewritten ? state.nextSeq + 1 : state.nextSeq,
    stop: state.stop ?? stopOf(resolution),
  };
}

function stopOf(resolution: Resolution): string | null {
  if (resolution.decision !== 'stop') return null;
  return resolution.by === 'person' ? STOPPED_AFTER_ERROR : STOPPED_UNANSWERED;
}

function withStep(
  state: ConversationState,
  speaker: string,
  step: (active: ActiveSpeaker) => SpeakerStep,
): ConversationState {
  const active = state.active.find((each) => each.speaker === speaker);
  if (active === undefined) throw new Error(`It is not the turn of ${speaker}`);
  return replaceSpeaker(state, active, { ...active, step: step(active) });
}

function replaceSpeaker(
  state: ConversationState,
  before: ActiveSpeaker,
  after: ActiveSpeaker,
): ConversationState {
  return { ...state, active: state.active.map((each) => (each === before ? after : each)) };
}

function remember(state: ConversationState, submissionId: string): ConversationState {
  return { ...state, taken: [...state.taken, submissionId].slice(-TAKEN_KEPT) };
}

function namesOf(plan: TeamPlan): string[] {
  return plan.participants.map((participant) => participant.name);
}

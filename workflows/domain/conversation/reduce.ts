import { assertNever } from '../json.ts';
import type { TeamPlan } from '../plan.ts';
import { announced, beginTurn, managed } from './beginTurn.ts';
import { checkEnd, endTurn } from './endTurn.ts';
import type { ConversationEvent } from './event.ts';
import { innerEnded, innerOpened } from './innerTeams.ts';
import { afterReply } from './reply.ts';
import { planAt } from './scope.ts';
import { resolveTask, settleTask, takeVote, withOpenTask } from './settling.ts';
import { type ConversationState, TAKEN_KEPT } from './state.ts';
import { afterFailure, inputTask } from './steps.ts';
import { speakerAt, teamAt, withSpeaker } from './teams.ts';
import { afterResults, unknownOutcome, withCall } from './toolRound.ts';

/** AutoGen's words for a conversation that was told to end after its turn. */
const STOP_REQUESTED = 'External termination requested';

/**
 * The only place where a conversation's state changes. An event that is impossible in a state is a bug of the caller.
 */
export function reduce(
  plan: TeamPlan,
  state: ConversationState,
  event: ConversationEvent,
): ConversationState {
  switch (event.kind) {
    case 'turn_began':
      return beginTurn(plan, { ...state, nextTurn: state.nextTurn + 1 }, event.scope, state.nextTurn);
    case 'announced':
      return announced(state, event);
    case 'managed':
      return managed(plan, state, event);
    case 'input_wanted':
      return withSpeaker(state, event.scope, event.speaker, (active) => ({
        ...active,
        step: inputTask(planAt(plan, event.scope), active, teamAt(state, event.scope).turn, event),
      }));
    case 'replied':
      return afterReply(plan, state, event);
    case 'call_done':
      return withCall(plan, state, event, () => ({ kind: 'done' }));
    case 'call_unknown':
      return unknownOutcome(plan, state, event);
    case 'results_recorded':
      return afterResults(state, event);
    case 'code_run':
      return codeRun(state, event);
    case 'inner_opened':
      return innerOpened(plan, state, event);
    case 'inner_ended':
      return innerEnded(plan, state, event);
    case 'step_failed':
      return withSpeaker(state, event.scope, event.speaker, (active) => ({
        ...active,
        step: afterFailure(active, teamAt(state, event.scope).turn, event),
      }));
    case 'task_due':
      return withOpenTask(plan, state, event.taskId, (task) => ({
        ...task,
        deadlineAtMs: event.deadlineAtMs,
      }));
    case 'voted':
      return takeVote(plan, rememberId(state, event.vote.submissionId), event);
    case 'task_resolved':
      return resolveTask(plan, remember(state, event.resolution), event);
    case 'task_settled':
      return settleTask(plan, state, event);
    case 'turn_ended':
      return endTurn(plan, state, event);
    case 'checked':
      return checkEnd(plan, state, event);
    case 'seq_taken':
      return { ...state, nextSeq: state.nextSeq + 1 };
    case 'post_taken':
      return { ...rememberId(state, event.submissionId), nextSeq: state.nextSeq + 1 };
    case 'post_recorded':
      return { ...state, unchecked: [...state.unchecked, event.message] };
    case 'paused':
      return { ...state, paused: true };
    case 'resumed':
      return { ...state, paused: false };
    case 'external_fired':
      return { ...state, external: true };
    case 'stop_requested':
      return { ...state, stop: state.stop ?? STOP_REQUESTED };
    case 'ended':
      return { ...state, outcome: event.outcome };
    default:
      return assertNever(event);
  }
}

function codeRun(
  state: ConversationState,
  { scope, speaker, messages, then }: Extract<ConversationEvent, { kind: 'code_run' }>,
): ConversationState {
  const active = speakerAt(state, scope, speaker);
  const attempt = active.step.kind === 'run_code' ? active.step.attempt : 0;
  const after = withSpeaker({ ...state, nextSeq: state.nextSeq + 1 }, scope, speaker, (each) => ({
    ...each,
    seq: state.nextSeq,
    messages: [...each.messages, ...messages],
    step:
      then === 'done'
        ? { kind: 'done' }
        : {
            kind: 'reply',
            iteration: then === 'again' ? attempt + 1 : 0,
            purpose: then === 'again' ? 'reply' : 'reflection',
          },
  }));
  return then === 'done' ? { ...after, nextSeq: state.nextSeq } : after;
}

function remember(
  state: ConversationState,
  resolution: Extract<ConversationEvent, { kind: 'task_resolved' }>['resolution'],
): ConversationState {
  return resolution.by === 'person' ? rememberId(state, resolution.submissionId) : state;
}

function rememberId(state: ConversationState, submissionId: string): ConversationState {
  return { ...state, taken: [...state.taken, submissionId].slice(-TAKEN_KEPT) };
}

import { assertNever } from '../json.ts';
import { nextDecision, observePattern, stopPattern, traitsOf } from '../patterns/askPattern.ts';
import type { TeamPlan } from '../plan.ts';
import { heedsStopRequests } from '../terminations/observe.ts';
import { announced, beginTurn, managed } from './beginTurn.ts';
import { checkTermination } from './checkTermination.ts';
import type { ConversationEvent } from './event.ts';
import { patternTeam, startInner } from './run.ts';
import { withSaid, withSilentCost } from './said.ts';
import { isFleeting, planAt } from './scope.ts';
import { resolveTask, settleTask } from './settling.ts';
import { type ActiveSpeaker, type ConversationState, TAKEN_KEPT, type TeamState } from './state.ts';
import { afterFailure, afterInner, inputTask, participantOf } from './steps.ts';
import { speakerAt, teamAt, withSpeaker, withStep, withTeam } from './teams.ts';
import { afterReply, afterResults, unknownOutcome, withCall } from './toolRound.ts';

/** AutoGen's words for a conversation that was told to end after its turn. */
const STOP_REQUESTED = 'External termination requested';

/** The one place where a conversation's state changes. An event that makes no sense in a state is an error of the caller. */
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
    case 'task_resolved':
      return resolveTask(plan, remember(state, event.resolution), event);
    case 'task_settled':
      return settleTask(plan, state, event);
    case 'turn_ended':
      return endTurn(plan, state, event);
    case 'checked':
      return check(plan, state, event);
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

function innerOpened(
  plan: TeamPlan,
  state: ConversationState,
  event: Extract<ConversationEvent, { kind: 'inner_opened' }>,
): ConversationState {
  const { scope: outer, speaker, index, task, nowMs } = event;
  const inner = innerScopeAt(state, event);
  const opened = {
    ...state,
    inner: {
      ...state.inner,
      [inner]: startInner(
        planAt(plan, inner),
        state.inner[inner],
        task,
        nowMs,
        index === null ? 'without_task' : 'with_task',
      ),
    },
  };
  if (index !== null) return withCall(plan, opened, event, () => ({ kind: 'inner', scope: inner }));
  return withStep(opened, outer, speaker, { kind: 'inner', scope: inner });
}

/** What an inner team has said is part of the outer turn where it takes turns in it; a society answers in its place. */
function innerEnded(
  plan: TeamPlan,
  state: ConversationState,
  event: Extract<ConversationEvent, { kind: 'inner_ended' }>,
): ConversationState {
  const { scope: outer, speaker, index } = event;
  const inner = innerScopeAt(state, event);
  const said = state.inner[inner]?.said ?? [];
  const remaining = isFleeting(inner) ? withoutInner(state, inner) : state;
  if (index !== null) {
    // As in AutoGen all that a tool's team says is part of the turn.
    const heard = withSpeaker(remaining, outer, speaker, (active) => ({
      ...active,
      messages: [...active.messages, ...said],
    }));
    return withCall(plan, heard, event, () => ({ kind: 'close_inner', scope: inner }));
  }
  // What a society's inside has said is no message of the outer team; what it has cost is.
  const isSociety = participantOf(planAt(plan, outer), speaker).kind === 'society';
  const cost = isSociety ? said.reduce((sum, { costMicroUsd = 0 }) => sum + costMicroUsd, 0) : 0;
  const paid = withSilentCost(remaining, outer, cost);
  const { nextSeq } = paid;
  return withSpeaker({ ...paid, nextSeq: nextSeq + 1 }, outer, speaker, (active) => ({
    ...active,
    seq: nextSeq,
    ...afterInner(planAt(plan, outer), active, said),
  }));
}

function innerScopeAt(
  state: ConversationState,
  { scope, speaker, index }: { scope: string; speaker: string; index: number | null },
): string {
  const { step } = speakerAt(state, scope, speaker);
  if (index === null) {
    if (step.kind === 'open_inner' || step.kind === 'inner') return step.scope;
  } else if (step.kind === 'tools') {
    const progress = step.calls.find((call) => call.index === index)?.progress;
    if (progress?.kind === 'open_inner' || progress?.kind === 'inner') return progress.scope;
  }
  throw new Error(`${speaker} has no inner team at work`);
}

function withoutInner(state: ConversationState, scope: string): ConversationState {
  const inner = Object.entries(state.inner).filter(
    ([each]) => each !== scope && !each.startsWith(`${scope}/`),
  );
  return { ...state, inner: Object.fromEntries(inner) };
}

function endTurn(
  plan: TeamPlan,
  state: ConversationState,
  { scope, nowMs }: Extract<ConversationEvent, { kind: 'turn_ended' }>,
): ConversationState {
  const teamPlan = planAt(plan, scope);
  const team = teamAt(state, scope);
  const speakers = team.active.map(({ speaker }) => speaker);
  const messages = inOrderOfArrival(team).flatMap((active) => active.messages);
  const observed = withTeam(state, scope, {
    pattern: observePattern(patternTeam(teamPlan), team.pattern, { speakers, messages }),
    turnsTaken: team.turnsTaken + 1,
    active: [],
    arrived: [],
  });
  const ended = withSaid(observed, scope, messages, 'unchecked');
  const { endsBeforeConditions } = traitsOf(teamPlan.pattern);
  const atEnd = endsBeforeConditions ? patternEnd(teamPlan, teamAt(ended, scope)) : null;
  if (atEnd !== null && state.stop === null) return over(plan, withTeam(ended, scope, atEnd), scope);
  return check(plan, ended, { scope, nowMs });
}

function patternEnd(plan: TeamPlan, team: TeamState): Partial<TeamState> | null {
  const decision = nextDecision(patternTeam(plan), team.pattern);
  if (decision.kind !== 'finish') return null;
  return { unchecked: [], outcome: { state: 'finished', stopReason: decision.stopReason } };
}

function check(
  plan: TeamPlan,
  state: ConversationState,
  { scope, nowMs }: { scope: string; nowMs: number },
): ConversationState {
  const team = teamAt(state, scope);
  const teamPlan = planAt(plan, scope);
  const { stop, external } = state;
  const checked = withTeam(state, scope, checkTermination(teamPlan, team, { stop, external, nowMs }));
  // Whoever waits for it has seen it now: the next run, or the next turn of an inner team, goes on.
  const isSeen = external && teamPlan.termination !== null && heedsStopRequests(teamPlan.termination);
  return over(plan, isSeen ? { ...checked, external: false } : checked, scope);
}

/** A pattern hears of the end of its run. */
function over(plan: TeamPlan, state: ConversationState, scope: string): ConversationState {
  const team = teamAt(state, scope);
  if (team.outcome === null) return state;
  const teamPlan = planAt(plan, scope);
  return withTeam(state, scope, {
    pattern: stopPattern(patternTeam(teamPlan), team.pattern),
  });
}

function inOrderOfArrival(team: TeamState): ActiveSpeaker[] {
  const place = ({ speaker }: ActiveSpeaker) => {
    const arrived = team.arrived.indexOf(speaker);
    return arrived === -1 ? team.active.length : arrived;
  };
  return [...team.active].sort((a, b) => place(a) - place(b));
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

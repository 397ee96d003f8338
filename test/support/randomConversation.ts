import fc from 'fast-check';
import type { ConversationEvent } from '../../workflows/domain/conversation/event.ts';
import { reduce } from '../../workflows/domain/conversation/reduce.ts';
import { initialConversation } from '../../workflows/domain/conversation/run.ts';
import { outerScope, ROOT_SCOPE } from '../../workflows/domain/conversation/scope.ts';
import type { ConversationState, SpeakerStep } from '../../workflows/domain/conversation/state.ts';
import { teamAt, teamsOf } from '../../workflows/domain/conversation/teams.ts';
import { isOverdue, isTeamOverdue } from '../../workflows/domain/conversation/timeouts.ts';
import { assertNever } from '../../workflows/domain/json.ts';
import type { TeamPlan } from '../../workflows/domain/plan.ts';
import { facts, NOW_MS } from './plans.ts';
import { anyPlan } from './randomPlan.ts';
import { type Chance, id, nowMs, one, type Possibility, said, stepsOf } from './randomSteps.ts';

/** A run of a conversation produced by random choices: its events, and the state after each of them. */
export interface RandomRun {
  plan: TeamPlan;
  initial: ConversationState;
  steps: RandomStep[];
}

export interface RandomStep {
  event: ConversationEvent;
  state: ConversationState;
  /** The sequence numbers that it wrote. */
  writes: number[];
}

/** Runs in which everything that can happen to a conversation happens, in any order that the workflow allows. */
export const anyRun: fc.Arbitrary<RandomRun> = fc
  .record({ plan: anyPlan, choices: fc.array(fc.nat({ max: 999 }), { maxLength: 120, size: 'max' }) })
  .map(({ plan, choices }) => play(plan, initialConversation(plan, [facts(0, 'user')], NOW_MS), choices));

/** Plays a conversation from a state: each number chooses one of the events that may happen next. */
function play(plan: TeamPlan, initial: ConversationState, choices: readonly number[]): RandomRun {
  const steps: RandomStep[] = [];
  let state = initial;
  let unrecorded: number[] = [];
  const happen = (event: ConversationEvent, writes: number[] = []) => {
    if (event.kind === 'post_taken') unrecorded = [...unrecorded, state.nextSeq];
    if (event.kind === 'post_recorded') unrecorded = unrecorded.filter((seq) => seq !== event.message.seq);
    state = reduce(plan, state, event);
    steps.push({ event, state, writes });
  };
  choices.forEach((choice, index) => {
    const possible = whatMayHappen(plan, state, unrecorded, { choice, index });
    const chosen = possible[choice % possible.length];
    chosen?.events.forEach((event, at) => {
      happen(event, at === 0 ? chosen.writes : []);
      // The workflow starts a team's next turn immediately.
      if (event.kind === 'checked' && teamAt(state, event.scope).outcome === null) {
        happen({ kind: 'turn_began', scope: event.scope });
      }
    });
  });
  return { plan, initial, steps };
}

function whatMayHappen(
  plan: TeamPlan,
  state: ConversationState,
  unrecorded: readonly number[],
  chance: Chance,
): Possibility[] {
  const recorded = unrecorded.map((seq): Possibility => {
    const message = said('user', seq, chance);
    return { events: [{ kind: 'post_recorded', message }], writes: [seq] };
  });
  const anyTime = [one({ kind: 'paused' }), one({ kind: 'resumed' }), ...recorded];
  if (state.outcome !== null) return [...anyTime, one({ kind: 'stop_requested' })];
  // A conversation proceeds far more often than somebody intervenes.
  const goesOn = Array.from({ length: 6 }, () =>
    nextSteps(plan, state, unrecorded.length > 0, chance),
  ).flat();
  const cancelled = { state: 'cancelled', stopReason: 'Cancelled' } as const;
  const rare = [one({ kind: 'stop_requested' }), one({ kind: 'ended', outcome: cancelled })];
  const posted = one({ kind: 'post_taken', submissionId: id('post', chance) });
  return [...goesOn, ...anyTime, posted, ...(chance.choice > 960 ? rare : [])];
}

/** What the active teams may do next; nothing if all of them wait for a post to be written or a pause to end. */
export function nextSteps(
  plan: TeamPlan,
  state: ConversationState,
  isHandling: boolean,
  chance: Chance,
): Possibility[] {
  return teamsOf(state)
    .filter(({ scope }) => isAtWork(state, scope))
    .flatMap(({ scope, team }): Possibility[] => {
      if (team.active.length === 0) {
        const mayBegin = (!state.paused || state.stop !== null) && !isHandling;
        return mayBegin ? [one({ kind: 'checked', scope, nowMs: nowMs(chance) })] : [];
      }
      if (team.announce !== null) {
        const message = said('manager', team.announce, chance, 'SelectSpeakerEvent');
        return [{ events: [{ kind: 'announced', scope, message }], writes: [team.announce] }];
      }
      const ends = mayEnd(plan, state, scope, nowMs(chance));
      return [
        ...team.active.flatMap((active) => stepsOf(plan, state, scope, active, chance)),
        ...(ends ? [one({ kind: 'turn_ended', scope, nowMs: nowMs(chance) })] : []),
      ];
    });
}

/** Whether a team's run proceeds: an inner team's only while its outer team waits for it. */
export function isAtWork(state: ConversationState, scope: string): boolean {
  if (teamAt(state, scope).outcome !== null) return false;
  if (scope === ROOT_SCOPE) return true;
  if (!isAtWork(state, outerScope(scope))) return false;
  return teamAt(state, outerScope(scope)).active.some(({ step }) => {
    if (step.kind === 'inner') return step.scope === scope;
    if (step.kind !== 'tools') return false;
    return step.calls.some(({ progress }) => progress.kind === 'inner' && progress.scope === scope);
  });
}

/** A turn is over when all have spoken, or when those who have not need not be waited for any longer. */
function mayEnd(plan: TeamPlan, state: ConversationState, scope: string, at: number): boolean {
  const { active } = teamAt(state, scope);
  if (active.every(({ step }) => step.kind === 'done')) return true;
  const hasCause = state.stop !== null || isTeamOverdue(plan, state, scope, at);
  return hasCause && active.every(({ step }) => hasComeBack(plan, state, { scope, step, at }));
}

/** Whether a speaker's turn may have been interrupted at this point. */
function hasComeBack(
  plan: TeamPlan,
  state: ConversationState,
  { scope, step, at }: { scope: string; step: SpeakerStep; at: number },
): boolean {
  const isStopped = state.stop !== null;
  const isTimeUp = isOverdue(plan, state, scope, at);
  // An inner team whose own time is not up returns if it waits for a person.
  const innerHasComeBack = (inner: string) =>
    !isStopped &&
    isTimeUp &&
    teamAt(state, inner).outcome === null &&
    teamAt(state, inner).active.some((each) => each.step.kind !== 'done') &&
    teamAt(state, inner).active.every((each) =>
      hasComeBack(plan, state, { scope: inner, step: each.step, at }),
    );
  switch (step.kind) {
    case 'done':
      return true;
    case 'task':
      return isStopped || isTimeUp;
    case 'tools':
      return step.calls.every(({ progress }) => {
        if (progress.kind === 'inner') return innerHasComeBack(progress.scope);
        if (progress.kind === 'task') return isStopped || isTimeUp;
        if (progress.kind === 'run' || progress.kind === 'open_inner') return isStopped;
        return progress.kind === 'done';
      });
    case 'reply':
    case 'manage':
    case 'results':
    case 'run_code':
    case 'open_inner':
      return isStopped;
    case 'inner':
      return innerHasComeBack(step.scope);
    case 'ask':
    case 'settle':
      return false;
    default:
      return assertNever(step);
  }
}

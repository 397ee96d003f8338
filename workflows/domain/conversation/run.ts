import type { MessageFacts } from '../message.ts';
import {
  initialPattern,
  type PatternTeam,
  refusePattern,
  startPattern,
  traitsOf,
} from '../patterns/askPattern.ts';
import type { TeamPlan } from '../plan.ts';
import { initialTermination } from '../terminations/observe.ts';
import { checkTermination } from './checkTermination.ts';
import type { ConversationState, InnerTeamState, TeamState } from './state.ts';

/** A new conversation, after its task has been shown to the termination condition, as AutoGen does. */
export function initialConversation(
  plan: TeamPlan,
  task: readonly MessageFacts[],
  nowMs: number,
): ConversationState {
  return startRun(plan, { ...noTurns(plan), ...nothingYet() }, task, nowMs);
}

/**
 * A conversation that had ended continues with a new task (or, without one, from where it was). As in AutoGen, the
 * termination condition and the turn limit start again; thread and pattern continue.
 */
export function nextRun(
  plan: TeamPlan,
  ended: ConversationState,
  task: readonly MessageFacts[],
  nowMs: number,
): ConversationState {
  const fresh = {
    paused: false,
    stop: null,
    external: false,
    approvedTools: [],
    taken: [],
    run: ended.run + 1,
  };
  return startRun(plan, { ...ended, ...fresh, ...runBegins(plan, ended) }, task, nowMs);
}

/** An inner team's run begins; it continues from its last run if it had one. A tool's task is one of its messages. */
export function startInner(
  plan: TeamPlan,
  before: InnerTeamState | undefined,
  task: readonly MessageFacts[],
  nowMs: number,
  said: 'with_task' | 'without_task',
): InnerTeamState {
  const state = before === undefined ? noTurns(plan) : { ...before, ...runBegins(plan, before) };
  return startRun(plan, { ...state, said: said === 'with_task' ? [...task] : [] }, task, nowMs);
}

/** Why a run can't start with a task, as a sentence for the person who gives it; null if it can. */
export function refuseTask(
  plan: TeamPlan,
  ended: ConversationState | null,
  task: readonly MessageFacts[],
): string | null {
  const patterned = patternTeam(plan);
  return refusePattern(patterned, ended?.pattern ?? initialPattern(patterned), task);
}

/** A team as its pattern sees it. */
export function patternTeam({ pattern, participants }: TeamPlan): PatternTeam {
  return { config: pattern, participants: participants.map(({ name }) => name) };
}

function startRun<State extends TeamState>(
  plan: TeamPlan,
  state: State,
  task: readonly MessageFacts[],
  nowMs: number,
): State {
  const patterned = patternTeam(plan);
  const refused = refusePattern(patterned, state.pattern, task);
  if (refused !== null) return { ...state, outcome: { state: 'failed', stopReason: refused } };
  const started = {
    ...state,
    pattern: startPattern(patterned, state.pattern, task),
    unchecked: traitsOf(plan.pattern).hidesTaskFromConditions ? [] : [...task],
  };
  const lastSeq = task.at(-1)?.seq;
  const numbered =
    'nextSeq' in started && lastSeq !== undefined ? { ...started, nextSeq: lastSeq + 1 } : started;
  return checkTermination(plan, numbered, { stop: null, external: false, nowMs });
}

function runBegins(plan: TeamPlan, before: TeamState): TeamState {
  return { ...noTurns(plan), pattern: before.pattern };
}

function noTurns(plan: TeamPlan): TeamState {
  return {
    pattern: initialPattern(patternTeam(plan)),
    termination: plan.termination === null ? null : initialTermination(plan.termination),
    turnsTaken: 0,
    unchecked: [],
    silentCostMicroUsd: 0,
    turn: 0,
    active: [],
    arrived: [],
    announce: null,
    outcome: null,
  };
}

function nothingYet() {
  return {
    inner: {},
    nextTurn: 0,
    nextSeq: 0,
    run: 0,
    paused: false,
    stop: null,
    external: false,
    approvedTools: [],
    taken: [],
  };
}

import type { TeamPlan } from '../plan.ts';
import { kindOf } from '../tasks/registry.ts';
import type { TerminationCondition } from '../terminations/condition.ts';
import type { ConversationState, Outcome } from './state.ts';

/*
 * What earlier versions put into the arguments of workflows, which run on and are replayed: from 0.1.0 plans without the
 * fields that came later and states with one round-robin team, from 0.2.0 ends that say only in words that they are at the
 * limit of turns. Whatever is there already stays as it is.
 */

/** A plan as today's code reads it. */
export function upgradePlan(plan: TeamPlan): TeamPlan {
  const given: Partial<TeamPlan> = plan;
  return {
    ...plan,
    emitTeamEvents: given.emitTeamEvents ?? false,
    termination: plan.termination === null ? null : upgradeCondition(plan.termination),
    participants: plan.participants.map((participant) =>
      participant.kind === 'agent'
        ? { ...{ maxToolIterations: 1, reflectOnToolUse: false, teams: {} }, ...participant }
        : participant,
    ),
  };
}

/** Messages were counted without events, which there were none of. */
function upgradeCondition(condition: TerminationCondition): TerminationCondition {
  if (condition.kind === 'max_messages') return { ...{ includeAgentEvents: false }, ...condition };
  if (condition.kind !== 'and' && condition.kind !== 'or') return condition;
  return { ...condition, conditions: condition.conditions.map(upgradeCondition) };
}

/** A state as today's code reads it. */
export function upgradeState(state: ConversationState): ConversationState {
  const given: Partial<ConversationState> = state;
  const turnsTaken = state.turnsTaken;
  const added = {
    silentCostMicroUsd: 0,
    turn: turnsTaken,
    arrived: [],
    announce: null,
    inner: {},
    // A turn that had started already has its number.
    nextTurn: state.active.length > 0 ? turnsTaken + 1 : turnsTaken,
    run: 0,
    external: false,
    approvedTools: [],
  };
  const outcome = upgradeOutcome(state.outcome);
  if (given.inner !== undefined) return outcome === state.outcome ? state : { ...state, outcome };
  return { ...added, ...state, outcome, active: state.active.map(upgradeSpeaker) };
}

/** The sentence in which 0.2.0 kept that a run was at its limit of turns. */
const AT_TURN_LIMIT = /^Maximum number of turns \d+ reached\.$/;

function upgradeOutcome(outcome: Outcome | null): Outcome | null {
  if (outcome?.state !== 'finished' || outcome.atTurnLimit === true) return outcome;
  return AT_TURN_LIMIT.test(outcome.stopReason ?? '') ? { ...outcome, atTurnLimit: true } : outcome;
}

/** In 0.1.0 a step that was done had its messages; now the speaker has, from the first on. */
function upgradeSpeaker(active: ConversationState['active'][number]): ConversationState['active'][number] {
  const { step }: { step: { kind: string; messages?: ConversationState['active'][number]['messages'] } } =
    active;
  const waits = active.step.kind === 'task' || active.step.kind === 'settle' ? active.step.task : null;
  const draft = waits === null ? undefined : kindOf(waits).heldBack?.(waits);
  return {
    ...active,
    readBefore: active.seq,
    messages: step.messages ?? (draft === undefined ? [] : [draft]),
    step: step.kind === 'done' ? { kind: 'done' } : active.step,
  };
}

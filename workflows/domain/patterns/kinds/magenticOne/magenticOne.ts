import { assertNever } from '../../../json.ts';
import type { ModelClient } from '../../../model.ts';
import type { Pattern, PatternContext, Skipped } from '../../pattern.ts';

/** An orchestrator plans, tracks progress in a ledger, and instructs. */
export interface MagenticOneConfig {
  kind: 'magentic_one';
  model: ModelClient | null;
  maxStalls: number;
  /** How often it may plan again before it answers with what it has; null: no limit (AutoGen has none). */
  maxResets: number | null;
  /** Null: AutoGen's own. */
  finalAnswerPrompt: string | null;
}

/** The workflow's part of Magentic-One. */
export interface PlannedMagenticOne {
  kind: 'magentic_one';
  /** The team's: entries of the ledger in a run, after which it answers with what it has. */
  maxTurns: number | null;
  maxStalls: number;
  maxResets: number | null;
}

export interface MagenticOneState {
  kind: 'magentic_one';
  phase: 'plan' | 'progress' | 'replan' | 'speak' | 'final_answer' | 'finished';
  /** Entries of the ledger in this run. */
  rounds: number;
  stalls: number;
  resets: number;
  speaker: string | null;
  /** Why it ends. */
  reason: string | null;
}

/** The requests to its model. */
export type Orchestration =
  /** Facts and plan, then the ledger message that begins the outer loop. */
  | { kind: 'plan' }
  /** The same after too many stalls. */
  | { kind: 'replan' }
  /**
   * One entry of the progress ledger, and the instruction to the speaker whom it names; no instruction where the ledger
   * says that the request is satisfied, or that it stalls and `lastStall` says that one more stall is one too many.
   */
  | { kind: 'progress'; lastStall: boolean }
  | { kind: 'final_answer'; reason: string };

/** What the ledger calls its requests. */
export type OrchestratorRequest =
  'facts' | 'plan' | 'facts_update' | 'plan_update' | 'progress' | 'final_answer';

/** The result. */
export type Orchestrated =
  | { kind: 'planned' }
  | { kind: 'progress'; satisfied: boolean; stalled: boolean; reason: string; speaker: string }
  | { kind: 'answered' };

const AT_START: MagenticOneState = {
  kind: 'magentic_one',
  phase: 'plan',
  rounds: 0,
  stalls: 0,
  resets: 0,
  speaker: null,
  reason: null,
};

/**
 * An orchestrator plans, then keeps a ledger: each entry says whether the request is satisfied, whether there is
 * progress, and who does what next. After too many stalls it plans again. Unlike in AutoGen, a new task resets the
 * rounds, a new plan resets the stalls, the turn limit is the number of entries and not one more, and plans can be
 * limited.
 */
export const magenticOne: Pattern<
  PlannedMagenticOne,
  MagenticOneState,
  MagenticOneConfig,
  Orchestration,
  Orchestrated,
  OrchestratorRequest
> = {
  manager: 'MagenticOneOrchestrator',
  requests: ['facts', 'plan', 'facts_update', 'plan_update', 'progress', 'final_answer'],
  plan: ({ maxStalls, maxResets }, maxTurns) => ({ kind: 'magentic_one', maxTurns, maxStalls, maxResets }),
  countsOwnRounds: true,
  // As in AutoGen, whose orchestrator shows its conditions what participants say.
  hidesTaskFromConditions: true,
  needsTask: true,
  initial: () => AT_START,
  refuses: (_context, _state, task) =>
    task.length > 0 ? null : 'Magentic-One needs a task to plan for; write one.',
  started: () => AT_START,
  next: ({ config, participants }, state) => {
    switch (state.phase) {
      case 'plan':
        return { kind: 'manage', work: { kind: 'plan' } };
      case 'replan':
        return { kind: 'manage', work: { kind: 'replan' } };
      case 'progress':
        return {
          kind: 'manage',
          work: { kind: 'progress', lastStall: state.stalls + 1 >= config.maxStalls },
        };
      case 'speak': {
        const speaker = state.speaker ?? participants[0];
        if (speaker === undefined) throw new Error('The team has no participant');
        return { kind: 'speak', speakers: [speaker] };
      }
      case 'final_answer':
        return { kind: 'manage', work: { kind: 'final_answer', reason: state.reason ?? '' } };
      case 'finished':
        return { kind: 'finish', stopReason: state.reason };
      default:
        return assertNever(state.phase);
    }
  },
  managed: (context, state, result) => {
    switch (state.phase) {
      case 'plan':
      case 'replan':
        return towardsProgress(context, state);
      case 'progress':
        return afterLedger(context, { ...state, rounds: state.rounds + 1 }, result);
      case 'final_answer':
        return { ...state, phase: 'finished' };
      case 'speak':
      case 'finished':
        return state;
      default:
        return assertNever(state.phase);
    }
  },
  observe: (context, state) => towardsProgress(context, { ...state, speaker: null }),
};

function towardsProgress(
  { config }: PatternContext<PlannedMagenticOne>,
  state: MagenticOneState,
): MagenticOneState {
  const isSpent = config.maxTurns !== null && state.rounds >= config.maxTurns;
  return isSpent ? answering(state, 'Max rounds reached.') : { ...state, phase: 'progress' };
}

function afterLedger(
  context: PatternContext<PlannedMagenticOne>,
  state: MagenticOneState,
  result: Orchestrated | Skipped,
): MagenticOneState {
  // A person skipped the entry after an error: it is requested again.
  if (result.kind !== 'progress') return towardsProgress(context, state);
  if (result.satisfied) return answering(state, result.reason);
  const { maxStalls, maxResets } = context.config;
  const stalls = result.stalled ? state.stalls + 1 : Math.max(0, state.stalls - 1);
  if (stalls < maxStalls) return { ...state, stalls, phase: 'speak', speaker: result.speaker };
  if (maxResets !== null && state.resets >= maxResets) return answering(state, 'Max resets reached.');
  return { ...state, stalls: 0, resets: state.resets + 1, phase: 'replan' };
}

function answering(state: MagenticOneState, reason: string): MagenticOneState {
  return { ...state, phase: 'final_answer', reason };
}

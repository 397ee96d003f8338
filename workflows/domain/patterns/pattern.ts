import type { ModelClient } from '../model.ts';
import type { ModelContextConfig } from '../modelContext/config.ts';
import type { MessageFacts } from '../message.ts';
import type { GraphConfig, GraphState } from './graph.ts';
import type { MagenticOneState, PlannedMagenticOne } from './magenticOne.ts';
import type { RoundRobinConfig, RoundRobinState } from './roundRobin.ts';
import type { PlannedSelector, SelectorState } from './selector.ts';
import type { SingleAgentConfig, SingleAgentState } from './singleAgent.ts';
import type { SwarmConfig, SwarmState } from './swarm.ts';

/** How a team chooses who speaks, with all that its manager's model needs. */
export type PatternConfig =
  RoundRobinConfig | SingleAgentConfig | SwarmConfig | GraphConfig | SelectorConfig | MagenticOneConfig;

/** A model chooses the speaker. */
export interface SelectorConfig {
  kind: 'selector';
  /** Null: the deployment's default model. */
  model: ModelClient | null;
  /** With the fields {roles}, {participants} and {history}; null: AutoGen's own. */
  prompt: string | null;
  allowRepeatedSpeaker: boolean;
  /** How often the model is asked before the fallback speaks. */
  maxAttempts: number;
  /**
   * AutoGen's candidate_func as data: a CEL expression that holds for the participants who may speak next, over `name`,
   * `description`, `previous` (who spoke last, or "") and `last` (the last message: `source`, `type`, `content`).
   * Null: all but the previous speaker where repeats are off.
   */
  candidateFilter: string | null;
  /** AutoGen's model_client_streaming: with team events on, the selector's answers are events. */
  streaming: boolean;
  context: ModelContextConfig;
}

/** An orchestrator plans, tracks progress in a ledger, and instructs. */
export interface MagenticOneConfig {
  kind: 'magentic_one';
  model: ModelClient | null;
  maxStalls: number;
  /** How often it may plan anew before it answers with what it has; null: no limit (AutoGen has none). */
  maxResets: number | null;
  /** Null: AutoGen's own. */
  finalAnswerPrompt: string | null;
}

/** The workflow's part of a pattern: without prompts and models. */
export type PlannedPattern =
  RoundRobinConfig | SingleAgentConfig | SwarmConfig | GraphConfig | PlannedSelector | PlannedMagenticOne;

/** Where a pattern stands: plain JSON, enough to go on from anywhere. */
export type PatternState =
  RoundRobinState | SingleAgentState | SwarmState | GraphState | SelectorState | MagenticOneState;

/** What comes next. */
export type Decision =
  /** They take the next turn, side by side if they are several. */
  | { kind: 'speak'; speakers: string[] }
  /** The team's manager has to ask its model first; the answer comes back through `managed`. */
  | { kind: 'manage'; work: ManagerWork }
  /** The pattern itself is at its end, or (`failed`) can't go on; null: AutoGen gives no reason. */
  | { kind: 'finish'; stopReason: string | null; failed?: true };

/** What a manager's model is asked for. */
export type ManagerWork =
  /** `candidates` are all who may speak, before any candidate filter. */
  | { kind: 'select'; candidates: string[]; previous: string | null }
  /** Facts and plan, then the ledger message that begins the outer loop. */
  | { kind: 'plan' }
  /** The same anew, after too many stalls. */
  | { kind: 'replan' }
  /**
   * One entry of the progress ledger, and the instruction to the speaker whom it names; no instruction where the ledger
   * says that the request is satisfied, or that it stalls and `lastStall` says that one more stall is one too many.
   */
  | { kind: 'progress'; lastStall: boolean }
  | { kind: 'final_answer'; reason: string };

/** What came of it. `messages` (events included) are stored already. */
export type ManagerResult =
  | { kind: 'selected'; speaker: string }
  | { kind: 'planned' }
  | { kind: 'progress'; satisfied: boolean; stalled: boolean; reason: string; speaker: string }
  | { kind: 'answered' }
  /** A person let it pass after an error. */
  | { kind: 'skipped' };

/** Where a pattern is asked. */
export interface PatternContext<Config> {
  config: Config;
  participants: readonly string[];
}

/**
 * A speaker pattern: a pure state machine. The conversation calls `started` with the task of each run, then `next`; where
 * a manager has work to do, `managed` with its result and `next` again; after a turn `observe` with the turn's messages
 * in the order of their arrival (a turn that brought none, because it was skipped, too); and `stopped` once the run has
 * ended for whatever reason. Equal arguments give equal results.
 */
export interface Pattern<Config, State, Whole = Config> {
  /** The name under which its manager speaks; AutoGen's. */
  manager: string;
  /** The workflow's part of what stands in a team: no prompt and no model. `maxTurns` is the team's limit. */
  plan(config: Whole, maxTurns: number | null): Config;
  /** Texts that it needs to find in messages. */
  watchedTexts?(config: Config | Whole): string[];
  /** How many messages its manager may write at once while it does that work; absent: one. */
  messagesOfManager?(config: Config, work: ManagerWork['kind'], emitTeamEvents: boolean): number;
  /** Whether its own end is looked at before the team's conditions are. */
  endsBeforeConditions?: true;
  /** The team's limit of turns is a limit of its own rounds, which it keeps by itself. */
  countsOwnRounds?: true;
  /** The team's conditions see what participants say, and not the task. */
  hidesTaskFromConditions?: true;
  initial(context: PatternContext<Config>): State;
  /** Why a run can't begin with this task, or null. */
  refuses?(context: PatternContext<Config>, state: State, task: readonly MessageFacts[]): string | null;
  started(context: PatternContext<Config>, state: State, task: readonly MessageFacts[]): State;
  next(context: PatternContext<Config>, state: State): Decision;
  managed?(context: PatternContext<Config>, state: State, result: ManagerResult): State;
  /** `speakers` are those whom `next` named. */
  observe(
    context: PatternContext<Config>,
    state: State,
    turn: { speakers: readonly string[]; messages: readonly MessageFacts[] },
  ): State;
  stopped?(context: PatternContext<Config>, state: State): State;
}

import type { MessageFacts } from '../message.ts';

/** What comes next. */
export type PatternDecision<Work> =
  /** They take the next turn, side by side if they are several. */
  | { kind: 'speak'; speakers: string[] }
  /** The team's manager has to do that first; what comes of it goes to `managed`. */
  | { kind: 'manage'; work: Work }
  /** The pattern itself is at its end, or (`failed`) can't go on; null: AutoGen gives no reason. */
  | { kind: 'finish'; stopReason: string | null; failed?: true };

/** A person let a manager's work pass after an error. */
export interface Skipped {
  kind: 'skipped';
}

/** Where a pattern is asked. */
export interface PatternContext<Config> {
  config: Config;
  participants: readonly string[];
}

/**
 * A speaker pattern: a pure state machine. The conversation calls `started` with the task of each run, then `next`; where
 * a manager has work to do, `managed` with its result and `next` again; after a turn `observe` with the turn's messages
 * in the order of their arrival (a turn that brought none, because it was skipped, too); and `stopped` once the run has
 * ended for whatever reason. Equal arguments give equal results. `Config` is the workflow's part of what stands in a
 * team (`Whole`); `Work` and `Result` are what its manager is asked for and what comes of it, `Request` what it asks its
 * model for meanwhile. All of it is plain JSON. A new one is its file here and its line in registry.ts; the compiler names the other rooms' registries that want one too.
 */
export interface Pattern<
  Config,
  State,
  Whole = Config,
  Work extends { kind: string } = never,
  Result extends { kind: string } = never,
  Request extends string = Work['kind'],
> {
  /** The name under which its manager speaks; AutoGen's. */
  manager: string;
  /** The workflow's part of what stands in a team: no prompt and no model. `maxTurns` is the team's limit. */
  plan(config: Whole, maxTurns: number | null): Config;
  /** Texts that it needs to find in messages. */
  watchedTexts?(config: Config | Whole): string[];
  /** What its manager's model is asked for, as the ledger says it; absent: each work is one request, of its name. */
  requests?: readonly Request[];
  /** How many messages its manager may write at once while it does that work; absent: one. */
  messagesOfManager?(config: Config, work: Work['kind'], emitTeamEvents: boolean): number;
  /** Whether its own end is looked at before the team's conditions are. */
  endsBeforeConditions?: true;
  /** The team's limit of turns is a limit of its own rounds, which it keeps by itself. */
  countsOwnRounds?: true;
  /** The team's conditions see what participants say, and not the task. */
  hidesTaskFromConditions?: true;
  /** Each run begins with a task: it refuses to go on without one. */
  needsTask?: true;
  /** Who was handed the conversation last, and by whom, where that decides who speaks; null: nobody yet. */
  handedOver?(state: State): { target: string; source: string } | null;
  initial(context: PatternContext<Config>): State;
  /** Why a run can't begin with this task, or null. */
  refuses?(context: PatternContext<Config>, state: State, task: readonly MessageFacts[]): string | null;
  started(context: PatternContext<Config>, state: State, task: readonly MessageFacts[]): State;
  next(context: PatternContext<Config>, state: State): PatternDecision<Work>;
  managed?(context: PatternContext<Config>, state: State, result: Result | Skipped): State;
  /** `speakers` are those whom `next` named. */
  observe(
    context: PatternContext<Config>,
    state: State,
    turn: { speakers: readonly string[]; messages: readonly MessageFacts[] },
  ): State;
  stopped?(context: PatternContext<Config>, state: State): State;
  /** Whose words, of a last turn's messages, led to nobody though they might have; absent: it knows no such end. */
  ledNowhere?(config: Config | Whole, messages: readonly MessageFacts[]): string[];
}

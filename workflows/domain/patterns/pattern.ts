import type { MessageFacts } from '../message.ts';

/** What comes next. */
export type PatternDecision<Work> =
  /** They take the next turn, side by side if they are several. */
  | { kind: 'speak'; speakers: string[] }
  /** The team's manager has to do this first; its result goes to `managed`. */
  | { kind: 'manage'; work: Work }
  /** The pattern has ended, or (`failed`) can't continue; null: AutoGen gives no reason. */
  | { kind: 'finish'; stopReason: string | null; failed?: true };

/** A person let a manager's work pass after an error. */
export interface Skipped {
  kind: 'skipped';
}

/** The team that a pattern works for. */
export interface PatternContext<Config> {
  config: Config;
  participants: readonly string[];
}

/**
 * A speaker pattern: a pure state machine. The conversation calls `started` with the task of each run, then `next`;
 * if a manager has work to do, `managed` with its result and `next` again; after a turn `observe` with the turn's
 * messages in the order of their arrival (none if it was skipped); and `stopped` once the run has ended for any
 * reason. Equal arguments give equal results. `Config` is the workflow's part of the team's configuration (`Whole`);
 * `Work` and `Result` are its manager's work and result, `Request` the requests to its model. All of it is plain
 * JSON. A new pattern is a file here and a line in registry.ts; the compiler names the other registries that need a
 * line.
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
  /** The workflow's part of the configuration: no prompt and no model. `maxTurns` is the team's limit. */
  plan(config: Whole, maxTurns: number | null): Config;
  /** Texts that it needs to find in messages. */
  watchedTexts?(config: Config | Whole): string[];
  /** The requests of its manager's model, as named in the ledger; absent: each work is one request of the same name. */
  requests?: readonly Request[];
  /** How many messages its manager may write at once while it does that work; absent: one. */
  messagesOfManager?(config: Config, work: Work['kind'], emitTeamEvents: boolean): number;
  /** Whether its own end is looked at before the team's conditions are. */
  endsBeforeConditions?: true;
  /** It counts its own rounds against the team's limit of turns. */
  countsOwnRounds?: true;
  /** The team's conditions see what participants say, and not the task. */
  hidesTaskFromConditions?: true;
  /** Each run starts with a task; it refuses to continue without one. */
  needsTask?: true;
  /** Who was handed the conversation last, and by whom, if that decides who speaks; null: nobody yet. */
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
  /**
   * Which message of the last turn led to no further speaker although it could have; absent: the pattern has no such
   * end.
   */
  ledNowhere?(config: Config | Whole, messages: readonly MessageFacts[]): string[];
}

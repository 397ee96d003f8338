import type { MessageFacts } from '../message.ts';
import type { PatternContext } from './pattern.ts';
import {
  type Decision,
  type ManagerResult,
  type ManagerWork,
  type PatternConfig,
  type PatternKind,
  patternOf,
  type PatternState,
  type PlannedPattern,
} from './registry.ts';

/** A team as its pattern sees it. */
export type PatternTeam = PatternContext<PlannedPattern>;

/** Who took a turn, and with what result. */
interface Turn {
  speakers: readonly string[];
  messages: readonly MessageFacts[];
}

/** The state of a pattern that has seen nothing. */
export function initialPattern(team: PatternTeam): PatternState {
  return patternOf(team.config.kind).initial(team);
}

/**
 * Why a run can't start with this task (none: it continues without one), as a sentence for its author; null if it
 * can.
 */
export function refusePattern(
  team: PatternTeam,
  state: PatternState,
  task: readonly MessageFacts[],
): string | null {
  return patternOf(team.config.kind).refuses?.(team, own(team, state), task) ?? null;
}

/** The state once a run has begun with a task. */
export function startPattern(
  team: PatternTeam,
  state: PatternState,
  task: readonly MessageFacts[],
): PatternState {
  return patternOf(team.config.kind).started(team, own(team, state), task);
}

/** Who speaks, what the manager has to do first, or that it is over. */
export function nextDecision(team: PatternTeam, state: PatternState): Decision {
  return patternOf(team.config.kind).next(team, own(team, state));
}

/** The state after the manager has done what the decision named. */
export function managedPattern(team: PatternTeam, state: PatternState, result: ManagerResult): PatternState {
  return patternOf(team.config.kind).managed?.(team, own(team, state), result) ?? state;
}

/** The state after the turn that the decision led to. */
export function observePattern(team: PatternTeam, state: PatternState, turn: Turn): PatternState {
  return patternOf(team.config.kind).observe(team, own(team, state), turn);
}

/** The state that a next run begins from, once a run has ended for whatever reason. */
export function stopPattern(team: PatternTeam, state: PatternState): PatternState {
  return patternOf(team.config.kind).stopped?.(team, own(team, state)) ?? state;
}

/** The name under which a pattern's manager speaks; AutoGen's. */
export function managerName({ kind }: { kind: PatternKind }): string {
  return patternOf(kind).manager;
}

/** The workflow's part of a team's pattern: it decides who speaks, and contains no prompt or model. */
export function planPattern(config: PatternConfig, maxTurns: number | null): PlannedPattern {
  return patternOf(config.kind).plan(config, maxTurns);
}

/** Who was handed the conversation last, and by whom, if that decides who speaks; null: nobody. */
export function handedOver(state: PatternState): { target: string; source: string } | null {
  return patternOf(state.kind).handedOver?.(state) ?? null;
}

/** Texts that a pattern needs to find in messages. */
export function watchedByPattern(config: PatternConfig | PlannedPattern): string[] {
  return patternOf(config.kind).watchedTexts?.(config) ?? [];
}

/** Which message of the last turn led to no further speaker although it could have: why a run ended early. */
export function ledNowhere(
  config: PatternConfig | PlannedPattern,
  messages: readonly MessageFacts[],
): string[] {
  return patternOf(config.kind).ledNowhere?.(config, messages) ?? [];
}

/** How many messages a pattern's manager may write at once while it does that work. */
export function messagesOfManager(
  config: PlannedPattern,
  work: ManagerWork['kind'],
  emitTeamEvents: boolean,
): number {
  return patternOf(config.kind).messagesOfManager?.(config, work, emitTeamEvents) ?? 1;
}

/** What the conversation's core has to know of a pattern besides its turns (see Pattern). */
export function traitsOf({ kind }: { kind: PatternKind }): PatternTraits {
  const { endsBeforeConditions, countsOwnRounds, hidesTaskFromConditions, needsTask } = patternOf(kind);
  return {
    needsTask: needsTask === true,
    endsBeforeConditions: endsBeforeConditions === true,
    countsOwnRounds: countsOwnRounds === true,
    hidesTaskFromConditions: hidesTaskFromConditions === true,
  };
}

export interface PatternTraits {
  needsTask: boolean;
  endsBeforeConditions: boolean;
  countsOwnRounds: boolean;
  hidesTaskFromConditions: boolean;
}

function own({ config: { kind } }: PatternTeam, state: PatternState): PatternState {
  if (state.kind === kind) return state;
  throw new Error(`A team of pattern ${kind} can't go on from the state of ${state.kind}`);
}

import type { MessageFacts } from '../message.ts';
import type { RoundRobinConfig, RoundRobinState } from './roundRobin.ts';

/** How a team chooses who speaks. */
export type PatternConfig = RoundRobinConfig;

/** Where a pattern stands: plain JSON, enough to go on from anywhere. */
export type PatternState = RoundRobinState;

/** Who takes the next turn; more than one speak side by side. */
export interface Decision {
  speakers: string[];
}

/**
 * A speaker pattern: a pure state machine. `next` decides from a state, `observe` is the state after the turn that
 * the decision led to. Equal arguments give equal results.
 */
export interface Pattern<Config, State> {
  initial(config: Config, participants: readonly string[]): State;
  next(config: Config, state: State, participants: readonly string[]): Decision;
  observe(
    config: Config,
    state: State,
    participants: readonly string[],
    turn: readonly MessageFacts[],
  ): State;
}

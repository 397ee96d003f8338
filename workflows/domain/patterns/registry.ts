import type { MessageFacts } from '../message.ts';
import type { Decision, Pattern, PatternConfig, PatternState } from './pattern.ts';
import { roundRobin } from './roundRobin.ts';

/** Every speaker pattern by its kind: a new one is its file and its line here. */
const patterns = {
  round_robin: roundRobin,
} satisfies Record<PatternConfig['kind'], Pattern<PatternConfig, PatternState>>;

export function initialPattern(config: PatternConfig, participants: readonly string[]): PatternState {
  return patterns[config.kind].initial(config, participants);
}

export function nextSpeakers(
  config: PatternConfig,
  state: PatternState,
  participants: readonly string[],
): Decision {
  return patterns[config.kind].next(config, state, participants);
}

export function observeTurn(
  config: PatternConfig,
  state: PatternState,
  participants: readonly string[],
  turn: readonly MessageFacts[],
): PatternState {
  return patterns[config.kind].observe(config, state, participants, turn);
}

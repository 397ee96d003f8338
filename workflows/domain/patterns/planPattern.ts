import { assertNever } from '../json.ts';
import type { PatternConfig, PlannedPattern } from './pattern.ts';

/** The workflow's part of a team's pattern: who speaks is decided from it, and no prompt or model stands in it. */
export function planPattern(config: PatternConfig, maxTurns: number | null): PlannedPattern {
  switch (config.kind) {
    case 'round_robin':
    case 'single_agent':
    case 'swarm':
    case 'graph':
      return config;
    case 'selector':
      return {
        kind: 'selector',
        allowRepeatedSpeaker: config.allowRepeatedSpeaker,
        filtered: config.candidateFilter !== null,
        shownAttempts: config.streaming ? config.maxAttempts : 0,
      };
    case 'magentic_one':
      return {
        kind: 'magentic_one',
        maxTurns,
        maxStalls: config.maxStalls,
        maxResets: config.maxResets,
      };
    default:
      return assertNever(config);
  }
}

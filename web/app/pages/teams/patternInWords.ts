import type { PatternConfig } from '../../../../workflows/domain/patterns/registry.ts';

export type PatternInWords = { name: string; description: string };

const PATTERNS: Record<PatternConfig['kind'], PatternInWords> = {
  round_robin: {
    name: 'Round robin',
    description: 'The participants speak one after the other, in the order in which they are listed.',
  },
  single_agent: {
    name: 'Single agent',
    description: 'One participant works on the task alone.',
  },
  selector: {
    name: 'Selector',
    description: 'A model reads the conversation before each turn and chooses who speaks.',
  },
  swarm: {
    name: 'Swarm',
    description: 'Whoever speaks goes on until they hand over to another one.',
  },
  graph: {
    name: 'Graph flow',
    description: 'Who speaks next is drawn as a graph: in sequence, side by side, on conditions, in loops.',
  },
  magentic_one: {
    name: 'Magentic-One',
    description: 'An orchestrator plans, keeps a ledger of the progress, and says who does what next.',
  },
};

/** All patterns, in the order in which one learns them. */
export const PATTERN_KINDS = [
  'round_robin',
  'single_agent',
  'selector',
  'swarm',
  'graph',
  'magentic_one',
] as const satisfies readonly PatternConfig['kind'][];

/** How a team chooses its speakers, in words. */
export function patternInWords(pattern: Pick<PatternConfig, 'kind'>): PatternInWords {
  return PATTERNS[pattern.kind];
}

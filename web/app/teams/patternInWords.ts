import type { PatternConfig } from '../../../workflows/domain/patterns/pattern.ts';

export type PatternInWords = { name: string; description: string };

const PATTERNS: Record<PatternConfig['kind'], PatternInWords> = {
  round_robin: {
    name: 'Round robin',
    description: 'The participants speak one after the other, in the order in which they are listed.',
  },
};

/** How a team chooses its speakers, in words. */
export function patternInWords(pattern: PatternConfig): PatternInWords {
  return PATTERNS[pattern.kind];
}

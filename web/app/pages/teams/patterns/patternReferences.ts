import type { TeamPath } from '../../../data/teams/check/issuesOf.ts';

/** Where a pattern names participants, in JSON that need not be right yet. */
export interface PatternReferences {
  /** Paths within it. */
  namesAt(pattern: unknown): TeamPath[];
  /** It without what it says of a participant, who has left the team; itself where it says nothing. */
  without(pattern: unknown, name: string): unknown;
}

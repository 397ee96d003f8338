import type { TeamPath } from '../../../data/teams/check/issuesOf.ts';

/** Where a pattern refers to participants, in JSON that may be invalid. */
export interface PatternReferences {
  /** Paths within it. */
  namesAt(pattern: unknown): TeamPath[];
  /**
   * The pattern without its references to a participant who has left the team; the same object if there are none.
   */
  without(pattern: unknown, name: string): unknown;
}

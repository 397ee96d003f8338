import type { ReplayVerdict } from '../workflows/domain/replay/verdict.ts';
import type { ReplayLimits } from './limits.ts';

/** The line before each history that the process is given; the history's bytes follow. */
export interface ReplayTask {
  /** How the history is written: as a message of Temporal's, or as its JSON. */
  form: 'binary' | 'json';
  bytes: number;
  limits: ReplayLimits;
}

/** The line that the process answers for each history. */
export type ReplayAnswer = ReplayVerdict;

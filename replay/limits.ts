import type { RefusalDetail } from '../workflows/domain/replay/verdict.ts';

const MIB = 2 ** 20;

/** What a history may have, and what replaying it may take. */
export interface ReplayLimits {
  /** Of a history, as it comes. */
  mostBytes: number;
  mostEvents: number;
  /** Lists and objects within one another in an uploaded file. */
  mostNesting: number;
  /** For one history, by the clock. */
  timeoutMs: number;
  /** Of JavaScript's heap. */
  heapMiB: number;
  /** Of the whole process, as the system counts it. */
  residentBytes: number;
  /** Of what the process answers. */
  mostAnswerBytes: number;
}

/** Temporal itself ends a history at 50 MiB and 51,200 events; a conversation's continue at 4 MiB and 4,096. */
export const REPLAY_LIMITS: ReplayLimits = {
  mostBytes: 16 * MIB,
  mostEvents: 51_200,
  mostNesting: 200,
  timeoutMs: 60_000,
  heapMiB: 384,
  residentBytes: 768 * MIB,
  mostAnswerBytes: MIB,
};

/** What a history that is too large may have. */
export function mostMib({ mostBytes }: Pick<ReplayLimits, 'mostBytes'>): RefusalDetail {
  return { kind: 'most_mib', mib: inMib(mostBytes) };
}

export function inMib(bytes: number): number {
  return Math.round(bytes / MIB);
}

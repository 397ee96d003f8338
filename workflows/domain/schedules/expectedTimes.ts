import { type DueTimes, dueTimes, lastTimesBetween, timesBetween } from './serverTimes.ts';
import type { ServerSpec } from './spec.ts';
import type { OverlapPolicy } from './states.ts';

/** When a schedule was due from one moment on, up to the next revision. */
export interface DatedRevision {
  revision: number;
  serverSpec: ServerSpec;
  overlap: OverlapPolicy;
  catchUpSeconds: number;
  effectiveAt: Date;
}

/** A time that a revision says. */
export interface ExpectedTime {
  /** Milliseconds since 1970. */
  at: number;
  revision: DatedRevision;
  /** All times of that revision. */
  due: DueTimes;
}

interface Range {
  from: Date;
  until: Date;
  most: number;
}

/** The times that revisions, in their order, say after one moment and up to another: of each at most so many, the earliest. */
export function expectedTimes(revisions: readonly DatedRevision[], range: Range): ExpectedTime[] {
  return spansOf(revisions, range).flatMap(({ revision, from, until }) => {
    const due = dueTimes(revision.serverSpec);
    return timesBetween(due, from, until, range.most).map((at) => ({ at: at * 1_000, revision, due }));
  });
}

/** The same of all of them together: at most so many, the newest. */
export function newestExpectedTimes(revisions: readonly DatedRevision[], range: Range): ExpectedTime[] {
  return spansOf(revisions, range).reduceRight<ExpectedTime[]>((newer, { revision, from, until }) => {
    const left = range.most - newer.length;
    if (left <= 0) return newer;
    const due = dueTimes(revision.serverSpec);
    const found = lastTimesBetween(due, from, until, left);
    return [...found.map((at) => ({ at: at * 1_000, revision, due })), ...newer];
  }, []);
}

/** The part of a range in which each revision stood; in seconds since 1970. */
function spansOf(revisions: readonly DatedRevision[], { from, until }: Range) {
  return revisions.flatMap((revision, index) => {
    const ends = revisions[index + 1]?.effectiveAt.getTime() ?? Infinity;
    const start = Math.max(from.getTime(), revision.effectiveAt.getTime());
    const end = Math.min(until.getTime(), ends);
    if (start >= end) return [];
    return [{ revision, from: Math.floor(start / 1_000), until: Math.floor(end / 1_000) }];
  });
}

import { stripVTControlCharacters } from 'node:util';

/** A test that has failed. */
export interface FailedTest {
  /** The group that it ran in: browser, temporal, fault, pure, db, parity. */
  group: string;
  /** Its file, relative to the folder of the project. */
  file: string;
  name: string;
  /** Why, in the runner's words; '' if it said nothing. */
  why: string;
}

/** The results of some tests. */
export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
  /** Those that have failed, by name; fewer than `failed` where a failure belongs to no test. */
  failures: readonly FailedTest[];
}

export const NO_COUNTS: Counts = { passed: 0, failed: 0, skipped: 0, failures: [] };

/** One failure that belongs to no test. */
export const ONE_FAILED: Counts = { ...NO_COUNTS, failed: 1 };

export function addCounts(a: Counts, b: Counts): Counts {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
    failures: [...a.failures, ...b.failures],
  };
}

/** A failed test on one line, as it stands at the end of a run. */
export function inWords({ group, file, name, why }: FailedTest): string {
  return `${group} ${file}: ${onOneLine(name, 200)}${why === '' ? '' : ` (${onOneLine(why, 400)})`}`;
}

function onOneLine(text: string, length: number): string {
  return stripVTControlCharacters(text).replace(/\s+/g, ' ').trim().slice(0, length);
}

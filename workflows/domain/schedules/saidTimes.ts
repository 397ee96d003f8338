import type { DayTime, PlainDays } from './plainDays.ts';

/** Why words say no times: nothing is written; days without a time; a part (`text`) that is not understood. */
export type WordsProblem =
  | { kind: 'empty' }
  | { kind: 'no_time' }
  | { kind: 'bad_time'; text: string }
  | { kind: 'not_understood'; text: string };

/** What words say, in any language. */
export type SaidTimes =
  | { kind: 'interval'; everySeconds: number; offsetSeconds: number }
  | { kind: 'days'; days: PlainDays; times: DayTime[] }
  | { kind: 'unread'; problem: WordsProblem };

import { countOf } from '../../views/format/count.ts';

const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/** A length of time in the largest unit that says it exactly. @example lengthInWords(5_400) // "90 minutes" */
export function lengthInWords(seconds: number): string {
  const exact = UNITS.find(([, unitSeconds]) => seconds % unitSeconds === 0);
  return exact === undefined ? countOf(seconds, 'second') : countOf(seconds / exact[1], exact[0]);
}

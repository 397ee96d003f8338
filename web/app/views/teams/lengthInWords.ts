import type { Translate } from '../../languages/translator.ts';

const UNITS = [
  ['days', 86_400],
  ['hours', 3_600],
  ['minutes', 60],
] as const;

/** A duration in the largest unit that is exact. @example lengthInWords(t, 5_400) // "90 minutes" */
export function lengthInWords(t: Translate, seconds: number): string {
  const exact = UNITS.find(([, unitSeconds]) => seconds % unitSeconds === 0);
  if (exact === undefined) return t('teams:length.seconds', { count: seconds });
  const [unit, unitSeconds] = exact;
  return t(`teams:length.${unit}`, { count: seconds / unitSeconds });
}

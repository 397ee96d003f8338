import type { Language } from '../../languages/language.ts';
import { perLanguage } from './formatters.ts';

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

const distances = perLanguage((language) => new Intl.RelativeTimeFormat(language, { numeric: 'always' }));
const days = perLanguage(
  (language) => new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }),
);

/** A language's words for a time less than a minute away. */
export type Nearness = { language: Language; justNow: string; inAMoment: string };

/**
 * How far a moment is from now, in words.
 * @example formatRelativeTime(at, now, near) // "3 minutes ago"
 */
export function formatRelativeTime(
  atMs: number,
  nowMs: number,
  { language, justNow, inAMoment }: Nearness,
): string {
  const distanceMs = atMs - nowMs;
  const size = Math.abs(distanceMs);
  if (size < 45_000) return distanceMs > 0 ? inAMoment : justNow;
  if (size > 30 * 86_400_000) return days(language).format(atMs);
  const format = distances(language);
  for (const [unit, unitMs] of UNITS) {
    if (size >= unitMs) return format.format(Math.trunc(distanceMs / unitMs), unit);
  }
  return format.format(distanceMs > 0 ? 1 : -1, 'minute');
}

/** A moment in full, in UTC: the same on the server and in every browser. */
export function formatUtc(atMs: number): string {
  return `${new Date(atMs).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

import { readChineseWords } from './chineseWords.ts';
import { readEnglishWords } from './englishWords.ts';
import { calendarsOf } from './plainDays.ts';
import type { WordsProblem } from './saidTimes.ts';
import type { ScheduleTiming } from './spec.ts';

export type ReadWords = { kind: 'read'; timing: ScheduleTiming } | { kind: 'unread'; problem: WordsProblem };

/** Nothing that is understood is longer. */
export const WORDS_MAX_CHARACTERS = 200;
/** More than a year of seconds is no interval of the server's. */
const LONGEST_INTERVAL = 366 * 86_400;

/**
 * When "every weekday at 8:00" or "每个工作日8点" is. English and Chinese, from a closed list of forms; what is not one of them is
 * refused, and never guessed at.
 */
export function readWords(given: string): ReadWords {
  if (given.length > WORDS_MAX_CHARACTERS) {
    return { kind: 'unread', problem: { kind: 'not_understood', text: `${given.slice(0, 50)}…` } };
  }
  // Full-width digits, colons and commas become plain ones.
  const text = given
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[.。]$/, '')
    .replaceAll(/\s+/g, ' ');
  if (text === '') return { kind: 'unread', problem: { kind: 'empty' } };
  const said = /\p{Script=Han}/u.test(text) ? readChineseWords(text) : readEnglishWords(text);
  if (said.kind === 'unread') return said;
  if (said.kind === 'days') {
    return { kind: 'read', timing: { kind: 'calendar', calendars: calendarsOf(said.days, said.times) } };
  }
  const { everySeconds, offsetSeconds } = said;
  if (everySeconds < 1 || everySeconds > LONGEST_INTERVAL || offsetSeconds >= everySeconds) {
    return { kind: 'unread', problem: { kind: 'not_understood', text } };
  }
  return { kind: 'read', timing: { kind: 'interval', everySeconds, offsetSeconds } };
}

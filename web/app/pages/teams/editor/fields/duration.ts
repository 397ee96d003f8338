const UNITS = [
  { seconds: 86_400, written: 'd', names: ['d', 'day', 'days', '天'] },
  { seconds: 3_600, written: 'h', names: ['h', 'hr', 'hrs', 'hour', 'hours', '小时'] },
  { seconds: 60, written: 'min', names: ['m', 'min', 'mins', 'minute', 'minutes', '分', '分钟'] },
  { seconds: 1, written: 's', names: ['', 's', 'sec', 'secs', 'second', 'seconds', '秒'] },
] as const;

const PART = /^(\d+(?:[.,]\d+)?)\s*(\p{L}*)\s*/iu;

/**
 * Parses a duration to seconds: "90 s", "30 min", "2 h", "3 days", "1 h 30 min", "2 小时"; a plain number is
 * seconds. Returns null for empty text, and the text itself if it is invalid: the schema reports the error.
 */
export function secondsOf(text: string): number | string | null {
  let rest = text.trim();
  if (rest === '') return null;
  let seconds = 0;
  while (rest !== '') {
    const [part, amount = '', name = ''] = PART.exec(rest) ?? [];
    const unit = UNITS.find(({ names }) => (names as readonly string[]).includes(name.toLowerCase()));
    if (part === undefined || unit === undefined) return text.trim();
    seconds += Number(amount.replace(',', '.')) * unit.seconds;
    rest = rest.slice(part.length);
  }
  return seconds;
}

/** Writes a duration in the largest unit that is exact. @example durationText(5_400) // "90 min" */
export function durationText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'number') return '';
  const unit = UNITS.find(({ seconds }) => value >= seconds && value % seconds === 0);
  return `${String(value / (unit?.seconds ?? 1))} ${unit?.written ?? 's'}`;
}

import type { DayTime, PlainDays } from './plainDays.ts';
import type { SaidTimes } from './saidTimes.ts';

const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);
const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth'];
const UNITS: Readonly<Record<string, number>> = { second: 1, minute: 60, hour: 3_600 };

const INTERVAL =
  /^(?:every|each) (?:(\d{1,8}|half an|half) ?)?(second|sec|minute|min|hour)s?(?: shifted by (\d{1,8}) ?(second|sec|minute|min|hour)s?)?$/;

/** Reads lower-case English: intervals, and days with times, in either order. */
export function readEnglishWords(text: string): SaidTimes {
  if (text === 'hourly') return { kind: 'interval', everySeconds: 3_600, offsetSeconds: 0 };
  const interval = INTERVAL.exec(text);
  if (interval !== null) {
    const [, count = '1', unit = '', shift = '0', shiftUnit = unit] = interval;
    const size = unitSeconds(unit);
    const everySeconds = count.startsWith('half') ? size / 2 : Number(count) * size;
    return { kind: 'interval', everySeconds, offsetSeconds: Number(shift) * unitSeconds(shiftUnit) };
  }
  const { days: daysText, times: timesText } = split(text);
  const days = readDays(daysText);
  if (days === null) {
    const isAll = daysText === '' || daysText === 'at';
    return { kind: 'unread', problem: { kind: 'not_understood', text: isAll ? text : daysText } };
  }
  if (timesText === '') return { kind: 'unread', problem: { kind: 'no_time' } };
  const times = readTimes(timesText);
  if (times === null) return { kind: 'unread', problem: { kind: 'bad_time', text: timesText } };
  return { kind: 'days', days, times };
}

function unitSeconds(unit: string): number {
  return UNITS[unit === 'min' ? 'minute' : unit === 'sec' ? 'second' : unit] ?? 1;
}

/** "at 8:00 every day", "8am every day", "every day at 8:00", "every day 8:00". */
function split(text: string): { days: string; times: string } {
  const leading = /^(?:at )?(\d.*?|noon.*?|midnight.*?),? ((?:every|each|on|daily|weekly|monthly)\b.*)$/.exec(
    text,
  );
  const at = text.lastIndexOf(' at ');
  // "1st of each month at 9:00" begins with a number that is no time.
  if (leading !== null && (at < 0 || readTimes(leading[1] ?? '') !== null)) {
    return { times: leading[1] ?? '', days: leading[2] ?? '' };
  }
  if (at >= 0) return { days: text.slice(0, at).replace(/,$/, ''), times: text.slice(at + 4) };
  const bare = /^(.+?),? (\d{1,2}(?::\d{2}| ?(?:am|pm)).*|noon|midnight)$/.exec(text);
  return bare === null ? { days: text, times: '' } : { days: bare[1] ?? '', times: bare[2] ?? '' };
}

function items(text: string): string[] {
  return text
    .split(/,| and | & /)
    .map((item) => item.trim().replace(/^and /, ''))
    .filter((item) => item !== '');
}

const TIME = /^(\d{1,2})(?:[:.](\d{2}))? ?(am|a\.m|pm|p\.m|o['’]clock)?\.?$/;

function readTimes(text: string): DayTime[] | null {
  const said = items(text);
  const times = said.map(readTime);
  if (times.length === 0 || !times.every((time) => time !== null)) return null;
  return isUnclear(said, times) ? null : times;
}

/** "8 and 9 pm" may be 8:00 or 20:00: beside a half of the day, an hour without one has to be the same in both readings. */
function isUnclear(said: readonly string[], times: readonly DayTime[]): boolean {
  const halves = said.map((item) => /^(?:at )?\d.*([ap])\.?m\.?$/.exec(item)?.[1] ?? null);
  const isOf = (half: string) => halves.includes(half);
  return times.some(({ hour }, index) => {
    if (halves[index] !== null || !/^(?:at )?\d/.test(said[index] ?? '')) return false;
    return (isOf('p') && hour > 0 && hour < 12) || (isOf('a') && hour === 12);
  });
}

function readTime(text: string): DayTime | null {
  const plain = text.replace(/^at /, '');
  if (plain === 'noon') return { hour: 12, minute: 0 };
  if (plain === 'midnight') return { hour: 0, minute: 0 };
  const found = TIME.exec(plain);
  if (found === null) return null;
  const [, hourText = '', minuteText = '0', half = ''] = found;
  const given = Number(hourText);
  const minute = Number(minuteText);
  if (minute > 59) return null;
  if (!/^[ap]/.test(half)) return given > 23 ? null : { hour: given, minute };
  if (given < 1 || given > 12) return null;
  return { hour: (given % 12) + (half.startsWith('p') ? 12 : 0), minute };
}

function readDays(given: string): PlainDays | null {
  const text = given.replace(/^weekly,? (?=on )/, '').replace(/^on (?=\D)/, '');
  if (/^(?:(?:every|each) day|daily)$/.test(text)) return { kind: 'every_day' };
  if (/^(?:(?:every|each) )?(?:weekday|working day|workday)s?$/.test(text)) return { kind: 'working_days' };
  if (/^(?:(?:every|each) )?weekends?$/.test(text)) return { kind: 'weekend' };
  return readWeekDays(text) ?? readMonthDays(text) ?? readYearDay(text);
}

function weekDay(text: string): number | null {
  const name = text.replace(/s$/, '');
  if (name.length < 3) return null;
  const index = DAYS.findIndex((day) => day === name || (day.startsWith(name) && name.length <= 4));
  return index < 0 ? null : index;
}

function readWeekDays(given: string): PlainDays | null {
  const text = given.replace(/^(?:every|each) /, '');
  const range = /^(\w+) ?(?:to|through|-|–) ?(\w+)$/.exec(text);
  if (range !== null) {
    const first = weekDay(range[1] ?? '');
    const last = weekDay(range[2] ?? '');
    // From a day to itself is that day, or all of them.
    if (first === null || last === null || first === last) return null;
    const length = ((last - first + 7) % 7) + 1;
    const days = Array.from({ length }, (_, index) => (first + index) % 7);
    return first === 1 && last === 5 ? { kind: 'working_days' } : { kind: 'week_days', days };
  }
  const days = items(text).map((item) => weekDay(item.replace(/^(?:every|each|on) /, '')));
  return days.length > 0 && days.every((day) => day !== null) ? { kind: 'week_days', days } : null;
}

function readMonthDays(text: string): PlainDays | null {
  const found =
    /^(?:on )?(?:the |day )?(.+?)(?: days?)? (?:of|in) (?:the|each|every) month$/.exec(text) ??
    /^(?:every month|each month|monthly),? (?:on )?(?:the |day )?(.+?)(?: day)?$/.exec(text) ??
    /^(?:every|each) (\d{1,2}(?:st|nd|rd|th))$/.exec(text);
  const said = (found?.[1] ?? '').replace(/^(?:every|each) /, '');
  if (said === '') return null;
  if (said === 'last') return { kind: 'last_day' };
  const [which = '', dayText = ''] = said.split(' ');
  const day = weekDay(dayText);
  if (day !== null && said.split(' ').length === 2) {
    if (which === 'last') return { kind: 'last_week_day', day };
    const nth = ordinal(which);
    return nth === null || nth > 5 ? null : { kind: 'nth_week_day', nth, day };
  }
  const days = items(said).map((item) => ordinal(item.replace(/^(?:on )?(?:the |day )/, '')));
  const known = days.length > 0 && days.every((each) => each !== null && each >= 1 && each <= 31);
  return known ? { kind: 'month_days', days: days.map(Number) } : null;
}

function ordinal(text: string): number | null {
  const index = ORDINALS.indexOf(text);
  if (index >= 0) return index + 1;
  const found = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(text);
  return found === null ? null : Number(found[1]);
}

function readYearDay(given: string): PlainDays | null {
  const text = given
    .replace(/^(?:(?:every|each) year|yearly),? (?:on )?/, '')
    .replace(/^(?:every|each) /, '');
  const found =
    /^(?:the )?(\d{1,2})(?:st|nd|rd|th)? (?:of )?([a-z]+)$/.exec(text) ??
    /^([a-z]+) (\d{1,2})(?:st|nd|rd|th)?$/.exec(text);
  if (found === null) return null;
  const [, first = '', second = ''] = found;
  const [dayText, name] = /^\d/.test(first) ? [first, second] : [second, first];
  const month = name.length < 3 ? 0 : MONTHS.findIndex((each) => each.startsWith(name)) + 1;
  const day = Number(dayText);
  return month < 1 || day < 1 || day > 31 ? null : { kind: 'year_day', month, day };
}

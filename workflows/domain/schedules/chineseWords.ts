import type { DayTime, PlainDays } from './plainDays.ts';
import type { SaidTimes } from './saidTimes.ts';

const WEEK = '日一二三四五六';
const DIGITS = '零一二三四五六七八九';
const NUMBER = '(\\d{1,8}|[零一二两三四五六七八九十]{1,3})';
const UNITS = '(秒钟|秒|分钟|分|小时|钟头)';

const INTERVAL = new RegExp(`^每隔?(?:${NUMBER}|(半))?个?${UNITS}(?:[,、]?错后${NUMBER}个?${UNITS})?$`);
/** The hours of a clock of twelve that each part of the day has, with that of the day; another hour is not guessed at. */
const PARTS = {
  凌晨: { 12: 0, ...hours(0, 6) },
  清晨: hours(4, 9),
  早上: hours(1, 11),
  早晨: hours(1, 11),
  上午: hours(1, 11),
  中午: { ...hours(11, 12), 1: 13, 2: 14 },
  下午: { 12: 12, ...hours(1, 11, 12) },
  傍晚: hours(4, 8, 12),
  晚上: { 12: 24, 0: 24, ...hours(5, 11, 12) },
  夜里: { 12: 24, 0: 24, ...hours(1, 5), ...hours(8, 11, 12) },
} satisfies Record<string, Readonly<Record<number, number>>>;
type DayPart = keyof typeof PARTS;

/** What twelve o'clock is where it follows a time of one of these, as in "上午9点、12点"; null: noon or midnight. */
const TWELVE_AFTER: Partial<Record<DayPart, number | null>> = {
  凌晨: null,
  清晨: 12,
  早上: 12,
  早晨: 12,
  上午: 12,
};

const TIME = new RegExp(
  `(${Object.keys(PARTS).join('|')})?(?:(\\d{1,2}):(\\d{2})|${NUMBER}(?:点钟|点整|点|时)(?:(半)|(一刻|三刻)|零?${NUMBER}分?)?)|正午|午夜`,
  'g',
);

/** Reads Chinese: intervals, and days with times behind them. */
export function readChineseWords(given: string): SaidTimes {
  const text = given
    .replaceAll(/\s/g, '')
    .replaceAll('星期', '周')
    .replaceAll('礼拜', '周')
    .replaceAll('周天', '周日');
  const interval = INTERVAL.exec(text);
  if (interval !== null) {
    const [, count = '1', half, unit = '', shift = '0', shiftUnit = unit] = interval;
    const every = half === undefined ? numberOf(count) * unitSeconds(unit) : unitSeconds(unit) / 2;
    return { kind: 'interval', everySeconds: every, offsetSeconds: numberOf(shift) * unitSeconds(shiftUnit) };
  }
  const found = [...text.matchAll(TIME)];
  const [first] = found;
  const daysText = (first === undefined ? text : text.slice(0, first.index)).replace(/[,的在]$/, '');
  const days = readDays(daysText);
  if (days === null) {
    return { kind: 'unread', problem: { kind: 'not_understood', text: daysText === '' ? given : daysText } };
  }
  if (first === undefined) return { kind: 'unread', problem: { kind: 'no_time' } };
  const timesText = text.slice(first.index);
  // What is between the times may only join them.
  const rest = timesText.replaceAll(TIME, '').replaceAll(/[,、和及与]/g, '');
  const times: DayTime[] = [];
  let part: DayPart | null = null;
  for (const match of found) {
    const named = match[1] === undefined ? null : (match[1] as DayPart);
    const time = timeOf(match, { named, before: part, isEveryDay: days.kind === 'every_day' });
    if (time === null) return { kind: 'unread', problem: { kind: 'bad_time', text: timesText } };
    times.push(time);
    part = named ?? part;
  }
  if (rest !== '') return { kind: 'unread', problem: { kind: 'bad_time', text: timesText } };
  return { kind: 'days', days, times };
}

function unitSeconds(unit: string): number {
  if (unit.startsWith('秒')) return 1;
  return unit.startsWith('分') ? 60 : 3_600;
}

/** Numbers up to 99 in characters, or in digits. */
function numberOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  if (text.startsWith('零') && text.length > 1) return numberOf(text.slice(1));
  const digit = (character: string | undefined): number =>
    character === undefined || character === '' ? 0 : DIGITS.indexOf(character === '两' ? '二' : character);
  if (!text.includes('十')) {
    const value = text.length === 1 ? digit(text) : -1;
    return value < 0 ? Number.NaN : value;
  }
  const [tens = '', ones = ''] = text.split('十');
  if (tens.length > 1 || ones.length > 1) return Number.NaN;
  return (tens === '' ? 1 : digit(tens)) * 10 + digit(ones);
}

/** The hours from one to another, each with the hour of the day so much later. */
function hours(from: number, to: number, later = 0): Record<number, number> {
  return Object.fromEntries(
    Array.from({ length: to - from + 1 }, (_, index) => [from + index, from + index + later]),
  );
}

interface Said {
  /** The part of the day that is named with the time; null: none. */
  named: DayPart | null;
  /** The one that was named last before it; null: none. */
  before: DayPart | null;
  /** Midnight at the end of a day is then the one at its beginning. */
  isEveryDay: boolean;
}

function timeOf(match: RegExpExecArray, { named, before, isEveryDay }: Said): DayTime | null {
  const [whole, , clockHour, clockMinute, hourText, half, quarters, minuteText] = match;
  if (whole === '正午') return { hour: 12, minute: 0 };
  if (whole === '午夜') return { hour: 0, minute: 0 };
  const given = clockHour === undefined ? numberOf(hourText ?? '') : Number(clockHour);
  const minute = minuteOf({ clockMinute, half, quarters, minuteText });
  const hour = hourOf(given, { named, before });
  const isTime = hour !== null && Number.isInteger(minute) && minute < 60;
  if (!isTime || hour > 24 || (hour === 24 && !isEveryDay)) return null;
  return { hour: hour % 24, minute };
}

function hourOf(given: number, { named, before }: Omit<Said, 'isEveryDay'>): number | null {
  if (!Number.isInteger(given) || given > 23) return null;
  const part = named ?? before;
  if (part === null) return given;
  const inPart: Readonly<Record<number, number>> = PARTS[part];
  const twelve = named === null && given === 12 ? TWELVE_AFTER[part] : undefined;
  if (twelve !== undefined) return twelve;
  const hour = inPart[given];
  if (hour !== undefined) return hour;
  // "下午15点" says it twice, and "上午9点、15点" leaves the part that was named before.
  const isOfDay = given > 12 && (named === null || Object.values(inPart).includes(given));
  return isOfDay ? given : null;
}

function minuteOf(said: {
  clockMinute: string | undefined;
  half: string | undefined;
  quarters: string | undefined;
  minuteText: string | undefined;
}): number {
  if (said.clockMinute !== undefined) return Number(said.clockMinute);
  if (said.half !== undefined) return 30;
  if (said.quarters !== undefined) return said.quarters === '一刻' ? 15 : 45;
  return said.minuteText === undefined ? 0 : numberOf(said.minuteText);
}

function readDays(text: string): PlainDays | null {
  if (/^(?:每天|每日|天天|每一天)$/.test(text)) return { kind: 'every_day' };
  if (/^(?:每个?工作日|工作日|平日|每?周一(?:到|至|-)周?五)$/.test(text)) return { kind: 'working_days' };
  if (/^每?个?周末$/.test(text)) return { kind: 'weekend' };
  return readWeekDays(text) ?? readMonthDays(text) ?? readYearDay(text);
}

function readWeekDays(text: string): PlainDays | null {
  const range = /^每?个?周([日一二三四五六])(?:到|至|-)周?([日一二三四五六])$/.exec(text);
  if (range !== null) {
    const first = WEEK.indexOf(range[1] ?? '');
    const last = WEEK.indexOf(range[2] ?? '');
    // From a day to itself is that day, or all of them.
    if (first === last) return null;
    const length = ((last - first + 7) % 7) + 1;
    return { kind: 'week_days', days: Array.from({ length }, (_, index) => (first + index) % 7) };
  }
  if (!/^每?个?周[日一二三四五六](?:[,、和及]?(?:每?周)?[日一二三四五六])*$/.test(text)) return null;
  const days = [...text.replaceAll(/[^日一二三四五六]/g, '')].map((day) => WEEK.indexOf(day));
  return { kind: 'week_days', days };
}

const MONTH_DAY = /^每个?月的?(.+)$/;

function readMonthDays(text: string): PlainDays | null {
  const said = MONTH_DAY.exec(text)?.[1];
  if (said === undefined) return null;
  if (/^最后一[天日]$/.test(said)) return { kind: 'last_day' };
  const last = /^最后一?个?周([日一二三四五六])$/.exec(said);
  if (last !== null) return { kind: 'last_week_day', day: WEEK.indexOf(last[1] ?? '') };
  const nth = /^第?([一二三四五1-5])个周([日一二三四五六])$/.exec(said);
  if (nth !== null) {
    return { kind: 'nth_week_day', nth: numberOf(nth[1] ?? ''), day: WEEK.indexOf(nth[2] ?? '') };
  }
  const days = said.split(/[,、和及]/).map((item) => {
    const found = new RegExp(`^第?${NUMBER}[日号天]?$`).exec(item);
    return found === null ? Number.NaN : numberOf(found[1] ?? '');
  });
  const known = /[日号天]$/.test(said) && days.every((day) => day >= 1 && day <= 31);
  return known ? { kind: 'month_days', days } : null;
}

function readYearDay(text: string): PlainDays | null {
  const found = new RegExp(`^每年的?${NUMBER}月${NUMBER}[日号]$`).exec(text);
  if (found === null) return null;
  const month = numberOf(found[1] ?? '');
  const day = numberOf(found[2] ?? '');
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? { kind: 'year_day', month, day } : null;
}

import { z } from 'zod';
import {
  type Holiday,
  secondOfDay,
  type WorkingHours,
} from '../../../../workflows/domain/time/workingTime.ts';

const HOURS = /^(\d{1,2})(?:[:.](\d{2}))?\s*[-–—]\s*(\d{1,2})(?:[:.](\d{2}))?$/;

/** Hours as people type them ("9-12:30, 13:30–18:00"); empty: none. Null: they can't be read. */
export function readHours(text: string): WorkingHours[] | null {
  const parts = text
    .split(/[,;，；、]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const hours = parts.map(readRange);
  return hours.every((range) => range !== null) ? hours : null;
}

/** Hours in the form in which readHours takes them back. */
export function hoursText(hours: readonly WorkingHours[]): string {
  return hours.map(({ from, to }) => `${from}–${to}`).join(', ');
}

const calendarDate = z.iso.date();

/** More words before a name are no hours. */
const MOST_WORDS_OF_HOURS = 30;

/**
 * Dates, one a line, each with hours of its own or none, and a name: "2026-12-24 9:00-12:00 Christmas Eve". A number is the line, from 1,
 * that can't be read.
 */
export function readHolidays(text: string): Holiday[] | number {
  const holidays: Holiday[] = [];
  for (const [index, line] of text.split(/\r\n?|\n/).entries()) {
    if (line.trim() === '') continue;
    const holiday = readHoliday(line.trim());
    if (holiday === null) return index + 1;
    holidays.push(holiday);
  }
  return holidays;
}

/** Dates in the form in which readHolidays takes them back. */
export function holidaysText(holidays: readonly Holiday[]): string {
  return holidays
    .map(({ date, hours, name }) => [date, hoursText(hours), name].filter((part) => part !== '').join(' '))
    .join('\n');
}

function readHoliday(line: string): Holiday | null {
  const [date = '', ...words] = line.split(/\s+/);
  if (!calendarDate.safeParse(date).success) return null;
  // The hours end where the name begins: as many of the first words are hours as can be read so.
  for (let count = Math.min(words.length, MOST_WORDS_OF_HOURS); count > 0; count--) {
    const hours = readHours(words.slice(0, count).join(' '));
    if (hours !== null) return { date, name: words.slice(count).join(' '), hours };
  }
  return { date, name: words.join(' '), hours: [] };
}

function readRange(text: string): WorkingHours | null {
  const found = HOURS.exec(text);
  if (found === null) return null;
  const [, fromHour = '', fromMinute = '00', toHour = '', toMinute = '00'] = found;
  const from = `${fromHour.padStart(2, '0')}:${fromMinute}`;
  const to = `${toHour.padStart(2, '0')}:${toMinute}`;
  const isInDay = Number(fromMinute) < 60 && Number(toMinute) < 60 && secondOfDay(to) <= 86_400;
  return isInDay && secondOfDay(from) < secondOfDay(to) ? { from, to } : null;
}

import { describe, expect, it } from '@jest/globals';
import { holidaysText, hoursText, readHolidays, readHours } from './calendarText.ts';

describe('hours as they are typed', () => {
  it.each([
    ['9-17', [['09:00', '17:00']]],
    [
      ' 9:00 – 12:30,13.30—18:00 ',
      [
        ['09:00', '12:30'],
        ['13:30', '18:00'],
      ],
    ],
    ['0-24', [['00:00', '24:00']]],
    [
      '9-12，13-18',
      [
        ['09:00', '12:00'],
        ['13:00', '18:00'],
      ],
    ],
    ['', []],
  ])('%j', (typed, hours) => {
    const read = readHours(typed);
    expect(read).toEqual(hours.map(([from, to]) => ({ from, to })));
    expect(readHours(hoursText(read ?? []))).toEqual(read);
  });

  it.each(['9', '17-9', '9-9', '9-25', '9:60-10', 'never', '22-24:30', '9-12 13-18'])(
    '%j is none',
    (typed) => {
      expect(readHours(typed)).toBeNull();
    },
  );
});

describe('holidays as they are typed', () => {
  it('have a date a line, and perhaps hours and a name', () => {
    const typed =
      '2026-12-25 Christmas Day\r\n\r\n2026-12-24 9-12, 13-14 Christmas Eve\n2027-01-01\n2026-12-31 9:00-12:00';
    const read = readHolidays(typed);
    expect(read).toEqual([
      { date: '2026-12-25', name: 'Christmas Day', hours: [] },
      {
        date: '2026-12-24',
        name: 'Christmas Eve',
        hours: [
          { from: '09:00', to: '12:00' },
          { from: '13:00', to: '14:00' },
        ],
      },
      { date: '2027-01-01', name: '', hours: [] },
      { date: '2026-12-31', name: '', hours: [{ from: '09:00', to: '12:00' }] },
    ]);
    expect(readHolidays(holidaysText(read as Exclude<typeof read, number>))).toEqual(read);
  });

  it.each([
    ['2026-02-30 No such day', 1],
    ['2026-12-25\nChristmas', 2],
    ['2026-12-25\n\n24.12.2026', 3],
  ])('%j can’t be read in its line %d', (typed, line) => {
    expect(readHolidays(typed)).toBe(line);
  });
});

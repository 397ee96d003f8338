import { describe, expect, it } from '@jest/globals';
import { workingCalendarSchema } from './calendarInput.ts';

const OFFICE = {
  timeZone: 'Europe/Berlin',
  week: { monday: [{ from: '09:00', to: '17:00' }] },
  holidays: [{ date: '2026-12-24', hours: [{ from: '09:00', to: '12:00' }] }],
};

const faultsOf = (given: object) =>
  workingCalendarSchema
    .safeParse({ ...OFFICE, ...given })
    .error?.issues.map(({ path, message }) => [path, message]);

describe('a working calendar', () => {
  it('has no hours on days that are left out', () => {
    expect(workingCalendarSchema.parse(OFFICE)).toMatchObject({
      week: { monday: [{ from: '09:00', to: '17:00' }], sunday: [] },
      holidays: [{ date: '2026-12-24', name: '' }],
    });
  });

  it.each([
    [{ timeZone: 'Europe/Nowhere' }, ['timeZone'], 'no time zone'],
    [{ timeZone: '+02:00' }, ['timeZone'], 'no time zone'],
    [{ week: {} }, ['week'], 'nothing would ever be due'],
    [{ week: { monday: [{ from: '9:00', to: '17:00' }] } }, ['week', 'monday', 0, 'from'], 'no time of day'],
    [{ week: { monday: [{ from: '09:00', to: '24:30' }] } }, ['week', 'monday', 0, 'to'], 'no time of day'],
    [{ week: { monday: [{ from: '22:00', to: '06:00' }] } }, ['week', 'monday', 0, 'to'], 'past midnight'],
    [{ holidays: [{ date: '2026-02-30' }] }, ['holidays', 0, 'date'], 'no date'],
    [{ holidays: [{ date: '2026-12-25' }, { date: '2026-12-25' }] }, ['holidays', 1, 'date'], 'there twice'],
  ])('%j is refused at its place, with what to do', (given, path, words) => {
    expect(faultsOf(given)).toEqual([[path, expect.stringContaining(words)]]);
  });
});

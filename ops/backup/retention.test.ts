import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { backupName, backupOfKey, timeOfBackup } from './backupName.ts';
import { expiredBackups } from './retention.ts';

const DAY_MS = 86_400_000;
const start = Date.UTC(2026, 0, 1, 3);
const daily = (days: number) =>
  Array.from({ length: days }, (_, day) => backupName(new Date(start + day * DAY_MS)));

test('a name is read as the time that it was made of, and no other name is ours', () => {
  const at = new Date('2026-11-29T03:04:05Z');
  expect(backupName(at)).toBe('colloquy-20261129T030405Z');
  expect(timeOfBackup(backupName(at))).toEqual(at);
  for (const other of [
    'colloquy-20260231T000000Z',
    'colloquy-2026',
    'invoices',
    `${backupName(at)}.old`,
    '',
  ]) {
    expect(timeOfBackup(other)).toBeNull();
  }
  expect(backupOfKey(`${backupName(at)}/manifest.json`)).toBe(backupName(at));
  expect(backupOfKey(`${backupName(at)}/a/b`)).toBeNull();
  expect(backupOfKey(backupName(at))).toBeNull();
});

test('of a year of daily backups stay seven days, four weeks and twelve months', () => {
  const all = daily(365);
  const expired = expiredBackups(all, []);
  const kept = all.filter((name) => !expired.includes(name)).map((name) => name.slice(9, 17));
  // 2026-12-31 is a Thursday.
  expect(kept).toEqual([
    ...['20260131', '20260228', '20260331', '20260430', '20260531', '20260630', '20260731', '20260831'],
    ...['20260930', '20261031', '20261130', '20261213', '20261220'],
    ...['20261225', '20261226', '20261227', '20261228', '20261229', '20261230', '20261231'],
  ]);
});

const times = fc.uniqueArray(fc.integer({ min: 0, max: 900 * 24 }), { maxLength: 200 });
const named = (hours: number[]) => hours.map((hour) => backupName(new Date(start + hour * 3_600_000)));

test('the newest is never deleted, nor anything that is not ours', () => {
  fc.assert(
    fc.property(times, times, fc.array(fc.string()), (complete, unfinished, strangers) => {
      const names = named(complete);
      const others = named(unfinished).filter((name) => !names.includes(name));
      const expired = expiredBackups([...names, ...strangers], [...others, ...strangers]);
      const newest = [...names].sort().at(-1);
      expect(expired).not.toContain(newest);
      expect(expired.filter((name) => timeOfBackup(name) === null)).toEqual([]);
      expect(new Set(expired).size).toBe(expired.length);
      // Nothing is deleted while there is no complete backup.
      if (newest === undefined) expect(expired).toEqual([]);
    }),
  );
});

test('at most one a period is kept, the newest of the last seven days always is, and a second run deletes nothing', () => {
  fc.assert(
    fc.property(times, (hours) => {
      const names = named(hours);
      const kept = names.filter((name) => !expiredBackups(names, []).includes(name));
      expect(kept.length).toBeLessThanOrEqual(7 + 4 + 12);
      expect(expiredBackups(kept, [])).toEqual([]);
      const days = [...new Set(names.map((name) => name.slice(0, 17)))].sort().slice(-7);
      for (const day of days) {
        expect(kept).toContain(
          names
            .filter((name) => name.startsWith(day))
            .sort()
            .at(-1),
        );
      }
    }),
  );
});

test('what a backup left that broke off goes after two days', () => {
  const [first = '', second = '', third = '', fourth = ''] = daily(4);
  expect(expiredBackups([fourth], [first, second, third])).toEqual([first]);
});

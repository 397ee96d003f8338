import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isTimeZone, openZone } from './zone.ts';

const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Shanghai',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
];

const berlin = openZone('Europe/Berlin');
const wall = (text: string) => Date.parse(`${text}Z`);

describe('a time zone', () => {
  it('knows summer time', () => {
    expect(berlin.momentOf(wall('2026-07-01T09:00'))).toBe(Date.parse('2026-07-01T07:00Z'));
    expect(berlin.momentOf(wall('2026-12-01T09:00'))).toBe(Date.parse('2026-12-01T08:00Z'));
  });

  it('takes the first of two moments, and goes on after those that are left out', () => {
    expect(berlin.momentOf(wall('2026-10-25T02:30'))).toBe(Date.parse('2026-10-25T00:30Z'));
    expect(berlin.momentOf(wall('2026-03-29T02:30'))).toBe(Date.parse('2026-03-29T01:30Z'));
  });

  it('finds the moment of what the wall shows at it, up to the hour that comes twice', () => {
    const moment = fc.integer({ min: Date.parse('2000-01-01'), max: Date.parse('2060-01-01') });
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), moment, (name, ms) => {
        const zone = openZone(name);
        const found = zone.momentOf(zone.wallAt(ms));
        expect(zone.wallAt(found)).toBe(zone.wallAt(ms));
        expect(found).toBeLessThanOrEqual(ms);
      }),
    );
  });

  it('has a name', () => {
    expect(isTimeZone('Europe/Berlin')).toBe(true);
    expect(isTimeZone('Europe/Nowhere')).toBe(false);
    expect(isTimeZone('')).toBe(false);
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { askedFrom, clockOf, isAmong, mayAnswer, neededOf } from './asking.ts';

const OPENED_MS = Date.parse('2026-12-01T09:00:00Z');
const ALL_HOURS = clockOf(undefined, null);
const ASKING = {
  assignees: ['ada@example.test'],
  remindAfterSeconds: [7_200, 3_600],
  escalation: { afterSeconds: 10_800, to: ['ben@example.test'] },
};

describe('the people of a task', () => {
  it('are reminded at moments from its opening on, the earliest first, and then others are asked', () => {
    expect(askedFrom(ASKING, OPENED_MS, ALL_HOURS)).toEqual({
      assignees: ['ada@example.test'],
      reminders: ['2026-12-01T10:00:00.000Z', '2026-12-01T11:00:00.000Z'],
      escalation: { at: '2026-12-01T12:00:00.000Z', to: ['ben@example.test'] },
      calendar: null,
      quorum: null,
    });
  });

  it('who all have to agree are counted by their addresses, however these are written', () => {
    const assignees = ['ada@example.test', 'Ben@example.test', 'ben@example.TEST'];
    expect(neededOf({ assignees, quorum: { of: 'all' } })).toBe(2);
    expect(neededOf({ assignees, quorum: { of: 3 } })).toBe(3);
    expect(neededOf({ assignees })).toBeNull();
  });

  it('are reminded in working hours where a calendar says so', () => {
    const morning = [{ from: '08:00', to: '10:00' }];
    const week = {
      monday: [],
      tuesday: morning,
      wednesday: morning,
      thursday: morning,
      friday: [],
      saturday: [],
      sunday: [],
    };
    const clock = clockOf('Mornings', { timeZone: 'UTC', week, holidays: [] });
    expect(askedFrom({ ...ASKING, calendar: 'Mornings' }, OPENED_MS, clock)).toMatchObject({
      reminders: ['2026-12-01T10:00:00.000Z', '2026-12-02T09:00:00.000Z'],
      escalation: { at: '2026-12-02T10:00:00.000Z' },
      calendar: { name: 'Mornings', timeZone: 'UTC' },
    });
  });

  it('are reminded as if all hours counted where there is no such calendar, and the task says so', () => {
    expect(askedFrom(ASKING, OPENED_MS, clockOf('Gone', null))).toEqual({
      ...askedFrom(ASKING, OPENED_MS, ALL_HOURS),
      calendar: { name: 'Gone', timeZone: null },
    });
  });

  it('may answer it, and those to whom it is escalated from that moment on', () => {
    const asked = askedFrom(ASKING, OPENED_MS, ALL_HOURS);
    expect(mayAnswer(asked, OPENED_MS + 10_799_999)).toEqual(['ada@example.test']);
    expect(mayAnswer(asked, OPENED_MS + 10_800_000)).toEqual(['ada@example.test', 'ben@example.test']);
  });

  it('are all members where nobody is named, escalated or not', () => {
    const asked = askedFrom({ ...ASKING, assignees: [] }, OPENED_MS, ALL_HOURS);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (laterMs) => {
        expect(mayAnswer(asked, OPENED_MS + laterMs)).toBeNull();
      }),
    );
  });

  it('are found by their address in upper or lower case', () => {
    expect(isAmong('Ada@Example.test', ['ada@example.TEST'])).toBe(true);
    expect(isAmong('ada@example.test', ['ben@example.test'])).toBe(false);
  });
});

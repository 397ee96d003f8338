import { describe, expect, it } from '@jest/globals';
import { formatPlace, parseHistoryCursor, parsePlace } from './historyCursor.ts';
import { historySearchParams, parseHistoryFilters } from './historyFilters.ts';
import { parseListStream } from './listStream.ts';

const ID = '01890000-0000-7000-8000-000000000001';
const TEAM = '01890000-0000-7000-8000-0000000000aa';

describe('addresses of the run history', () => {
  it('carry filters there and back', () => {
    const filters = { state: 'running', teamId: TEAM, search: '50% & more' } as const;
    expect(parseHistoryFilters(historySearchParams(filters))).toEqual(filters);
    expect(historySearchParams({ state: null, teamId: null, search: '' }).toString()).toBe('');
  });

  it('leave out what makes no sense', () => {
    const params = new URLSearchParams({ state: 'dancing', team: 'x', q: 'y'.repeat(201) });
    expect(parseHistoryFilters(params)).toEqual({ state: null, teamId: null, search: '' });
  });

  it('carry a place there and back', () => {
    const place = { createdAt: '2026-01-02T03:04:05.678Z', id: ID };
    expect(parsePlace(formatPlace(place))).toEqual(place);
    expect(parseHistoryCursor(new URLSearchParams({ newer: formatPlace(place) }))).toEqual({
      direction: 'newer',
      place,
    });
    for (const bad of ['', '1', `1_${ID}x`, `-1_${ID}`, `9e9_${ID}`, `999999999999999_${ID}`, null]) {
      expect(parsePlace(bad)).toBeNull();
    }
  });

  it('name the rows that a stream watches, and no more than a page has', () => {
    const rows = [
      `${ID}:7`,
      'nonsense',
      `${TEAM}:-1`,
      ...Array.from({ length: 200 }, () => `${TEAM}:3`),
    ].join();
    expect(parseListStream(new URLSearchParams({ rows })).rows).toEqual(
      new Map([
        [ID, 7],
        [TEAM, 3],
      ]),
    );
    expect(parseListStream(new URLSearchParams()).newest).toBeNull();
  });
});

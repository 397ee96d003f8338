import { describe, expect, it } from '@jest/globals';
import { readRetryAfter } from './retryAfter.ts';

const NOW_MS = Date.parse('2026-01-01T00:00:00Z');
const HOUR_MS = 60 * 60 * 1000;

const wait = (headers: Record<string, string>) => readRetryAfter(new Headers(headers), NOW_MS);

describe('what a provider asks to wait', () => {
  it.each([
    ['seconds', { 'retry-after': '20' }, 20_000],
    ['parts of a second', { 'retry-after': '0.5' }, 500],
    ['no time at all', { 'retry-after': '0' }, 0],
    ['a date', { 'retry-after': 'Thu, 01 Jan 2026 00:01:30 GMT' }, 90_000],
    ['a date that has passed', { 'retry-after': 'Thu, 01 Jan 2020 00:00:00 GMT' }, 0],
    ['a negative number of seconds', { 'retry-after': '-5' }, 0],
    ['milliseconds', { 'retry-after-ms': '1500' }, 1_500],
    ['both: the finer one counts', { 'retry-after-ms': '1500', 'retry-after': '2' }, 1_500],
    [
      'milliseconds that cannot be read beside seconds that can',
      { 'retry-after-ms': 'soon', 'retry-after': '2' },
      2_000,
    ],
    ['empty milliseconds beside seconds', { 'retry-after-ms': '', 'retry-after': '2' }, 2_000],
    ['negative milliseconds beside seconds', { 'retry-after-ms': '-1', 'retry-after': '2' }, 2_000],
    ['more than an hour', { 'retry-after': '86400' }, HOUR_MS],
    ['a date next week', { 'retry-after': 'Thu, 08 Jan 2026 00:00:00 GMT' }, HOUR_MS],
    ['more milliseconds than an hour has', { 'retry-after-ms': '1e12' }, HOUR_MS],
  ])('is read from %s', (_what, headers, expected) => {
    expect(wait(headers)).toBe(expected);
  });

  it.each([
    ['nothing', {}],
    ['an empty value', { 'retry-after': '' }],
    ['a word', { 'retry-after': 'soon' }],
    ['infinity', { 'retry-after': 'Infinity' }],
  ])('is unknown from %s', (_what, headers) => {
    expect(wait(headers as Record<string, string>)).toBeNull();
  });

  it('is unknown without headers', () => {
    expect(readRetryAfter(undefined, NOW_MS)).toBeNull();
  });
});

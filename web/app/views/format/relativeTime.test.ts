import { expect, test } from '@jest/globals';
import { formatRelativeTime, formatUtc } from './relativeTime.ts';

const ENGLISH = { language: 'en', justNow: 'just now', inAMoment: 'in a moment' } as const;
const CHINESE = { language: 'zh-CN', justNow: '刚刚', inAMoment: '即将' } as const;
const NOW = Date.UTC(2026, 10, 24, 12);

test.each([
  [0, 'just now'],
  [-44_000, 'just now'],
  [20_000, 'in a moment'],
  [-50_000, '1 minute ago'],
  [-3 * 60_000, '3 minutes ago'],
  [2 * 3_600_000, 'in 2 hours'],
  [-5 * 86_400_000, '5 days ago'],
  [-40 * 86_400_000, 'Oct 15, 2026'],
])('%p ms from now is %p', (distanceMs, text) => {
  expect(formatRelativeTime(NOW + distanceMs, NOW, ENGLISH)).toBe(text);
});

test.each([
  [0, '刚刚'],
  [-3 * 60_000, '3分钟前'],
  [2 * 3_600_000, '2小时后'],
  [-40 * 86_400_000, '2026年10月15日'],
])('%p ms from now is %p in Chinese', (distanceMs, text) => {
  expect(formatRelativeTime(NOW + distanceMs, NOW, CHINESE)).toBe(text);
});

test('a full time is the same everywhere', () => {
  expect(formatUtc(NOW)).toBe('2026-11-24 12:00 UTC');
});

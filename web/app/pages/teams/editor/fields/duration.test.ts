import { expect, test } from '@jest/globals';
import { durationText, secondsOf } from './duration.ts';

test.each([
  ['90', 90],
  ['90 s', 90],
  ['1.5', 1.5],
  ['30 min', 1_800],
  ['2 h', 7_200],
  ['2h', 7_200],
  ['1,5 hours', 5_400],
  ['3 days', 259_200],
  ['1 h 30 min', 5_400],
  ['1 小时 30 分钟', 5_400],
  ['3天', 259_200],
  ['', null],
  ['soon', 'soon'],
  ['2 fortnights', '2 fortnights'],
  ['-5 min', '-5 min'],
])('reads %p as %p', (text, seconds) => {
  expect(secondsOf(text)).toBe(seconds);
});

test.each([
  [45, '45 s'],
  [0.5, '0.5 s'],
  [0, '0 s'],
  [90, '90 s'],
  [5_400, '90 min'],
  [7_200, '2 h'],
  [604_800, '7 d'],
  [null, ''],
  ['soon', 'soon'],
])('writes %p as %p', (value, text) => {
  expect(durationText(value)).toBe(text);
});

test('reads what it writes', () => {
  for (const seconds of [1, 59, 60, 3_599, 3_600, 86_400, 90_000, 31_622_400]) {
    expect(secondsOf(durationText(seconds))).toBe(seconds);
  }
});

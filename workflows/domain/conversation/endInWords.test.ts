import { describe, expect, it } from '@jest/globals';
import { END_LENGTH, endInWords } from './endInWords.ts';

describe('an end in words', () => {
  it.each([
    [
      'finished',
      "Text 'APPROVE' mentioned",
      ['One', 'APPROVE'],
      "It ended as finished: Text 'APPROVE' mentioned\n\nAPPROVE",
    ],
    ['failed', null, [], 'It ended as failed.'],
    ['stopped', '', ['So far'], 'It ended as stopped.\n\nSo far'],
  ])(
    '%s: the outcome, the reason if there is one, and the last message',
    (state, stopReason, messages, words) => {
      expect(endInWords({ state, stopReason, messages })).toBe(words);
    },
  );

  it('is cut to its beginning, and to whole characters', () => {
    const words = endInWords({ state: 'finished', stopReason: null, messages: ['😀'.repeat(END_LENGTH)] });
    expect(words.length).toBeLessThanOrEqual(END_LENGTH);
    expect(words.isWellFormed()).toBe(true);
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { markedRuns } from './markedRuns.ts';

describe('the marks of words', () => {
  it('are on whole words, in capitals or not', () => {
    expect(markedRuns('Holiday: holidays are days.', new Set(['holiday', 'days']))).toEqual([
      { text: 'Holiday', marked: true },
      { text: ': holidays are ', marked: false },
      { text: 'days', marked: true },
      { text: '.', marked: false },
    ]);
    expect(markedRuns('员工每年有年假', new Set(['员工']))).toEqual([
      { text: '员工', marked: true },
      { text: '每年有年假', marked: false },
    ]);
  });

  it('leave the text as it is', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), (text, words) => {
        const runs = markedRuns(text, new Set(words));
        expect(runs.map((run) => run.text).join('')).toBe(text);
      }),
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { piecesOf, wordsOf } from './wordsOf.ts';

describe('the words of a text', () => {
  it('are those of alphabets and of Chinese, in lower case', () => {
    expect(wordsOf('Ask HR: 3 days, please.')).toEqual(['ask', 'hr', '3', 'days', 'please']);
    expect(wordsOf('员工每年有年假')).toContain('员工');
  });

  it('leave out what is no word', () => {
    expect(wordsOf(`${'a'.repeat(101)} b — !`)).toEqual(['b']);
  });

  it('stand in pieces that are the whole text together', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(
          piecesOf(text)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});

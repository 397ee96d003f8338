import { describe, expect, test } from '@jest/globals';
import {
  countTextPages,
  documentParts,
  PAGE_CHARACTERS,
  pageOfOffset,
  type PassagePlace,
  textPage,
} from './documentParts.ts';

const passage = (ordinal: number, startOffset: number, endOffset: number): PassagePlace => ({
  ordinal,
  startOffset,
  endOffset,
  page: null,
  headingPath: [],
});
const whole = (text: string) => ({ from: 0, to: text.length });
const TEXT = 'Title\n\nOne. Two. Three.';
const PASSAGES = [passage(0, 7, 16), passage(1, 12, 23)];

describe('the parts of a document', () => {
  test('begin where passages do, and hold each character once', () => {
    const parts = documentParts(TEXT, whole(TEXT), PASSAGES, null);
    expect(
      parts.map(({ passage: of, runs, overlap }) => [of?.ordinal ?? null, runs[0]?.text, overlap]),
    ).toEqual([
      [null, 'Title\n\n', 0],
      [0, 'One. ', 4],
      [1, 'Two. Three.', 0],
    ]);
  });

  test.each([
    [{ from: 7, to: 11 }, ['One.']],
    [{ from: 9, to: 14 }, ['e. ', 'Tw']],
    [{ from: 0, to: 999 }, ['Title\n\n', 'One. ', 'Two. Three.']],
    [{ from: 20, to: 12 }, []],
    [{ from: 999, to: 2000 }, []],
  ])('mark %j across them', (mark, marked) => {
    const runs = documentParts(TEXT, whole(TEXT), PASSAGES, mark).flatMap((part) => part.runs);
    expect(runs.filter((run) => run.marked).map(({ text }) => text)).toEqual(marked);
    expect(runs.map(({ text }) => text).join('')).toBe(TEXT);
  });

  test('are one where no passages are kept', () => {
    expect(documentParts(TEXT, whole(TEXT), [], null)).toEqual([
      { passage: null, runs: [{ text: TEXT, marked: false }], overlap: 0 },
    ]);
  });

  test('are cut at the borders of the page', () => {
    const parts = documentParts(TEXT, { from: 9, to: 14 }, PASSAGES, null);
    expect(parts.map(({ runs }) => runs[0]?.text)).toEqual(['e. ', 'Tw']);
  });
});

describe('the pages of a text', () => {
  test.each([
    ['of short lines', 'A line of it.\n'.repeat(9_000)],
    ['without any line', 'x'.repeat(3 * PAGE_CHARACTERS + 1)],
    ['of surrogate pairs', `x${'😀'.repeat(PAGE_CHARACTERS)}`],
    ['that is empty', ''],
    ['of exactly a page', 'x'.repeat(PAGE_CHARACTERS)],
  ])('%s follow one another, end at lines, and are found by offset', (_name, text) => {
    const pages = countTextPages(text);
    const ranges = Array.from({ length: pages }, (_, index) => textPage(text, index + 1));
    expect(ranges.map(({ from, to }) => text.slice(from, to)).join('')).toBe(text);
    expect(ranges.every(({ from, to }) => text.slice(from, to).isWellFormed())).toBe(true);
    ranges.forEach(({ from, to }, index) => {
      if (from === to) return;
      expect(pageOfOffset(text, from)).toBe(index + 1);
      expect(pageOfOffset(text, to - 1)).toBe(index + 1);
    });
    expect(pageOfOffset(text, text.length + 1_000)).toBe(pages);
  });
});

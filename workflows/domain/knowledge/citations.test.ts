import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { citationsIn, marksIn } from './citations.ts';
import type { Passage } from './passage.ts';

const numbersIn = (text: string) => marksIn(text).map(({ number }) => number);

describe('the marks in an answer', () => {
  it.each([
    ['Thirty days a year [1].', [1]],
    ['Thirty days [1][3], or more [12].', [1, 3, 12]],
    ['Thirty days [1, 2] and [3,4].', [1, 2, 3, 4]],
    ['年假三十天[1]，病假另计[2，3]。', [1, 2, 3]],
    ['# Heading [1]\n\n- item [2]\n\n| a [3] | b |', [1, 2, 3]],
    ['Both [2] and again [2].', [2, 2]],
    ['Ranges [1-3], [5–6] and [8, 10-12].', [1, 2, 3, 5, 6, 8, 10, 11, 12]],
    ['Brackets of Chinese text【1】【2、3】［4］，带来源【5†员工手册】。', [1, 2, 3, 4, 5]],
    ['It works![1] With spaces [ 2 ], semicolons [3; 4].', [1, 2, 3, 4]],
    ['No range: [3-1], [1990-2026], [1-], [-1], [1-2-3].', []],
    ['`【1】` and \n```\n【2】[3-4]\n```\n', []],
    ['Nothing here.', []],
    ['An array a[b], an empty [], a word [one], a year [20261].', []],
    ['`list[1]` and ``a ` [2]`` but [3]', [3]],
    ['```ts\nlist[1]\n```\nthen [2]', [2]],
    ['~~~\nlist[1]\n```\nstill [2]\n~~~\nthen [3]', [3]],
    ['```\nnever closed [1]', []],
    ['A lone ` backtick [1]\n\nand another ` [2]', [1, 2]],
    ['[1](https://example.com) and [2]', [2]],
    ['![1](image.png)', []],
    ['[the handbook][1] and [2][ref]', []],
    ['[1]: https://example.com', []],
    ['Escaped \\[1] stays text.', []],
    ['a footnote[^1]', []],
  ])('of %j are %j', (text, numbers) => {
    expect(numbersIn(text)).toEqual(numbers);
  });

  it.each([' `a\n\n', '`', '```python\n', '[1]', '[1,1', '【1†', '[1-', '[', '\n ', '~~~\n'])(
    'are found in time that grows with the text, whatever repeats in it: %j',
    (unit) => {
      const before = process.cpuUsage();
      marksIn(unit.repeat(100_000));
      const { user, system } = process.cpuUsage(before);
      expect((user + system) / 1_000).toBeLessThan(3_000);
    },
  );

  it('say where they stand', () => {
    const text = 'Thirty days [1], or more [2, 3].';
    expect(marksIn(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      '[1]',
      '[2, 3]',
      '[2, 3]',
    ]);
  });

  it('are found in any text in time that grows with it alone', () => {
    const pieces = fc.constantFrom(
      '[1]',
      '`',
      '``',
      '```\n',
      '\n',
      '[',
      ']',
      '(',
      'x',
      '\\',
      '~~~\n',
      '[2, 3]',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 200 }), (parts) => {
        const text = parts.join('');
        for (const { start, end } of marksIn(text)) expect(text.slice(start, end)).toMatch(/^\[[\d, ]+\]$/);
      }),
    );
  });
});

describe('what marks mean', () => {
  const passage = (number: number): Passage => ({
    number,
    entryIds: [`entry-${String(number)}`],
    collectionId: 'collection',
    documentId: 'document',
    documentVersion: 2,
    title: 'Handbook',
    source: 'handbook.pdf',
    startOffset: 10,
    endOffset: 20,
    page: 3,
    headingPath: ['Work'],
    text: 'the text',
    similarity: 0.5,
    bm25: 1,
    score: 0.7,
  });

  it('is the passage of their number, once for each, without its text; or none', () => {
    const citations = citationsIn('First [2], then [9], again [2].', [passage(1), passage(2)]);
    expect(citations).toEqual([
      {
        mark: 2,
        passage: {
          entryIds: ['entry-2'],
          collectionId: 'collection',
          documentId: 'document',
          documentVersion: 2,
          title: 'Handbook',
          source: 'handbook.pdf',
          startOffset: 10,
          endOffset: 20,
          page: 3,
          headingPath: ['Work'],
        },
      },
      { mark: 9, passage: null },
    ]);
  });
});

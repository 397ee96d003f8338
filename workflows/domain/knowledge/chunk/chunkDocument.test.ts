import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Block, BlockKind } from '../parsedDocument.ts';
import { chunkDocument, contentOf } from './chunkDocument.ts';
import { tokenScale } from './tokenWeights.ts';

interface Piece {
  kind: BlockKind;
  words: string;
  headerLength?: number;
}

/** A document of pieces, as parsers make one. */
function documentOf(pieces: readonly Piece[]) {
  let text = '';
  const blocks: Block[] = [];
  let path: string[] = [];
  for (const { kind, words, headerLength } of pieces) {
    if (text !== '') text += '\n\n';
    const start = text.length;
    text += words;
    const header = headerLength === undefined ? {} : { header: { start, end: start + headerLength } };
    blocks.push({ kind, start, end: text.length, headingPath: kind === 'heading' ? [] : path, ...header });
    if (kind === 'heading') path = [words];
  }
  return { text, blocks };
}

const contents = (pieces: readonly Piece[], mostTokens: number, overlapTokens = 0) => {
  const document = documentOf(pieces);
  return chunkDocument(document, { mostTokens, overlapTokens }).map((chunk) =>
    contentOf(document.text, chunk),
  );
};

describe('a document in passages', () => {
  it('a heading begins one, and headings without text stay with the next', () => {
    const pieces: Piece[] = [
      { kind: 'paragraph', words: 'Before.' },
      { kind: 'heading', words: 'Leave' },
      { kind: 'heading', words: 'Sick leave' },
      { kind: 'paragraph', words: 'Ask first.' },
      { kind: 'heading', words: 'Pay' },
      { kind: 'paragraph', words: 'Monthly.' },
    ];
    const document = documentOf(pieces);
    const chunks = chunkDocument(document, { mostTokens: 100, overlapTokens: 10 });
    expect(chunks.map((chunk) => contentOf(document.text, chunk))).toEqual([
      'Before.',
      'Leave\n\nSick leave\n\nAsk first.',
      'Pay\n\nMonthly.',
    ]);
    expect(chunks.map(({ headingPath }) => headingPath)).toEqual([[], ['Sick leave'], ['Pay']]);
  });

  it('a paragraph that does not fit is cut between sentences, with the last of one before the next', () => {
    const words =
      'The first one is here. The second one follows. The third one follows. The fourth one ends.';
    expect(contents([{ kind: 'paragraph', words }], 16, 9)).toEqual([
      'The first one is here. The second one follows.',
      'The second one follows. The third one follows.',
      'The third one follows. The fourth one ends.',
    ]);
  });

  it('Chinese too, which has no spaces', () => {
    const words = '请假须提前三天申请。病假须交证明。年假每年十天。婚假另行规定。';
    expect(contents([{ kind: 'paragraph', words }], 18)).toEqual([
      '请假须提前三天申请。病假须交证明。',
      '年假每年十天。婚假另行规定。',
    ]);
  });

  it('parts of a table, and rows, carry the line that names their columns', () => {
    const rows = Array.from({ length: 6 }, (_, index) => `person ${String(index)} | ${String(index)} days`);
    const table: Piece = { kind: 'table', words: ['name | leave', ...rows].join('\n'), headerLength: 12 };
    const parts = contents([table], 20);
    expect(parts.length).toBeGreaterThan(1);
    for (const part of parts) expect(part.startsWith('name | leave\n')).toBe(true);
    expect(parts.map((part) => part.split('\n').slice(1)).flat()).toEqual(rows);
  });

  it('no table is cut that fits, and nothing of it is said twice', () => {
    const table: Piece = { kind: 'table', words: 'a | b\n1 | 2', headerLength: 5 };
    const paragraph: Piece = {
      kind: 'paragraph',
      words: 'Some words that stand before the table, enough to fill it up.',
    };
    expect(contents([paragraph, table], 17, 10)).toEqual([paragraph.words, table.words]);
  });
});

const letters = fc.stringMatching(/^[a-zé. 请假须提前三天。！𠮷😀|\n-]{0,200}$/u);
const piece: fc.Arbitrary<Piece> = fc.record({
  kind: fc.constantFrom<BlockKind[]>('heading', 'paragraph', 'list', 'table', 'code', 'row'),
  words: letters.map((words) => words.trim()).filter((words) => words !== ''),
});
const documents = fc.array(piece, { minLength: 1, maxLength: 12 }).map((pieces) => {
  const document = documentOf(pieces);
  const tables = document.blocks.filter(({ kind }) => kind === 'table' || kind === 'row');
  const withHeaders = document.blocks.map((block) => {
    const first = tables.find(({ kind }) => kind === block.kind);
    if (first === undefined) return block;
    const newline = document.text.indexOf('\n', first.start);
    const end = newline < 0 || newline > first.end ? first.end : newline;
    const fifth = Math.min(block.end, block.start + 5);
    const isWithinLetter = !document.text.slice(block.start, fifth).isWellFormed();
    // Of rows the first names the columns; each table names its own.
    const own =
      block.kind === 'table'
        ? { start: block.start, end: isWithinLetter ? fifth - 1 : fifth }
        : { start: first.start, end };
    return block === first && block.kind === 'row' ? block : { ...block, header: own };
  });
  return { ...document, blocks: withHeaders };
});
const options = fc.record({
  mostTokens: fc.integer({ min: 16, max: 120 }),
  overlapTokens: fc.integer({ min: 0, max: 12 }),
});

describe('whatever the document', () => {
  it('every letter stands in a passage, in order, and none has more than it may', () => {
    fc.assert(
      fc.property(documents, options, (document, each) => {
        const { text } = document;
        const scale = tokenScale(text);
        const chunks = chunkDocument(document, each);
        const isCovered = new Array<boolean>(text.length).fill(false);
        let last = { start: -1, end: 0 };
        for (const chunk of chunks) {
          const { start, end, header } = chunk;
          isCovered.fill(true, start, end);
          expect(start).toBeGreaterThan(last.start);
          expect(end).toBeGreaterThan(last.end);
          const headerTokens = header ? scale.between(header.start, header.end) : 0;
          expect(scale.between(start, end) + headerTokens).toBeLessThanOrEqual(each.mostTokens);
          expect(contentOf(text, chunk).isWellFormed()).toBe(true);
          last = chunk;
        }
        for (let at = 0; at < text.length; at += 1) {
          if (!isCovered[at]) expect(text.charAt(at).trim()).toBe('');
        }
      }),
      { numRuns: 300 },
    );
  });

  it('passages overlap in running text alone, and by no more than is allowed', () => {
    fc.assert(
      fc.property(documents, options, (document, each) => {
        const scale = tokenScale(document.text);
        const chunks = chunkDocument(document, each);
        for (const [index, chunk] of chunks.entries()) {
          const before = chunks[index - 1];
          if (before === undefined || chunk.start >= before.end) continue;
          expect(scale.between(chunk.start, before.end)).toBeLessThanOrEqual(each.overlapTokens);
          const shared = document.blocks.filter(({ start, end }) => start < before.end && end > chunk.start);
          for (const { kind } of shared) expect(['paragraph', 'list']).toContain(kind);
        }
      }),
      { numRuns: 300 },
    );
  });
});

import { expect, test } from '@jest/globals';
import { diffLines } from './diffLines.ts';

test('says what was removed and what was added', () => {
  expect(diffLines('a\nb\nc\n', 'a\nB\nc\n')).toEqual([
    { kind: 'same', text: 'a' },
    { kind: 'removed', text: 'b' },
    { kind: 'added', text: 'B' },
    { kind: 'same', text: 'c' },
  ]);
});

test('leaves out what lies between', () => {
  const lines = Array.from({ length: 30 }, (_line, index) => String(index));
  const changed = lines.map((line) => (line === '20' ? 'twenty' : line));
  const kinds = diffLines(lines.join('\n'), changed.join('\n')).map(({ kind }) => kind);
  expect(kinds).toEqual(['gap', 'same', 'same', 'same', 'removed', 'added', 'same', 'same', 'same']);
});

test('of equal texts there is none', () => {
  expect(diffLines('a', 'a')).toEqual([]);
});

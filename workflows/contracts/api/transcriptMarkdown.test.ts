import { expect, test } from '@jest/globals';
import { entryMarkdown, markdownTitle, type WrittenEntry } from './transcriptMarkdown.ts';

const entry = (over: Partial<WrittenEntry>): WrittenEntry => ({
  seq: 1,
  source: 'writer',
  content: '',
  body: null,
  scope: '',
  status: 'final',
  copied: false,
  ...over,
});

test('a title is one line', () => {
  expect(markdownTitle('A\n  poem')).toBe('# A poem\n');
});

test('an entry stands under who says it', () => {
  expect(entryMarkdown(entry({ content: 'Rain *falls*.\n' }))).toBe('\n## writer\n\nRain *falls*.\n');
  expect(entryMarkdown(entry({ content: 'No', status: 'rejected', scope: 'crew' }))).toBe(
    '\n## writer (in crew) [rejected]\n\nNo\n',
  );
  expect(entryMarkdown(entry({ content: 'Go on', body: { kind: 'handoff', target: 'critic' } }))).toBe(
    '\n## writer → critic\n\nGo on\n',
  );
});

test('calls and results are code blocks, longer fenced than what is in them', () => {
  const calls = { kind: 'tool_calls', calls: [{ id: '1', name: 'add', arguments: '{"a":1}' }] };
  expect(entryMarkdown(entry({ body: calls }))).toBe(
    '\n## writer\n\nCalls `add`:\n\n```json\n{"a":1}\n```\n',
  );
  const results = {
    kind: 'tool_results',
    results: [{ name: 'add', content: '```\n2\n```', isError: false }],
  };
  expect(entryMarkdown(entry({ body: results }))).toBe(
    '\n## writer\n\n`add` gave:\n\n````\n```\n2\n```\n````\n',
  );
});

test('what the page does not show is left out', () => {
  expect(entryMarkdown(entry({ content: 'x', copied: true }))).toBe('');
  expect(entryMarkdown(entry({ content: 'x', status: 'discarded' }))).toBe('');
});

test('makes footnotes of the marks in an answer, named by its place', () => {
  const passage = {
    entryIds: ['e'],
    collectionId: 'c',
    documentId: 'd',
    documentVersion: 2,
    title: 'Handbook',
    source: 'handbook.pdf',
    startOffset: 0,
    endOffset: 9,
    page: 3,
    headingPath: ['Leave'],
  };
  const citations = [
    { mark: 1, passage },
    { mark: 9, passage: null },
  ];
  const content = 'Thirty days [1], or [1, 9]; `list[1]`, [2].';
  expect(entryMarkdown(entry({ seq: 4, content, citations }))).toBe(
    '\n## writer\n\nThirty days [^4-1], or [^4-1][^4-9]; `list[1]`, [2].\n\n' +
      '[^4-1]: Handbook, page 3, Leave (handbook.pdf, version 2)\n[^4-9]: No passage has this number.\n',
  );
});

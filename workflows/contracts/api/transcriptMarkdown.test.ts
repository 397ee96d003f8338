import { expect, test } from '@jest/globals';
import { entryMarkdown, markdownTitle, type WrittenEntry } from './transcriptMarkdown.ts';

const entry = (over: Partial<WrittenEntry>): WrittenEntry => ({
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

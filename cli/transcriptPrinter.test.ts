import { expect, it } from '@jest/globals';
import type { ApiEntry } from '../workflows/contracts/api/messages.ts';
import { TranscriptPrinter } from './transcriptPrinter.ts';

function entry(seq: number, content: string, fields: Partial<ApiEntry> = {}): ApiEntry {
  return {
    id: `id-${String(seq)}`,
    seq,
    position: seq,
    run: 0,
    turn: seq,
    scope: '',
    type: 'TextMessage',
    source: 'writer',
    content,
    body: null,
    thought: null,
    ending: null,
    memories: null,
    copied: false,
    status: 'final',
    usage: null,
    createdAt: '2026-01-01T00:00:00Z',
    ...fields,
  };
}

function printed(print: (printer: TranscriptPrinter) => void): string {
  let output = '';
  print(new TranscriptPrinter((text) => (output += text)));
  return output;
}

const live = (seq: number, offset: number, text: string, attempt = 1) => ({
  seq,
  source: 'writer',
  attempt,
  offset,
  text,
});

it('shows a text while it is written, and then only what was missing', () => {
  const output = printed((printer) => {
    printer.live(live(1, 0, 'Rain'));
    printer.live(live(1, 4, ' falls'));
    printer.entry(entry(1, 'Rain falls.'));
    printer.entry(entry(1, 'Rain falls.'));
  });
  expect(output).toBe('writer\nRain falls.\n\n');
});

it('begins anew where another attempt has written something else', () => {
  const output = printed((printer) => {
    printer.live(live(1, 0, 'Snow'));
    printer.live(live(1, 0, 'Rain', 2));
    printer.entry(entry(1, 'Rain.'));
  });
  expect(output).toBe('writer\nSnow…\n\nwriter\nRain.\n\n');
});

it('shows one speaker at a time', () => {
  const output = printed((printer) => {
    printer.live(live(1, 0, 'One'));
    printer.live({ ...live(2, 0, 'Two'), source: 'critic' });
    printer.entry(entry(1, 'One.'));
    printer.entry(entry(2, 'Two.', { source: 'critic' }));
  });
  expect(output).toBe('writer\nOne.\n\ncritic\nTwo.\n\n');
});

it('tells calls, results, handoffs, drafts and inner teams, and nothing twice', () => {
  const output = printed((printer) => {
    printer.entry(
      entry(1, '', { body: { kind: 'tool_calls', calls: [{ id: 'c', name: 'add', arguments: '{"a":1}' }] } }),
    );
    printer.entry(
      entry(2, '', {
        body: { kind: 'tool_results', results: [{ callId: 'c', name: 'add', content: '3', isError: true }] },
      }),
    );
    printer.entry(entry(3, 'Yours.', { body: { kind: 'handoff', target: 'critic', context: [] } }));
    printer.entry(entry(4, 'A draft', { status: 'draft' }));
    printer.entry(entry(5, 'Inside', { scope: 'team/inner~3' }));
    printer.entry(entry(6, 'given', { copied: true }));
  });
  expect(output).toBe(
    'writer\n→ add({"a":1})\n\nwriter\n← add failed: 3\n\nwriter → critic\nYours.\n\n' +
      'writer [draft]\nA draft\n\nwriter (in team/inner)\nInside\n\n',
  );
});

it.each([
  ['length', '[cut at its token limit]'],
  ['content_filter', '[cut by the content filter]'],
  ['refusal', '[refusal]'],
] as const)('marks an answer that ended by %s, however it was shown', (ending, mark) => {
  const long = 'Rain falls. '.repeat(5_000);
  const output = printed((printer) => {
    printer.entry(entry(1, 'Rain', { ending }));
    printer.live(live(2, 0, 'Sn'));
    printer.entry(entry(2, 'Snow', { ending }));
    printer.live(live(3, 0, long));
    printer.entry(entry(3, long, { ending }));
  });
  const rest = '… [the whole: colloquy text id-3]';
  expect(output).toBe(`writer ${mark}\nRain\n\nwriter\nSnow\n${mark}\n\nwriter\n${long}${rest}\n${mark}\n\n`);
});

it('lets no text of a model rule the terminal', () => {
  const output = printed((printer) => printer.entry(entry(1, 'a\u001b[2Jb\u001b]0;title\u0007c\rd\u009b1m')));
  expect(output).toMatch(/^writer\nab.*d.*\n\n$/);
  expect(output).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
});

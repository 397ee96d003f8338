import type { TranscriptEntry } from '../../workflows/domain/transcript/entry.ts';

/** A text in the conversation's own transcript, at this turn and position. */
export function entry(
  seq: number,
  source: string,
  content: string,
  changes: Partial<TranscriptEntry> = {},
): TranscriptEntry {
  return {
    seq,
    position: seq + 1,
    scope: '',
    turn: seq,
    run: 0,
    type: 'TextMessage',
    source,
    content,
    body: null,
    thought: null,
    memories: null,
    readBefore: null,
    copied: false,
    resets: false,
    ...changes,
  };
}

/** What an agent said in its turn, after reading everything before it. */
export function reply(
  seq: number,
  source: string,
  content: string,
  changes: Partial<TranscriptEntry> = {},
): TranscriptEntry {
  return entry(seq, source, content, { readBefore: seq, ...changes });
}

import type { TranscriptEntry } from './entry.ts';

/**
 * The entries with each inner team's task as the messages that it is made of: they were the outer team's, and stand in
 * the inner one's transcript as one entry.
 */
export function unpackTasks(entries: readonly TranscriptEntry[]): TranscriptEntry[] {
  return entries.flatMap((entry) => {
    if (entry.body?.kind !== 'task') return [entry];
    return entry.body.messages.map((message) => ({ ...entry, ...message, readBefore: null, copied: true }));
  });
}

import type { TranscriptEntry } from './entry.ts';

/**
 * The entries with each inner team's task as its original messages: they belonged to the outer team, and are one
 * entry in the inner team's transcript.
 */
export function unpackTasks(entries: readonly TranscriptEntry[]): TranscriptEntry[] {
  return entries.flatMap((entry) => {
    if (entry.body?.kind !== 'task') return [entry];
    return entry.body.messages.map((message) => ({ ...entry, ...message, readBefore: null, copied: true }));
  });
}

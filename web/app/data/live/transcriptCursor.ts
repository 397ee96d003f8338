import type { LiveTextView } from '../messages/messageView.ts';
import type { ChangeEvent, LiveTextEvent } from './events.ts';

/** The live texts that a stream has sent, by sequence number. */
export type SentTexts = ReadonlyMap<number, LiveTextView>;

export type LiveStep = { name: 'live'; data: LiveTextEvent } | { name: 'live_end'; data: { seq: number } };

/**
 * The events that update a reader's live texts: only the added part if a text has grown; the whole text if it is
 * new to the reader or another attempt has begun.
 */
export function liveSteps(
  sent: SentTexts,
  now: readonly LiveTextView[],
): { sent: SentTexts; steps: LiveStep[] } {
  const steps: LiveStep[] = [];
  for (const text of now) {
    const before = sent.get(text.seq);
    if (before?.attempt === text.attempt && text.text.startsWith(before.text)) {
      const offset = before.text.length;
      if (text.text.length > offset || (text.length ?? 0) > (before.length ?? 0)) {
        steps.push({ name: 'live', data: { ...text, offset, text: text.text.slice(offset) } });
      }
    } else {
      steps.push({ name: 'live', data: { ...text, offset: 0 } });
    }
  }
  const current = new Map(now.map((text) => [text.seq, text]));
  for (const seq of sent.keys()) {
    if (!current.has(seq)) steps.push({ name: 'live_end', data: { seq } });
  }
  return { sent: current, steps };
}

/** The part of a change that a reader at `revision` has not seen; null if there is none. */
export function changeSince(change: ChangeEvent, revision: number): ChangeEvent | null {
  if (change.conversation.revision <= revision) return null;
  const messages = change.messages.filter((message) => message.revision > revision);
  const tasks = change.tasks.filter((task) => task.revision > revision);
  const toolCalls = change.toolCalls.filter((call) => call.revision > revision);
  const { conversation, runs, calls, control } = change;
  return { conversation, runs, messages, tasks, calls, toolCalls, control };
}

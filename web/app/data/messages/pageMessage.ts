import type { MessageView } from '../conversations/view.ts';
import type { ChangeEvent } from '../live/events.ts';

/** A message without what a page fetches by itself (images) or does not show (an inner team's copy of its task). */
export function pageMessage(message: MessageView): MessageView {
  const { body } = message;
  if (body?.kind === 'task') return { ...message, body: { kind: 'task', messages: [] } };
  // The ledger shows the calls, and of what was answered as JSON only the value.
  if (body?.kind === 'structured') return { ...message, body: { ...body, raw: '', json: '' } };
  if (body?.kind !== 'multimodal') return message;
  const parts = body.parts.map((part) => (part.kind === 'image' ? { ...part, base64: '' } : part));
  return { ...message, body: { kind: 'multimodal', parts } };
}

/** A change with its messages as a page takes them. */
export function pageChange(change: ChangeEvent): ChangeEvent {
  return { ...change, messages: change.messages.map(pageMessage) };
}

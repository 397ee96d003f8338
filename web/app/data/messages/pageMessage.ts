import type { ChangeEvent } from '../live/events.ts';
import type { MessageView } from './messageView.ts';

/**
 * A message without what a page fetches separately (images) or does not show (an inner team's copy of its task).
 */
export function pageMessage(message: MessageView): MessageView {
  const { body } = message;
  if (body?.kind === 'task') return { ...message, body: { kind: 'task', messages: [] } };
  // The ledger shows the calls; of a structured answer only the value is needed.
  if (body?.kind === 'structured') return { ...message, body: { ...body, raw: '', json: '' } };
  if (body?.kind !== 'multimodal') return message;
  const parts = body.parts.map((part) => (part.kind === 'image' ? { ...part, base64: '' } : part));
  return { ...message, body: { kind: 'multimodal', parts } };
}

/** A change with its messages in the page's form. */
export function pageChange(change: ChangeEvent): ChangeEvent {
  return { ...change, messages: change.messages.map(pageMessage) };
}

import { messageKind } from '../kind.ts';

/** A TextMessage. */
export interface TextMessage {
  kind: 'text_message';
  /** Whose; null: anybody's. */
  source: string | null;
}

export const textMessage = messageKind<TextMessage>('text_message', {
  reason(condition, { type, source }) {
    const isHeard = condition.source === null || condition.source === source;
    return isHeard && type === 'TextMessage' ? `Text message received from '${source}'` : null;
  },
  label: ({ source }) => `A text message from ${source ?? 'anyone'}`,
});

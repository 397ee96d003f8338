import { messageTypes } from '../../workflows/domain/message.ts';
import { oneOf } from '../../workflows/domain/recordStates.ts';
import type { MessageBody, TaskMessage } from '../../workflows/domain/transcript/entry.ts';

/** A message's row, as far as the facts of it go. */
export interface StoredMessage extends TaskMessage {
  seq: number;
}

/** A row of the message table as such a message. */
export function asStored(row: {
  seq: number;
  type: string;
  source: string;
  content: string;
  body: unknown;
}): StoredMessage {
  const { seq, source, content } = row;
  return { seq, source, content, type: oneOf(messageTypes, row.type), body: row.body as MessageBody | null };
}

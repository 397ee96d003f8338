import type { Transaction } from '../../platform/database.ts';
import type { MessageBody } from '../../workflows/domain/transcript/entry.ts';
import type { Execution } from '../execution/execution.ts';
import { asStored, type StoredMessage } from './storedMessage.ts';
import { countMessages, jsonColumn } from './storeMessages.ts';
import { supersedeTail } from './supersedeTail.ts';

export interface PersonMessage {
  projectId: string;
  conversationId: string;
  run: number;
  scope: string;
  turn: number;
  seq: number;
  source: string;
  content: string;
  /** TextMessage, or a HandoffMessage where it hands back what was handed to the person. */
  body: MessageBody | null;
  userId: string;
  execution: Execution;
  revision: bigint;
}

/** Stores what a person wrote, at the place that the workflow gave it; a second attempt finds it there. */
export async function storePersonMessage(
  transaction: Transaction,
  message: PersonMessage,
): Promise<StoredMessage> {
  const { execution, projectId, conversationId, seq } = message;
  const stored = await transaction.message.findFirst({
    where: { projectId, conversationId, seq, supersededAt: null },
  });
  if (stored?.writtenBy === execution.writtenBy) return asStored(stored);
  if (stored !== null)
    await supersedeTail(transaction, { ...message, nextSeq: seq + 1, runId: execution.runId });
  const type = message.body?.kind === 'handoff' ? 'HandoffMessage' : 'TextMessage';
  await transaction.message.create({
    data: {
      projectId,
      conversationId,
      seq,
      turn: message.turn,
      source: message.source,
      type,
      content: message.content,
      body: jsonColumn(message.body),
      run: message.run,
      scope: message.scope,
      position: message.revision,
      userId: message.userId,
      writtenBy: execution.writtenBy,
      revision: message.revision,
    },
  });
  await countMessages(transaction, message, seq + 1);
  return { seq, type, source: message.source, content: message.content, body: message.body };
}

import { autogenMessages } from '../../../workflows/domain/transcript/autogenMessages.ts';
import type { TranscriptEntry } from '../../../workflows/domain/transcript/entry.ts';
import { findConversation } from '../../app/data/findConversation.server.ts';
import { readMessages, type StoredMessage } from '../../app/data/readMessages.server.ts';
import type { OperationHandlers } from '../operation.ts';
import { notFound, Problem } from '../problem.ts';
import { entryView } from './views.ts';

const CURSOR = /^(\d{1,15})_(\d{1,9})$/;

/** What a model call is for whose tokens AutoGen names on the message: an agent's own, not a manager's. */
const PURPOSES_WITH_USAGE: ReadonlySet<string | null> = new Set(['reply', 'reflection', 'society']);

/** The operation that reads a transcript. */
export const messageOperations: Pick<OperationHandlers, 'listMessages'> = {
  listMessages: async ({ holder, params: { conversationId }, query }) => {
    const { run = null, format, after, limit } = query;
    if (!(await findConversation(holder.scope, conversationId))) throw notFound('conversation');
    const found = await readMessages(holder.scope, {
      conversationId,
      run,
      onlyFinal: format === 'autogen',
      after: after === undefined ? null : parseCursor(after),
      limit: limit + 1,
    });
    const shown = found.slice(0, limit);
    const last = shown.at(-1)?.message;
    const next =
      found.length > limit && last !== undefined ? `${String(last.position)}_${String(last.seq)}` : null;
    if (format === 'autogen') {
      return { body: { format, messages: autogenMessages(shown.map(spokenEntry)), next } };
    }
    return { body: { format, messages: shown.map(({ message }) => entryView(message)), next } };
  },
};

function spokenEntry({ message, purpose }: StoredMessage) {
  const { usage, body, ...rest } = message;
  return {
    ...rest,
    body: body as TranscriptEntry['body'],
    readBefore: null,
    resets: false,
    usage: PURPOSES_WITH_USAGE.has(purpose) ? usage : null,
  };
}

function parseCursor(after: string): { position: number; seq: number } {
  const [, position, seq] = CURSOR.exec(after) ?? [];
  if (position !== undefined && seq !== undefined) return { position: Number(position), seq: Number(seq) };
  throw new Problem({
    kind: 'invalid_request',
    status: 422,
    title: 'The cursor is none of ours',
    detail: 'Send the `next` of the page before as it is, or leave it out.',
  });
}

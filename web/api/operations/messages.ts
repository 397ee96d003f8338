import { configAt } from '../../../workflows/domain/configAt.ts';
import type { TeamConfig } from '../../../workflows/domain/team.ts';
import { autogenMessages } from '../../../workflows/domain/transcript/autogenMessages.ts';
import type { TranscriptEntry } from '../../../workflows/domain/transcript/entry.ts';
import { readMessages, type StoredMessage } from '../../app/data/messages/readMessages.server.ts';
import { openTranscriptFile } from '../../app/data/messages/transcriptFile.server.ts';
import { readConversationTeam } from '../../app/data/teams/readConversationTeam.server.ts';
import { readText } from '../../app/data/texts/readText.server.ts';
import { TEXT_OWNERS } from '../../app/views/text/shownText.ts';
import type { OperationHandlers } from '../operation.ts';
import { notFound, Problem } from '../problem.ts';
import { entryView } from './views.ts';

const CURSOR = /^(\d{1,15})_(\d{1,9})$/;

/** Model calls whose tokens AutoGen states on the message: an agent's own, not a manager's. */
const PURPOSES_WITH_USAGE: ReadonlySet<string | null> = new Set(['reply', 'reflection', 'society']);

/** The operations that read a transcript and its texts. */
export const messageOperations: Pick<OperationHandlers, 'listMessages' | 'readText' | 'readTranscript'> = {
  listMessages: async ({ holder, params: { conversationId }, query }) => {
    const { run = null, format, after, limit } = query;
    const team = await readConversationTeam(holder.scope, conversationId);
    if (team === null) throw notFound('conversation');
    const found = await readMessages(holder.scope, {
      conversationId,
      run,
      onlyFinal: format === 'autogen',
      after: after === undefined ? null : parseCursor(after),
      limit: limit + 1,
      texts: format === 'autogen' ? 'whole' : 'beginning',
    });
    const { stored, goesOn } = found;
    const shown = stored.slice(0, limit);
    const last = shown.at(-1)?.message;
    const next =
      (goesOn || stored.length > limit) && last !== undefined
        ? `${String(last.position)}_${String(last.seq)}`
        : null;
    if (format === 'autogen') {
      return {
        body: { format, messages: autogenMessages(shown.map((stored) => spokenEntry(stored, team))), next },
      };
    }
    return { body: { format, messages: shown.map(({ message }) => entryView(message)), next } };
  },

  readTranscript: async ({ holder, params: { conversationId }, query: { format } }) => {
    const file = await openTranscriptFile(holder.scope, conversationId, format);
    if (file === null) throw notFound('conversation');
    return { file };
  },

  readText: async ({ holder, params: { textOwner, textId }, query: { path, offset, length } }) => {
    const owner = TEXT_OWNERS.find((each) => each === textOwner);
    const address = owner === undefined ? null : { owner, id: textId, path };
    const piece = address === null ? null : await readText(holder.scope, address, { offset, most: length });
    if (piece === null) throw notFound('text');
    return { body: piece };
  },
};

/** AutoGen's code executor states no usage on a text that it writes without code. */
function isWithoutUsage({ message, purpose }: StoredMessage, team: TeamConfig): boolean {
  if (!PURPOSES_WITH_USAGE.has(purpose)) return true;
  if (purpose !== 'reply' || message.type !== 'TextMessage') return false;
  const speaker = configAt(team, message.scope).participants.find(({ name }) => name === message.source);
  return speaker?.kind === 'code_executor';
}

function spokenEntry(stored: StoredMessage, team: TeamConfig) {
  const { message } = stored;
  const { usage, body, ...rest } = message;
  return {
    ...rest,
    body: body as TranscriptEntry['body'],
    readBefore: null,
    resets: false,
    usage: isWithoutUsage(stored, team) ? null : usage,
  };
}

function parseCursor(after: string): { position: number; seq: number } {
  const [, position, seq] = CURSOR.exec(after) ?? [];
  if (position !== undefined && seq !== undefined) return { position: Number(position), seq: Number(seq) };
  throw new Problem({
    kind: 'invalid_request',
    status: 422,
    title: 'The cursor is invalid',
    detail: 'Send the `next` of the previous page unchanged, or leave the cursor out.',
  });
}

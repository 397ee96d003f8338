import type { TranscriptFormat } from '../../../../workflows/contracts/api/messages.ts';
import { entryMarkdown, markdownTitle } from '../../../../workflows/contracts/api/transcriptMarkdown.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { readConversationTitle } from '../conversations/readConversationTitle.server.ts';
import { readMessages } from './readMessages.server.ts';

/** How a transcript's file is sent and called, by its format. */
const FILE_KINDS = {
  markdown: { mediaType: 'text/markdown', ending: 'md' },
  json: { mediaType: 'application/json', ending: 'json' },
} as const satisfies Record<TranscriptFormat, object>;

const MESSAGES_AT_ONCE = 500;

/** A conversation's whole transcript as a file; null: the project has no such conversation. */
export async function openTranscriptFile(scope: ProjectScope, id: string, format: TranscriptFormat) {
  const title = await readConversationTitle(scope, id);
  if (title === null) return null;
  const { mediaType, ending } = FILE_KINDS[format];
  return {
    mediaType,
    name: `conversation-${id}.${ending}`,
    pieces: transcriptFile(scope, { id, title }, format),
  };
}

/** The text of the file, in pieces that fit into memory. */
export async function* transcriptFile(
  scope: ProjectScope,
  { id, title }: { id: string; title: string },
  format: TranscriptFormat,
): AsyncGenerator<string, void, undefined> {
  yield format === 'markdown'
    ? markdownTitle(title)
    : `{"id":${JSON.stringify(id)},"title":${JSON.stringify(title)},"messages":[`;
  let after: { position: number; seq: number } | null = null;
  let separator = '\n';
  do {
    const { stored } = await readMessages(scope, {
      conversationId: id,
      run: null,
      onlyFinal: false,
      after,
      limit: MESSAGES_AT_ONCE,
      texts: 'whole',
    });
    const last: { position: number; seq: number } | undefined = stored.at(-1)?.message;
    after = last === undefined ? null : { position: last.position, seq: last.seq };
    for (const { message } of stored) {
      if (format === 'markdown') {
        const text = entryMarkdown(message);
        if (text !== '') yield text;
        continue;
      }
      const { seq, run, turn, type, source, content, body, thought, citations, status, createdAt } = message;
      const written = {
        seq,
        run,
        turn,
        scope: message.scope,
        type,
        source,
        content,
        body,
        thought,
        ...(citations && { citations }),
        status,
        createdAt,
      };
      yield `${separator}${JSON.stringify(written)}`;
      separator = ',\n';
    }
  } while (after !== null);
  if (format === 'json') yield '\n]}\n';
}

import { entryMarkdown, markdownTitle } from '../../../../workflows/contracts/api/transcriptMarkdown.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { readMessages } from './readMessages.server.ts';

export const TRANSCRIPT_FORMATS = ['markdown', 'json'] as const;

const MESSAGES_AT_ONCE = 500;

/** A conversation's whole transcript as a file's text, piece by piece: as much as is held in memory at once. */
export async function* transcriptFile(
  scope: ProjectScope,
  { id, title }: { id: string; title: string },
  format: (typeof TRANSCRIPT_FORMATS)[number],
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
      const { seq, run, turn, type, source, content, body, thought, status, createdAt } = message;
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
        status,
        createdAt,
      };
      yield `${separator}${JSON.stringify(written)}`;
      separator = ',\n';
    }
  } while (after !== null);
  if (format === 'json') yield '\n]}\n';
}

import { type Command, InvalidArgumentError, Option } from 'commander';
import { answerTo } from '../../apiClient.ts';
import type { CarryOut } from '../../carryOut.ts';
import { type ExitCode, exitCodes } from '../../exitCodes.ts';
import { plainText } from '../../plainText.ts';
import { type Session, writeJson } from '../../session.ts';
import { count } from './listKnowledge.ts';
import { readTextPieces } from './readTextPieces.ts';

/** Adds `knowledge show`. */
export function addShowCommand(group: Command, carryOut: CarryOut): void {
  group
    .command('show')
    .description('a document with its versions and the conversations that cite it')
    .argument('<DOCUMENT>', 'its id')
    .option('--text', 'prints its text instead')
    .addOption(
      new Option('--of-version <N>', 'whose text; the version that is searched by default').argParser(
        versionNumber,
      ),
    )
    .action((documentId: string, { text = false, ofVersion }: { text?: boolean; ofVersion?: number }) =>
      carryOut((session) => showDocumentCommand(session, { documentId, text, version: ofVersion })),
    );
}

interface ShowDocumentOptions {
  documentId: string;
  /** Print the text instead. */
  text: boolean;
  /** Whose text; the one that look-ups find by default. */
  version: number | undefined;
}

/** Shows a document with its versions and the conversations that cite it, or prints its text. */
async function showDocumentCommand(
  session: Session,
  { documentId, text, version }: ShowDocumentOptions,
): Promise<ExitCode> {
  if (text) return printText(session, documentId, version);
  const { api } = session;
  const path = { documentId };
  const document = await answerTo(api.GET('/knowledge/documents/{documentId}', { params: { path } }));
  const citations = await answerTo(
    api.GET('/knowledge/documents/{documentId}/citations', { params: { path } }),
  );
  if (session.json) {
    writeJson(session, { ...document, citations });
    return exitCodes.done;
  }
  const say = (line: string) => session.out(`${plainText(line)}\n`);
  say(document.title);
  say(`in ${document.collection}, from ${document.source} (${document.mediaType})`);
  say(
    document.version === 0
      ? 'being brought in'
      : `version ${String(document.version)} is searched, ${count(document.passages, 'passage')}`,
  );
  for (const { version: number, characters, createdAt } of document.versions) {
    say(`  version ${String(number)}: ${count(characters, 'character')}, ${createdAt}`);
  }
  say(`cited in ${count(citations.total, 'conversation')}`);
  for (const { id, title, messageCount } of citations.conversations) {
    say(`  ${id}  ${count(messageCount, 'message')}  ${title}`);
  }
  return exitCodes.done;
}

async function printText(
  { api, out, interactive }: Session,
  documentId: string,
  version: number | undefined,
): Promise<ExitCode> {
  for await (const text of readTextPieces(api, documentId, version)) {
    out(interactive ? plainText(text) : text);
  }
  return exitCodes.done;
}

function versionNumber(given: string): number {
  if (/^[1-9]\d{0,8}$/.test(given)) return Number(given);
  throw new InvalidArgumentError('It takes the number of a version.');
}

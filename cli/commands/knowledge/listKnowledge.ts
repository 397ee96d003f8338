import type { Command } from 'commander';
import { answerTo, type ApiClient } from '../../apiClient.ts';
import type { CarryOut } from '../../carryOut.ts';
import { type ExitCode, exitCodes } from '../../exitCodes.ts';
import type { components } from '../../generated/api.ts';
import { plainText } from '../../plainText.ts';
import { type Session, writeJson } from '../../session.ts';
import { findCollection, readCollections } from './findCollection.ts';

/** Adds `knowledge list`. */
export function addListCommand(group: Command, carryOut: CarryOut): void {
  group
    .command('list')
    .description('collections, or the documents of one')
    .option('--collection <NAME>', 'the collection whose documents to list, by name or id')
    .action(({ collection }: { collection?: string }) =>
      carryOut((session) => listKnowledgeCommand(session, { collection })),
    );
}

type ListedDocument = components['schemas']['Document'];

/** The most that the server lists at once. */
const PAGE = 500;

/** Lists the collections, or the documents of one. */
async function listKnowledgeCommand(
  session: Session,
  { collection }: { collection: string | undefined },
): Promise<ExitCode> {
  if (collection === undefined) {
    const collections = await readCollections(session.api);
    if (session.json) writeJson(session, { collections });
    else {
      for (const { id, name, documents, passages } of collections) {
        session.out(
          `${id}  ${plainText(name)}  ${count(documents, 'document')}, ${count(passages, 'passage')}\n`,
        );
      }
    }
    return exitCodes.done;
  }
  const found = await findCollection(session.api, collection);
  const documents = await readDocuments(session.api, found.id);
  if (session.json) writeJson(session, { collection: found, documents });
  else {
    for (const { id, title, source, version, passages } of documents) {
      const state =
        version === 0 ? 'being brought in' : `version ${String(version)}, ${count(passages, 'passage')}`;
      const named = source === title ? title : `${title} (${source})`;
      session.out(`${id}  ${plainText(named)}  ${state}\n`);
    }
  }
  return exitCodes.done;
}

async function readDocuments(api: ApiClient, collectionId: string): Promise<ListedDocument[]> {
  const documents: ListedDocument[] = [];
  let next: number | null = 0;
  while (next !== null) {
    const page: { documents: ListedDocument[]; next: number | null } = await answerTo(
      api.GET('/knowledge/collections/{collectionId}/documents', {
        params: { path: { collectionId }, query: { offset: next, limit: PAGE } },
      }),
    );
    documents.push(...page.documents);
    next = page.next;
  }
  return documents;
}

/** @example count(1, 'passage') // '1 passage' */
export function count(number: number, what: string): string {
  return `${String(number)} ${what}${number === 1 ? '' : 's'}`;
}

import type { Command } from 'commander';
import { agreed } from '../../agreed.ts';
import { answerTo } from '../../apiClient.ts';
import type { CarryOut } from '../../carryOut.ts';
import { type ExitCode, exitCodes } from '../../exitCodes.ts';
import { plainText } from '../../plainText.ts';
import { type Session, writeJson } from '../../session.ts';
import { UsageError } from '../../usage.ts';
import { findCollection } from './findCollection.ts';
import { count } from './listKnowledge.ts';

/** Adds `knowledge delete`. */
export function addDeleteCommand(group: Command, carryOut: CarryOut): void {
  group
    .command('delete')
    .description('deletes a document, or a collection with all its documents; asks first')
    .argument('[DOCUMENT]', 'the document’s id')
    .option('--collection <NAME>', 'the collection to delete, by name or id')
    .option('--yes', 'does not ask')
    .action(
      (documentId: string | undefined, { collection, yes = false }: { collection?: string; yes?: boolean }) =>
        carryOut((session) => deleteKnowledgeCommand(session, { documentId, collection, yes })),
    );
}

interface DeleteOptions {
  documentId: string | undefined;
  /** A name or an id; deletes the collection with all its documents. */
  collection: string | undefined;
  /** Do not ask first. */
  yes: boolean;
}

/** Deletes a document or a whole collection, after asking. */
async function deleteKnowledgeCommand(
  session: Session,
  { documentId, collection, yes }: DeleteOptions,
): Promise<ExitCode> {
  if ((documentId === undefined) === (collection === undefined)) {
    throw new UsageError('Name one document by its id, or one collection with --collection.');
  }
  if (!yes && !session.interactive) throw new UsageError('Deleting can’t be undone: say --yes.');
  return collection === undefined
    ? deleteDocument(session, documentId ?? '', yes)
    : deleteCollection(session, collection, yes);
}

async function deleteDocument(session: Session, documentId: string, yes: boolean): Promise<ExitCode> {
  const request = { params: { path: { documentId } } };
  const { title, collection } = await answerTo(session.api.GET('/knowledge/documents/{documentId}', request));
  const asked = `Delete “${title}” from ${collection}, with all its versions?`;
  if (!yes && !(await confirm(session, asked))) return exitCodes.failed;
  const deleted = await answerTo(session.api.DELETE('/knowledge/documents/{documentId}', request));
  if (session.json) writeJson(session, deleted);
  else session.out(`Deleted: ${plainText(title)}\n`);
  return exitCodes.done;
}

async function deleteCollection(session: Session, nameOrId: string, yes: boolean): Promise<ExitCode> {
  const { id, name, documents } = await findCollection(session.api, nameOrId);
  const asked = `Delete the collection “${name}” with its ${count(documents, 'document')}?`;
  if (!yes && !(await confirm(session, asked))) return exitCodes.failed;
  const deleted = await answerTo(
    session.api.DELETE('/knowledge/collections/{collectionId}', { params: { path: { collectionId: id } } }),
  );
  if (session.json) writeJson(session, deleted);
  else session.out(`Deleted: ${plainText(name)}\n`);
  return exitCodes.done;
}

async function confirm(session: Session, question: string): Promise<boolean> {
  if (await agreed(session, `${question} This can’t be undone.`)) return true;
  session.note('Nothing was deleted.');
  return false;
}

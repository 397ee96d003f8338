import { randomUUID } from 'node:crypto';
import { openAsBlob, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Command } from 'commander';
import type { ApiCollection, ApiImportWithItems } from '../../../workflows/contracts/api/knowledge.ts';
import { answerTo } from '../../apiClient.ts';
import type { CarryOut } from '../../carryOut.ts';
import { type ExitCode, exitCodes } from '../../exitCodes.ts';
import { plainText } from '../../plainText.ts';
import { type Session, writeJson } from '../../session.ts';
import { UsageError } from '../../usage.ts';
import { findCollection, lookForCollection } from './findCollection.ts';
import { faultOf, type FileToBring, type Portion, portionsOf } from './portions.ts';
import { tellEnds, watchImport } from './watchImport.ts';

/** Adds `knowledge add`. */
export function addAddCommand(group: Command, carryOut: CarryOut): void {
  group
    .command('add')
    .description('brings files and addresses into a collection, and shows what comes of each')
    .argument('[FILE...]', 'the files')
    .requiredOption('--collection <NAME>', 'the collection, by name or id')
    .option('--url <URL>', 'a web address; may be repeated', collect, [])
    .option('--create', 'creates the collection if there is none of that name')
    .option('--no-wait', 'does not wait until the documents are in')
    .action(
      (files: string[], given: { collection: string; url: string[]; create?: boolean; wait: boolean }) =>
        carryOut((session) =>
          addCommand(session, {
            files,
            addresses: given.url,
            collection: given.collection,
            create: given.create ?? false,
            wait: given.wait,
          }),
        ),
    );
}

interface AddOptions {
  files: readonly string[];
  addresses: readonly string[];
  /** A name or an id. */
  collection: string;
  /** Create the collection if there is none of that name. */
  create: boolean;
  wait: boolean;
}

/** Brings files and addresses into a collection, and shows what comes of each until all have ended. */
async function addCommand(
  session: Session,
  { files, addresses, collection, create, wait }: AddOptions,
): Promise<ExitCode> {
  if (files.length + addresses.length === 0) throw new UsageError('Name a file, or an address with --url.');
  const toBring = [...new Set(files.map((file) => resolve(file)))].map(fileAt);
  const fault = faultOf(toBring);
  if (fault !== null) throw new UsageError(fault);
  const { id: collectionId } = await collectionFor(session, collection, create);
  const importIds: string[] = [];
  const portions = portionsOf(toBring, addresses);
  for (const portion of portions) {
    const importId = await start(session, collectionId, portion);
    if (importId === null) {
      session.note(
        `Left while documents were being sent; of ${String(portions.length)} imports, ${String(importIds.length)} had been sent: \`colloquy knowledge imports\` lists them.`,
      );
      return exitCodes.interrupted;
    }
    importIds.push(importId);
    if (!session.json) session.note(`${session.url}/knowledge/${collectionId} (import ${importId})`);
  }
  if (!wait) {
    if (session.json) writeJson(session, { imports: importIds.map((id) => ({ id })) });
    return exitCodes.done;
  }
  return watchAll(session, importIds);
}

/** Follows imports to their ends, one after another: they run side by side on the server. */
export async function watchAll(session: Session, importIds: readonly string[]): Promise<ExitCode> {
  const ended: ApiImportWithItems[] = [];
  for (const importId of importIds) {
    const found = await watchImport(session, importId);
    if (found === null) {
      session.note(
        'Left; the documents are still being brought in: `colloquy knowledge imports` shows how far.',
      );
      return exitCodes.interrupted;
    }
    ended.push(found);
  }
  if (session.json) writeJson(session, { imports: ended });
  return tellEnds(session, ended);
}

function fileAt(path: string): FileToBring {
  try {
    const found = statSync(path);
    if (found.isFile()) return { path, name: basename(path), sizeBytes: found.size };
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new UsageError(`${path} can't be read (${reason}).`);
  }
  throw new UsageError(`${path} is not a file. Name the files in it.`);
}

async function collectionFor(session: Session, nameOrId: string, create: boolean): Promise<ApiCollection> {
  const { api } = session;
  if (!create) return findCollection(api, nameOrId);
  const found = await lookForCollection(api, nameOrId);
  if (found !== null) return found;
  const made = await answerTo(api.POST('/knowledge/collections', { body: { name: nameOrId } }));
  session.note(`Created the collection ${plainText(nameOrId)}.`);
  return made.collection;
}

/** Sends one import. Null: interrupted, and nothing more is sent; the server keeps nothing of a form that breaks off. */
async function start(
  { api, interrupted: signal }: Session,
  collectionId: string,
  { files, addresses }: Portion,
): Promise<string | null> {
  if (signal.aborted) return null;
  const form = new FormData();
  form.append('idempotencyKey', randomUUID());
  if (addresses.length > 0) form.append('addresses', addresses.join('\n'));
  // Their bytes are read while they are sent.
  for (const { path, name } of files) form.append('files', await openAsBlob(path), name);
  const sent = api.POST('/knowledge/collections/{collectionId}/imports', {
    params: { path: { collectionId } },
    body: {},
    bodySerializer: () => form,
    signal,
  });
  try {
    return (await answerTo(sent)).importId;
  } catch (error) {
    if (signal.aborted) return null;
    throw error;
  }
}

function collect(value: string, before: string[]): string[] {
  return [...before, value];
}

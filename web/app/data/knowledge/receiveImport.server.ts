import { unstable_parseMultipartFormData as parseMultipart, type UploadHandlerPart } from '@remix-run/node';
import { z } from 'zod';
import { writeSource } from '../../../../platform/knowledge/sourceBytes.ts';
import { isStorable } from '../../../../workflows/contracts/storableText.ts';
import {
  DOCUMENT_MAX_BYTES,
  IMPORT_MAX_BYTES,
  IMPORT_MAX_FILES,
} from '../../../../workflows/domain/knowledge/importLimits.ts';
import { fault } from '../../languages/fault.ts';
import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { refuse } from '../requests/refuse.server.ts';
import { fileTooLarge, importAddressesSchema, type ImportFaults, tooManyFiles } from './receivedImport.ts';

/** A file whose bytes are kept. */
export interface KeptFile {
  name: string;
  sourceId: string;
  contentHash: string;
}

export type ReceivedImport =
  /** `idempotencyKey` is null where none was sent. */
  | { kind: 'received'; idempotencyKey: string | null; files: KeptFile[]; addresses: string[] }
  /** Nothing of it is kept. */
  | { kind: 'refused'; faults: ImportFaults };

/** Of a field that is no file; all addresses that are allowed fit. */
const LONGEST_TEXT_BYTES = 512 * 1024;
const LONGEST_NAME = 500;
const MOST_PARTS = IMPORT_MAX_FILES + 50;

const keySchema = z.string().min(1).max(200).refine(isStorable).nullable();
const KNOWN_FIELDS: ReadonlySet<string> = new Set(['files', 'addresses', 'idempotencyKey']);

/**
 * Reads the form that brings documents in, and writes its files down as they come: no file is ever held in memory. What does not
 * fit is read to its end, so that a browser gets the answer.
 */
export async function receiveImport(
  scope: ProjectScope,
  collectionId: string,
  request: Request,
): Promise<ReceivedImport> {
  if (!/^multipart[/]form-data;/i.test(request.headers.get('content-type') ?? '')) throw refuse(400);
  const files: KeptFile[] = [];
  const begun: string[] = [];
  const faults: ImportFaults = { files: [], addresses: [] };
  let parts = 0;

  const keep = async (name: string, data: AsyncIterable<Uint8Array>) => {
    if (begun.length >= IMPORT_MAX_FILES) {
      await skip(data);
      return tooManyFiles();
    }
    const { database } = services();
    const { id: sourceId } = await database.knowledgeSource.create({
      data: { projectId: scope.projectId, collectionId },
      select: { id: true },
    });
    begun.push(sourceId);
    const bytes = upToLimit(data);
    const { contentHash, sizeBytes } = await writeSource(database, { ...scope, sourceId }, bytes);
    if (sizeBytes > DOCUMENT_MAX_BYTES) return fileTooLarge(name);
    files.push({ name, sourceId, contentHash });
    return null;
  };

  const receive = async ({ name, filename, data }: UploadHandlerPart) => {
    parts += 1;
    if (parts > MOST_PARTS) throw refuse(413, fault('errors:faults.formUnreadable'));
    if (!KNOWN_FIELDS.has(name ?? '')) {
      await skip(data);
      faults.files.push(
        fault('knowledge:faults.unknownField', { field: cleanName(name ?? '').slice(0, 100) }),
      );
      return undefined;
    }
    if (filename === undefined) return await textOf(data);
    const fileName = cleanName(filename);
    // A file field that was left empty is sent as a file without a name.
    if (name !== 'files' || fileName === '') {
      await skip(data);
      return undefined;
    }
    const wrong = await keep(fileName, data);
    if (wrong !== null && !faults.files.includes(wrong)) faults.files.push(wrong);
    return undefined;
  };

  try {
    const form = await parseMultipart(request, receive);
    const key = keySchema.safeParse(form.get('idempotencyKey'));
    if (!key.success) throw refuse(400);
    const addresses = importAddressesSchema.safeParse(form.get('addresses') ?? '');
    if (!addresses.success) faults.addresses.push(...addresses.error.issues.map(({ message }) => message));
    else if (addresses.data.length + begun.length === 0 && faults.files.length === 0) {
      faults.files.push(fault('knowledge:faults.nothingToImport'));
    }
    if (!addresses.success || faults.files.length > 0 || faults.addresses.length > 0) {
      await dropSources(scope, begun);
      return { kind: 'refused', faults };
    }
    return { kind: 'received', idempotencyKey: key.data, files, addresses: addresses.data };
  } catch (error) {
    await dropSources(scope, begun);
    if (error instanceof Error && /^malformed /.test(error.message)) throw refuse(400);
    throw error;
  }
}

/** Takes bytes back that no document of an import stands for. */
export async function dropSources({ projectId }: ProjectScope, sourceIds: readonly string[]): Promise<void> {
  if (sourceIds.length === 0) return;
  await services().database.knowledgeSource.deleteMany({
    where: { projectId, id: { in: [...sourceIds] }, items: { none: { projectId } } },
  });
}

/** The bytes up to the first part above the limit, which tells that there was more; what follows is read and dropped. */
async function* upToLimit(data: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let sizeBytes = 0;
  for await (const part of data) {
    if (sizeBytes <= DOCUMENT_MAX_BYTES) yield part;
    sizeBytes += part.length;
  }
}

async function skip(data: AsyncIterable<Uint8Array>): Promise<void> {
  let skippedBytes = 0;
  for await (const part of data) {
    skippedBytes += part.length;
    if (skippedBytes > IMPORT_MAX_BYTES) throw refuse(413);
  }
}

async function textOf(data: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = [];
  let sizeBytes = 0;
  for await (const part of data) {
    sizeBytes += part.length;
    if (sizeBytes > LONGEST_TEXT_BYTES) throw refuse(413, fault('errors:faults.formUnreadable'));
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

/** A file's name as it can be stored and shown. */
function cleanName(filename: string): string {
  return filename
    .replace(/\p{Cc}/gu, '')
    .trim()
    .slice(0, LONGEST_NAME)
    .toWellFormed();
}

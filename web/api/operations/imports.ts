import { randomUUID } from 'node:crypto';
import type { ApiImport, ApiImportWithItems } from '../../../workflows/contracts/api/knowledge.ts';
import { assertNever } from '../../../workflows/domain/json.ts';
import type { ProjectScope } from '../../app/data/accounts/projectScope.server.ts';
import type { ImportSteering } from '../../app/data/knowledge/importIntents.ts';
import { readCollection } from '../../app/data/knowledge/readCollection.server.ts';
import {
  type CountedImport,
  readImport,
  type ReadImportItem,
  readImportsPart,
} from '../../app/data/knowledge/readImports.server.ts';
import { importAddressesSchema } from '../../app/data/knowledge/receivedImport.ts';
import { type KeptFile, receiveImport } from '../../app/data/knowledge/receiveImport.server.ts';
import { retryImport } from '../../app/data/knowledge/retryImport.server.ts';
import { startImport } from '../../app/data/knowledge/startImport.server.ts';
import { steerImport } from '../../app/data/knowledge/steerImport.server.ts';
import type { TokenHolder } from '../../app/data/tokens/findTokenHolder.server.ts';
import { english } from '../../app/languages/english.server.ts';
import type { FormRequest } from '../formRequest.ts';
import type { OperationHandlers } from '../operation.ts';
import { notFound, Problem } from '../problem.ts';
import { importFailure } from './importFailure.ts';
import { keyUsed } from './keyUsed.ts';

/** The operations on imports. */
export const importOperations: Pick<
  OperationHandlers,
  | 'startImport'
  | 'listImports'
  | 'readImport'
  | 'pauseImport'
  | 'resumeImport'
  | 'cancelImport'
  | 'retryImport'
> = {
  startImport: async ({ holder: { scope, userId }, params: { collectionId }, body, form }) => {
    // Before anything is written down for it.
    if ((await readCollection(scope, collectionId)) === null) throw notFound('collection');
    const { idempotencyKey, ...documents } =
      form === null
        ? { idempotencyKey: body?.idempotencyKey, files: [], addresses: addressesOf(body?.addresses ?? []) }
        : await receive(scope, collectionId, form);
    const result = await startImport(scope, {
      userId,
      collectionId,
      idempotencyKey: idempotencyKey ?? randomUUID(),
      repeatedBy: 'key',
      ...documents,
    });
    if (result === null) throw notFound('collection');
    const { outcome, importId } = result;
    switch (outcome) {
      case 'started':
        return { status: 201, body: { importId, created: true } };
      case 'repeated':
        return { status: 200, body: { importId, created: false } };
      case 'differs':
        throw keyUsed(`It has started the import ${importId}.`);
      default:
        return assertNever(outcome);
    }
  },

  listImports: async ({ holder: { scope }, query: { collectionId, state, offset, limit } }) => {
    const { rows, more } = await readImportsPart(scope, { collectionId, state, skip: offset, take: limit });
    return { body: { imports: rows.map(importView), next: more ? offset + rows.length : null } };
  },

  readImport: async ({ holder: { scope }, params: { importId } }) => ({
    body: await requireImport(scope, importId),
  }),

  pauseImport: ({ holder, params }) => steer(holder, params.importId, 'pause'),
  resumeImport: ({ holder, params }) => steer(holder, params.importId, 'resume'),
  cancelImport: ({ holder, params }) => steer(holder, params.importId, 'cancel'),

  retryImport: async ({ holder: { scope, userId }, params: { importId } }) => {
    const outcome = await retryImport(scope, { userId, importId });
    if (outcome === 'not_found') throw notFound('import');
    return { body: await requireImport(scope, importId) };
  },
};

async function requireImport(scope: ProjectScope, importId: string): Promise<ApiImportWithItems> {
  const found = await readImport(scope, importId);
  if (found === null) throw notFound('import');
  return { ...importView(found), items: found.items.map(itemView) };
}

/** A signal is handed in: when the workflow takes it, nobody is told. */
async function steer({ scope, userId }: TokenHolder, importId: string, steering: ImportSteering) {
  const outcome = await steerImport(scope, { userId, importId, steering });
  switch (outcome) {
    case 'done':
      return { status: 202, body: { outcome: 'handed_in' as const } };
    case 'over':
      throw new Problem({
        kind: 'over',
        status: 409,
        title: 'The import has ended',
        detail: 'What failed in it can be tried again: POST …/retry.',
      });
    case 'not_started':
      throw new Problem({
        kind: 'not_started',
        status: 409,
        title: 'The import has not started yet',
        detail: 'It starts as soon as a worker runs. Try again then.',
        headers: { 'retry-after': '2' },
      });
    case 'not_found':
      throw notFound('import');
    default:
      return assertNever(outcome);
  }
}

interface Received {
  idempotencyKey: string | undefined;
  files: KeptFile[];
  addresses: string[];
}

async function receive(scope: ProjectScope, collectionId: string, form: FormRequest): Promise<Received> {
  const received = await receiveImport(scope, collectionId, form).catch((error: unknown) => {
    throw error instanceof Response ? formRefused(error.status) : error;
  });
  if (received.kind === 'received') {
    const { idempotencyKey, files, addresses } = received;
    return { idempotencyKey: idempotencyKey ?? undefined, files, addresses };
  }
  const { files, addresses } = received.faults;
  throw notTaken([
    ...files.map((message) => ({ path: 'files', message })),
    ...addresses.map((message) => ({ path: 'addresses', message })),
  ]);
}

function addressesOf(given: readonly string[]): string[] {
  const parsed = importAddressesSchema.safeParse(given.join('\n'));
  if (parsed.success) return parsed.data;
  throw notTaken(parsed.error.issues.map(({ message }) => ({ path: '$.addresses', message })));
}

function notTaken(faults: { path: string; message: string }[]): Problem {
  const problems = faults.map(({ path, message }) => ({ path, message: english(message) }));
  return new Problem({
    kind: 'invalid_request',
    status: 422,
    title: problems[0]?.message ?? 'Nothing was brought in',
    detail: 'Correct what `problems` lists, then send it again. Nothing was stored.',
    problems,
  });
}

/** What the reader of forms throws has no words for programs. */
function formRefused(status: number): Problem {
  if (status === 413) {
    return new Problem({
      kind: 'too_large',
      status,
      title: 'The form is too large',
      detail: 'Send fewer files at once, and no other fields than `files`, `addresses` and `idempotencyKey`.',
    });
  }
  return new Problem({
    kind: 'invalid_request',
    status: 400,
    title: 'The form could not be read',
    detail: 'Send `multipart/form-data` with its boundary; an idempotencyKey has 1 to 200 characters.',
  });
}

function importView(counted: CountedImport): ApiImport {
  const { id, collectionId, state, run, counts, createdAt, endedAt } = counted;
  return {
    ...{ id, collectionId, state, run, counts },
    createdAt: createdAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
  };
}

function itemView(item: ReadImportItem): ApiImportWithItems['items'][number] {
  const { id, kind, source, state, documentId, version, entryCount, failureType, failureMessage } = item;
  return {
    ...{ id, kind, source, state, documentId, version },
    passages: entryCount,
    failure: importFailure(failureType, failureMessage),
  };
}

import { orNull } from '../../../../platform/knowledge/orNull.ts';
import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { recordAudit } from '../audit/recordAudit.server.ts';
import { isUniqueViolation } from '../database/isUniqueViolation.server.ts';
import { isSameRequest, requestDigest } from '../submissions/requestDigest.server.ts';
import { launchImport } from './launchImport.server.ts';
import { dropSources, type KeptFile } from './receiveImport.server.ts';

export interface StartImportOptions {
  userId: string;
  collectionId: string;
  idempotencyKey: string;
  /**
   * What is the same import again: the same key with the same documents, as going back to a form and choosing others is another
   * one; or the key alone, under which other documents are refused.
   */
  repeatedBy: 'key_and_documents' | 'key';
  files: readonly KeptFile[];
  addresses: readonly string[];
}

export interface StartImportResult {
  /** `differs`: the key has started another import, and nothing is kept of this one. */
  outcome: 'started' | 'repeated' | 'differs';
  /** Of `differs`: the other one. */
  importId: string;
}

/** Bytes that belong to nothing after this long were left by a request that broke off. */
const LEFT_BEHIND_MS = 24 * 60 * 60_000;

/**
 * Brings documents into a collection: writes the rows, then starts the workflow; a worker starts it later if Temporal is away.
 * Null: the project has no such collection, and nothing is kept.
 */
export async function startImport(
  scope: ProjectScope,
  { userId, collectionId, idempotencyKey: key, repeatedBy, files, addresses }: StartImportOptions,
): Promise<StartImportResult | null> {
  const { knowledge, database } = services();
  const { projectId } = scope;
  const sourceIds = files.map(({ sourceId }) => sourceId);
  if ((await orNull(knowledge.reader.readCollection(projectId, collectionId))) === null) {
    await dropSources(scope, sourceIds);
    return null;
  }
  const documents = [collectionId, files.map(({ name, contentHash }) => [name, contentHash]), addresses];
  const [idempotencyKey, requestSha256] =
    repeatedBy === 'key'
      ? [requestDigest(['key', key]), requestDigest(documents)]
      : [requestDigest([key, ...documents]), null];
  const byKey = { projectId_idempotencyKey: { projectId, idempotencyKey } };
  const items = [
    ...files.map(({ name, sourceId }) => ({ kind: 'file', source: name, sourceId })),
    ...addresses.map((address) => ({ kind: 'address', source: address, sourceId: null })),
  ];
  try {
    const started = await database.$transaction(async (transaction) => {
      const row = await transaction.knowledgeImport.create({
        data: { projectId, collectionId, idempotencyKey, requestSha256, createdBy: userId },
        select: { id: true, projectId: true, run: true },
      });
      await transaction.knowledgeImportItem.createMany({
        data: items.map((item, position) => ({ ...item, projectId, importId: row.id, position })),
      });
      await recordAudit(transaction, scope, {
        userId,
        action: 'import.start',
        subjectType: 'import',
        subjectId: row.id,
        detail: { collectionId, files: files.length, addresses: addresses.length },
      });
      return row;
    });
    await launchImport(started);
    await dropLeftBehind(scope, collectionId);
    return { outcome: 'started', importId: started.id };
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    const first = await database.knowledgeImport.findUniqueOrThrow({
      where: byKey,
      select: { id: true, requestSha256: true },
    });
    await dropSources(scope, sourceIds);
    const isSame = requestSha256 === null || isSameRequest(first.requestSha256, requestSha256);
    return { outcome: isSame ? 'repeated' : 'differs', importId: first.id };
  }
}

async function dropLeftBehind({ projectId }: ProjectScope, collectionId: string): Promise<void> {
  const createdAt = { lt: new Date(Date.now() - LEFT_BEHIND_MS) };
  await services().database.knowledgeSource.deleteMany({
    where: { projectId, collectionId, documentId: null, createdAt, items: { none: { projectId } } },
  });
}

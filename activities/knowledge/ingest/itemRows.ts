import type { Database } from '../../../platform/database.ts';
import type { ItemRef, StepResult } from '../../../workflows/contracts/ingestion.ts';
import {
  importItemStates,
  isOutcome,
  type ItemOutcome,
  openItemStates,
} from '../../../workflows/domain/knowledge/importStates.ts';
import { oneOf } from '../../../workflows/domain/recordStates.ts';

/** A document of an import that is being worked on. */
export interface Item {
  kind: 'file' | 'address';
  source: string;
  sourceId: string | null;
  documentId: string | null;
  version: number | null;
  collectionId: string;
}

/** The document's row, or how it has come to its end: by another attempt, or because it was taken back. */
export async function readItem(
  database: Database,
  { projectId, importId, itemId }: ItemRef,
): Promise<Item | { over: ItemOutcome }> {
  const row = await database.knowledgeImportItem.findFirst({
    where: { id: itemId, importId, projectId },
    include: { import: { select: { collectionId: true } } },
  });
  if (row === null) return { over: 'cancelled' };
  const { kind, source, sourceId, documentId, version } = row;
  const state = oneOf(importItemStates, row.state);
  if (isOutcome(state)) return { over: state };
  const { collectionId } = row.import;
  return {
    kind: kind === 'address' ? 'address' : 'file',
    source,
    sourceId,
    documentId,
    version,
    collectionId,
  };
}

/** Writes down what came of a document, unless that stands already. Bytes of one that failed are kept for another attempt. */
export async function endItem(
  database: Database,
  { projectId, importId, itemId }: ItemRef,
  outcome: ItemOutcome,
  more: {
    failure?: { type: string; message: string } | null;
    documentId?: string;
    version?: number;
    entryCount?: number;
  } = {},
): Promise<StepResult> {
  const { failure, ...written } = more;
  const now = new Date();
  await database.$transaction([
    database.knowledgeImportItem.updateMany({
      where: { id: itemId, importId, projectId, state: { in: [...openItemStates] } },
      data: {
        ...written,
        state: outcome,
        failureType: failure?.type ?? null,
        failureMessage: failure?.message ?? null,
        updatedAt: now,
        endedAt: now,
      },
    }),
    database.knowledgeImport.updateMany({ where: { id: importId, projectId }, data: { updatedAt: now } }),
  ]);
  return { kind: 'over', outcome };
}

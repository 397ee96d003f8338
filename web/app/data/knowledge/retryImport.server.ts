import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { recordAudit } from '../audit/recordAudit.server.ts';
import { launchImport } from './launchImport.server.ts';

/**
 * Tries the documents of an import (into this collection where one is named) that failed again, as its next run. Does nothing while it runs, or where nothing failed: a second
 * click changes nothing.
 */
export async function retryImport(
  scope: ProjectScope,
  { userId, collectionId, importId }: { userId: string; collectionId?: string; importId: string },
): Promise<'done' | 'not_found'> {
  const { database } = services();
  const { projectId } = scope;
  const where = { id: importId, projectId, ...(collectionId === undefined ? {} : { collectionId }) };
  const known = await database.knowledgeImport.findFirst({ where, select: { id: true } });
  if (known === null) return 'not_found';
  const updatedAt = new Date();
  const run = await database.$transaction(async (transaction) => {
    // This locks the row: of two clicks the second finds it started.
    const { count } = await transaction.knowledgeImport.updateMany({
      where: {
        ...where,
        state: { in: ['finished', 'cancelled'] },
        items: { some: { projectId, state: 'failed' } },
      },
      data: { state: 'starting', run: { increment: 1 }, updatedAt, endedAt: null },
    });
    if (count === 0) return null;
    await transaction.knowledgeImportItem.updateMany({
      where: { importId, projectId, state: 'failed' },
      data: { state: 'waiting', failureType: null, failureMessage: null, updatedAt, endedAt: null },
    });
    await recordAudit(transaction, scope, {
      userId,
      action: 'import.retry',
      subjectType: 'import',
      subjectId: importId,
    });
    return transaction.knowledgeImport.findUniqueOrThrow({
      where: { id: importId, projectId },
      select: { id: true, projectId: true, run: true },
    });
  });
  if (run !== null) await launchImport(run);
  return 'done';
}

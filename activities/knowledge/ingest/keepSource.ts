import { Context } from '@temporalio/activity';
import type { Database } from '../../../platform/database.ts';
import { writeSource } from '../../../platform/knowledge/sourceBytes.ts';
import type { KnowledgeActivities } from '../../../workflows/contracts/ingestion.ts';
import { withHeartbeat } from '../../execution/heartbeat.ts';
import { FETCH_TIMEOUT_MS, fetchDocument } from '../fetch/fetchDocument.ts';
import { PARSE_LIMITS } from '../parse/limits.ts';
import { RefusedDocument } from '../parse/refusedDocument.ts';
import { readItem } from './itemRows.ts';
import { ingestionStep } from './refusal.ts';

/** See KnowledgeActivities. `fetch` is guarded. */
export function createKeepSource(clients: {
  database: Database;
  fetch: typeof globalThis.fetch;
}): KnowledgeActivities['keepSource'] {
  const { database } = clients;
  return ingestionStep(database, async (input) => {
    const item = await readItem(database, input);
    if ('over' in item) return { kind: 'over', outcome: item.over };
    const { projectId, itemId } = input;
    const { kind, source: address, collectionId } = item;
    const sourceId = item.sourceId ?? (await addSource(database, input, collectionId));
    const kept = await database.knowledgeSource.findFirst({ where: { id: sourceId, projectId } });
    await database.knowledgeImportItem.updateMany({
      where: { id: itemId, projectId, state: 'waiting' },
      data: { state: 'working', updatedAt: new Date() },
    });
    if (kept?.contentHash) return { kind: 'done' };
    if (kind === 'file') throw new RefusedDocument('broken', 'Not all of it arrived. Bring it again.');
    const limits = { mostBytes: PARSE_LIMITS.mostBytes, timeoutMs: FETCH_TIMEOUT_MS };
    await withHeartbeat(async () => {
      const { cancellationSignal: signal } = Context.current();
      const { contentType, bytes } = await fetchDocument(address, clients.fetch, limits, signal);
      await database.knowledgeSource.update({ where: { id: sourceId, projectId }, data: { contentType } });
      await writeSource(database, { projectId, sourceId }, bytes);
    });
    return { kind: 'done' };
  });
}

/** A place for an address's bytes: the one of an earlier attempt, where there was one. */
async function addSource(
  database: Database,
  { projectId, itemId }: { projectId: string; itemId: string },
  collectionId: string,
): Promise<string> {
  // Under the item's own id: two attempts at once have one source.
  await database.knowledgeSource.createMany({
    data: [{ id: itemId, projectId, collectionId }],
    skipDuplicates: true,
  });
  await database.knowledgeImportItem.update({ where: { id: itemId, projectId }, data: { sourceId: itemId } });
  return itemId;
}

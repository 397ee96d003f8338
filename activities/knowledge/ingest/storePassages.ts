import { Context } from '@temporalio/activity';
import { z } from 'zod';
import { contentUuid } from '../../../platform/contentUuid.ts';
import type { Database } from '../../../platform/database.ts';
import type { KnowledgeStore, NewEntry } from '../../../platform/knowledge/knowledgeStore.ts';
import type { ItemRef, KnowledgeActivities } from '../../../workflows/contracts/ingestion.ts';
import { type Chunk, contentOf } from '../../../workflows/domain/knowledge/chunk/chunkDocument.ts';
import { segmentedWords } from '../../../workflows/domain/knowledge/segmentedWords.ts';
import { withHeartbeat } from '../../execution/heartbeat.ts';
import type { EmbedTexts } from '../embed/embedTexts.ts';
import { endItem, type Item, readItem } from './itemRows.ts';
import { ingestionStep } from './refusal.ts';

/** Passages that are embedded and written together. */
const BATCH = 100;

const place = { start: z.int(), end: z.int() };
const chunksSchema = z.array(
  z.object({
    ...place,
    header: z.object(place).optional(),
    page: z.int().optional(),
    headingPath: z.array(z.string()),
  }),
);

interface Clients {
  database: Database;
  knowledge: KnowledgeStore;
  embedTexts: EmbedTexts;
}

/** See KnowledgeActivities. */
export function createStorePassages(clients: Clients): KnowledgeActivities['storePassages'] {
  const { database, knowledge, embedTexts } = clients;
  return ingestionStep(database, async (input) => {
    const item = await readItem(database, input);
    if ('over' in item) return { kind: 'over', outcome: item.over };
    const { projectId } = input;
    const opened = await openVersion(clients, input, item);
    if (opened === null) {
      await dropSource(database, input, item);
      return endItem(database, input, 'unchanged');
    }
    const { documentId, version, title, text, chunks, metadata, sourceId } = opened;
    // Known from now on: a document that comes to nothing is taken out again.
    await database.knowledgeImportItem.update({
      where: { id: input.itemId, projectId },
      data: { documentId, version, entryCount: chunks.length, updatedAt: new Date() },
    });
    const { embeddingModel: model, dimensions } = await knowledge.reader.readCollection(
      projectId,
      item.collectionId,
    );
    const about = { collectionId: item.collectionId, documentId };
    await withHeartbeat(async () => {
      const { cancellationSignal: signal } = Context.current();
      for (let from = 0; from < chunks.length; from += BATCH) {
        const batch = chunks.slice(from, from + BATCH);
        const texts = batch.map((chunk) => shownAbove(title, chunk) + contentOf(text, chunk));
        const { vectors } = await embedTexts(
          { projectId, collection: { model, dimensions }, texts, purpose: 'ingest', about },
          signal,
        );
        const entries = batch.map((chunk, index): NewEntry => {
          const ordinal = from + index;
          return {
            id: entryId(documentId, version, ordinal),
            content: contentOf(text, chunk),
            words: segmentedWords(texts[index] ?? ''),
            embedding: vectors[index] ?? [],
            ordinal,
            startOffset: chunk.start,
            endOffset: chunk.end,
            page: chunk.page ?? null,
            headingPath: chunk.headingPath,
            metadata,
          };
        });
        signal.throwIfAborted();
        await knowledge.addEntries(projectId, documentId, version, entries);
      }
    });
    await database.knowledgeSource.update({ where: { id: sourceId, projectId }, data: { documentId } });
    return { kind: 'done' };
  });
}

/** The version that the passages are written to; null: look-ups find one of the same bytes already. */
async function openVersion({ database, knowledge }: Clients, { projectId }: ItemRef, item: Item) {
  const { collectionId, sourceId } = item;
  if (sourceId === null) throw new Error('Passages are stored once the document is read');
  const source = await database.knowledgeSource.findFirstOrThrow({
    where: { id: sourceId, projectId },
    include: { text: true },
  });
  const { contentHash, text: read } = source;
  if (contentHash === null || read === null) throw new Error('Passages are stored once the document is read');
  const { title, mediaType, text, pageOffsets, language } = read;
  const told = language === null ? {} : { language };
  const put = await knowledge.putDocument(projectId, {
    collectionId,
    source: item.source,
    title,
    mediaType,
    contentHash,
    text,
    pageOffsets,
    metadata: told,
  });
  // One that was deleted in this moment has none: it is to be written anew, which says so.
  const isPublished = async () =>
    (await knowledge.reader.publishedVersion(projectId, put.documentId)) === put.version;
  if (!put.isNew && (await isPublished())) return null;
  const chunks: Chunk[] = chunksSchema.parse(read.chunks).map(({ header, page, ...chunk }) => ({
    ...chunk,
    ...(header && { header }),
    ...(page !== undefined && { page }),
  }));
  // What a look-up's filter can ask of a passage.
  const metadata = { ...told, source: item.source, mediaType };
  return { ...put, title, text, chunks, metadata, sourceId };
}

/** The bytes are those that stand already. */
async function dropSource(database: Database, { projectId }: ItemRef, { sourceId }: Item): Promise<void> {
  if (sourceId !== null) await database.knowledgeSource.deleteMany({ where: { id: sourceId, projectId } });
}

/** What a passage stands below: it is found by that too. */
function shownAbove(title: string, { headingPath }: Chunk): string {
  const path = headingPath[0] === title ? headingPath : [title, ...headingPath];
  return `${path.join(' > ')}\n\n`;
}

/** The same for the same passage of the same version, whichever attempt writes it. */
function entryId(documentId: string, version: number, ordinal: number): string {
  return contentUuid(`${documentId} ${String(version)} ${String(ordinal)}`);
}

import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { knowledgeOf } from '../../test/support/knowledgeOf.ts';
import { writeImport } from '../../test/support/knowledgeRows.ts';
import { openTestDatabase, type TestDatabase } from '../../test/support/testDatabase.ts';
import { createDatabase, type Database } from '../database.ts';
import { deleteKnowledgeCollection, deleteKnowledgeDocument } from './deleteKnowledge.ts';
import type { KnowledgeStore } from './knowledgeStore.ts';

let test: TestDatabase;
let database: Database;
let knowledge: KnowledgeStore;
let projectId: string;

beforeAll(async () => {
  test = await openTestDatabase();
  database = createDatabase(test.url, { poolSize: 2 });
  knowledge = knowledgeOf(database);
  ({ id: projectId } = await database.project.create({ data: { slug: 'default', name: 'Default' } }));
});
afterEach(async () => {
  const { rows } = await knowledge.reader.listCollections(projectId, { search: '', skip: 0, take: 100 });
  for (const { id } of rows) await deleteKnowledgeCollection(database, knowledge, projectId, id);
});
afterAll(async () => {
  await knowledge.close();
  await database.$disconnect();
  await test.close();
});

const SPACE = { model: 'test-embedding', dimensions: 3 };
/** Of a passage that stands in both documents. */
const SHARED = 'shared';
const hashOf = (source: string) => `hash of ${source}`;
const embeddings = async () => [
  ...(await knowledge.embeddings.find(SPACE, [hashOf('a.txt'), hashOf('b.txt'), SHARED])).keys(),
];

/** A collection with two documents that have been brought in, one of which is not whole yet. */
async function filled() {
  const collectionId = await knowledge.createCollection(projectId, {
    name: randomUUID(),
    description: '',
    embeddingModel: 'test-embedding',
    dimensions: 3,
  });
  const names = ['a.txt', 'b.txt'];
  const importId = await writeImport(
    database,
    projectId,
    collectionId,
    names.map((name) => ({ name, content: `The text of ${name}` })),
  );
  await database.knowledgeImport.update({ where: { id: importId }, data: { state: 'finished' } });
  const items = await database.knowledgeImportItem.findMany({
    where: { importId },
    orderBy: { position: 'asc' },
  });
  const documentIds: string[] = [];
  for (const { id, source, sourceId } of items) {
    const { documentId, version } = await knowledge.putDocument(projectId, {
      collectionId,
      source,
      title: source,
      mediaType: 'text/plain',
      contentHash: source,
      text: source,
      pageOffsets: [],
      metadata: {},
    });
    await knowledge.addEntries(projectId, documentId, version, [
      {
        id: randomUUID(),
        content: source,
        words: source,
        embedding: [1, 0, 0],
        ordinal: 0,
        startOffset: 0,
        endOffset: source.length,
        page: null,
        headingPath: [],
        metadata: {},
      },
    ]);
    await knowledge.publishDocument(projectId, documentId, version);
    await database.knowledgeImportItem.update({
      where: { id },
      data: { documentId, version, state: 'added' },
    });
    await database.knowledgeText.create({
      data: { sourceId: sourceId ?? '', title: source, mediaType: 'text/plain', text: source, chunks: [] },
    });
    await knowledge.embeddings.noteUses(projectId, documentId, [hashOf(source), SHARED]);
    documentIds.push(documentId);
  }
  await knowledge.embeddings.keep(
    SPACE,
    [...names.map(hashOf), SHARED].map((contentHash) => ({ contentHash, embedding: [1, 0, 0] })),
  );
  return { collectionId, documentIds };
}

const left = async (collectionId: string) => ({
  entries: (await knowledge.reader.readCollection(projectId, collectionId)).entryCount,
  sources: await database.knowledgeSource.count({ where: { collectionId } }),
  parts: await database.knowledgeSourcePart.count({ where: { source: { collectionId } } }),
  texts: await database.knowledgeText.count({ where: { source: { collectionId } } }),
});

it('a document is deleted with its passages, its bytes, the text read of them and its embeddings, and no other is', async () => {
  const { collectionId, documentIds } = await filled();
  expect(await left(collectionId)).toEqual({ entries: 2, sources: 2, parts: 2, texts: 2 });
  const [documentId = ''] = documentIds;
  await deleteKnowledgeDocument(database, knowledge, projectId, documentId);
  expect(await left(collectionId)).toEqual({ entries: 1, sources: 1, parts: 1, texts: 1 });
  await expect(knowledge.reader.readDocument(projectId, documentId)).rejects.toMatchObject({
    kind: 'not_found',
  });
  expect((await embeddings()).sort()).toEqual([hashOf('b.txt'), SHARED]);
  // Once more does no harm.
  await deleteKnowledgeDocument(database, knowledge, projectId, documentId);
});

it('another project deletes nothing', async () => {
  const { collectionId, documentIds } = await filled();
  await deleteKnowledgeDocument(database, knowledge, randomUUID(), documentIds[0] ?? '');
  await deleteKnowledgeCollection(database, knowledge, randomUUID(), collectionId);
  expect(await left(collectionId)).toEqual({ entries: 2, sources: 2, parts: 2, texts: 2 });
  expect(await embeddings()).toHaveLength(3);
});

it('a collection is deleted with all that is in it', async () => {
  const { collectionId } = await filled();
  await deleteKnowledgeCollection(database, knowledge, projectId, collectionId);
  expect(await database.knowledgeSource.count({ where: { collectionId } })).toBe(0);
  expect(await database.knowledgeImport.count({ where: { collectionId } })).toBe(0);
  expect(await knowledge.countEntries(projectId, { collectionId })).toBe(0);
  expect(await embeddings()).toEqual([]);
});

import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import {
  knowledgeMigrationFiles,
  migrateKnowledge,
  rollbackKnowledge,
} from '../../ops/knowledge/knowledgeMigrations.ts';
import { type RestServer, startRestServer } from '../../test/support/postgrest.ts';
import { openTestDatabase, type TestDatabase } from '../../test/support/testDatabase.ts';
import { KnowledgeStore, MOST_ENTRIES_AT_ONCE, type NewEntry, type Question } from './knowledgeStore.ts';
import { createSqlDoor } from './sqlDoor.ts';
import { createSupabaseDoor } from './supabaseDoor.ts';

const DIMENSIONS = 3;
const projectId = randomUUID();

let database: TestDatabase;
let rest: RestServer;
let client: pg.Client;

beforeAll(async () => {
  database = await openTestDatabase();
  rest = await startRestServer(database.url, ['public', 'knowledge']);
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await rest.close();
  await database.close();
});

const entry = (
  ordinal: number,
  content: string,
  embedding: number[],
  more: Partial<NewEntry> = {},
): NewEntry => ({
  id: randomUUID(),
  content,
  words: content,
  embedding,
  ordinal,
  startOffset: ordinal * 100,
  endOffset: ordinal * 100 + content.length,
  page: null,
  headingPath: [],
  metadata: {},
  ...more,
});

describe.each(['the database', 'Supabase'] as const)('the knowledge store by way of %s', (door) => {
  let store: KnowledgeStore;
  beforeAll(() => {
    store = new KnowledgeStore(
      door === 'Supabase'
        ? createSupabaseDoor(rest.url, rest.serviceKey)
        : createSqlDoor(database.url, { poolSize: 4 }),
    );
  });
  afterAll(() => store.close());

  const collection = (name: string = randomUUID(), more = {}) =>
    store.createCollection(projectId, {
      name,
      description: '',
      embeddingModel: 'test-embedding',
      dimensions: DIMENSIONS,
      ...more,
    });
  const document = (collectionId: string, contentHash = 'a', source = 'handbook.md') =>
    store.putDocument(projectId, newDocument(collectionId, contentHash, source));
  const filled = async (entries: NewEntry[]) => {
    const collectionId = await collection();
    const { documentId, version } = await document(collectionId);
    await store.addEntries(projectId, documentId, version, entries);
    await store.publishDocument(projectId, documentId, version);
    return { collectionId, documentId, version };
  };
  const ask = (collectionIds: string[], more: Partial<Question> = {}) =>
    store.match({
      projectId,
      collectionIds,
      embedding: [1, 0, 0],
      words: '',
      filter: {},
      count: 10,
      threshold: null,
      vectorWeight: 0.7,
      diversity: 0,
      ...more,
    });

  it('makes a collection once, and refuses it with another model or other dimensions', async () => {
    const name = randomUUID();
    const id = await collection(name);
    expect(await collection(name)).toBe(id);
    await expect(collection(name, { embeddingModel: 'another' })).rejects.toMatchObject({
      name: 'KnowledgeError',
      kind: 'conflict',
      message: expect.stringContaining('test-embedding with 3 dimensions') as unknown,
    });
    await expect(collection(name, { dimensions: 4 })).rejects.toMatchObject({ kind: 'conflict' });
  });

  it('takes what is brought again with the same content for the version that it was', async () => {
    const id = await collection();
    const first = await document(id, 'a');
    expect(first).toMatchObject({ version: 1, isNew: true });
    expect(await document(id, 'a')).toEqual({ ...first, isNew: false });
    expect(await document(id, 'b')).toEqual({ documentId: first.documentId, version: 2, isNew: true });
  });

  it('finds an entry with everything that stands about it', async () => {
    const one = entry(0, 'Holidays are thirty days.', [0, 1, 0], {
      page: 2,
      headingPath: ['Work', 'Holidays'],
      metadata: { year: 2026, tags: ['leave', '假期'] },
    });
    const { collectionId, documentId } = await filled([one]);
    const { id, content, startOffset, endOffset, page, headingPath, metadata } = one;
    expect(await ask([collectionId], { embedding: [0, 1, 0], words: 'holidays' })).toEqual([
      {
        ...{ id, content, startOffset, endOffset, page, headingPath, metadata },
        ...{
          collectionId,
          documentId,
          documentVersion: 1,
          ordinal: 0,
          source: 'handbook.md',
          title: 'Handbook',
        },
        similarity: expect.closeTo(1) as unknown,
        bm25: expect.any(Number) as unknown,
        score: expect.any(Number) as unknown,
      },
    ]);
  });

  it('adds the same entries once, and counts them once', async () => {
    const entries = [entry(0, 'alpha beta', [1, 0, 0]), entry(1, 'alpha gamma', [0, 1, 0])];
    const { collectionId, documentId, version } = await filled(entries);
    expect(await store.addEntries(projectId, documentId, version, entries)).toBe(0);
    expect(await store.countEntries(projectId, { collectionId })).toBe(2);
    const { rows } = await client.query(
      'SELECT word, entry_count::int FROM knowledge.word_frequencies WHERE collection_id = $1 ORDER BY word',
      [collectionId],
    );
    expect(rows).toEqual([
      { word: 'alpha', entry_count: 2 },
      { word: 'beta', entry_count: 1 },
      { word: 'gamma', entry_count: 1 },
    ]);
  });

  it('finds no version but the published one', async () => {
    const { collectionId, documentId } = await filled([entry(0, 'the old rule', [1, 0, 0])]);
    const next = await document(collectionId, 'b');
    await store.addEntries(projectId, documentId, next.version, [entry(0, 'the new rule', [1, 0, 0])]);
    expect((await ask([collectionId])).map(({ content }) => content)).toEqual(['the old rule']);
    await store.publishDocument(projectId, documentId, next.version);
    expect((await ask([collectionId])).map(({ content }) => content)).toEqual(['the new rule']);
    expect(await store.deleteEntries(projectId, documentId, { onlyOutdated: true })).toBe(1);
    expect(await store.countEntries(projectId, { documentId })).toBe(1);
  });

  it('deletes a document with its entries and leaves no word counted', async () => {
    const { collectionId, documentId } = await filled([
      entry(0, 'alpha', [1, 0, 0]),
      entry(1, 'beta', [0, 1, 0]),
    ]);
    await store.deleteDocument(projectId, documentId);
    await store.deleteDocument(projectId, documentId);
    expect(await store.countEntries(projectId, { collectionId })).toBe(0);
    const { rows } = await client.query(
      `SELECT c.entry_count::int, c.word_count::int, count(f.word)::int AS words
       FROM knowledge.collections c LEFT JOIN knowledge.word_frequencies f ON f.collection_id = c.id
       WHERE c.id = $1 GROUP BY c.id`,
      [collectionId],
    );
    expect(rows).toEqual([{ entry_count: 0, word_count: 0, words: 0 }]);
  });

  it('lets rare words decide where the vectors say the same, stems them, and knows Chinese words', async () => {
    const { collectionId } = await filled([
      entry(0, 'the office rules', [1, 0, 0]),
      entry(1, 'the office parking permits', [1, 0, 0]),
      entry(2, 'the office 假期 规定', [1, 0, 0]),
      entry(3, 'the office hours', [1, 0, 0]),
    ]);
    const [permit] = await ask([collectionId], { words: 'office permit' });
    expect(permit?.content).toBe('the office parking permits');
    const [holiday] = await ask([collectionId], { words: '假期' });
    expect(holiday?.content).toBe('the office 假期 规定');
  });

  it('scores words as BM25 does, by how often they stand there and how long the entry is', async () => {
    const { collectionId } = await filled([
      entry(0, 'permit permit permit office', [1, 0, 0]),
      entry(1, 'permit office', [1, 0, 0]),
      entry(2, 'office rules', [1, 0, 0]),
    ]);
    const found = await ask([collectionId], { words: 'permit', vectorWeight: 0 });
    const weight = Math.log(1 + (3 - 2 + 0.5) / (2 + 0.5));
    const score = (times: number, length: number) =>
      (weight * times * 2.2) / (times + 1.2 * (0.25 + (0.75 * length) / (8 / 3)));
    expect(found.map(({ bm25 }) => bm25)).toEqual(
      [score(3, 4), score(1, 2), 0].map((one) => expect.closeTo(one) as unknown),
    );
  });

  it('finds by words what the vectors would not have brought', async () => {
    const others = Array.from({ length: 120 }, (_, index) =>
      entry(index, 'something else', [1, index / 1e4, 0]),
    );
    const { collectionId } = await filled([...others, entry(120, 'error E4711', [-1, 0, 0])]);
    const found = await ask([collectionId], { words: 'E4711', vectorWeight: 0.3, count: 3 });
    expect(found[0]).toMatchObject({ content: 'error E4711', similarity: expect.closeTo(-1) as unknown });
  });

  it('applies a filter, and a threshold after the search', async () => {
    const { collectionId } = await filled([
      entry(0, 'a', [1, 0, 0], { metadata: { year: 2025 } }),
      entry(1, 'b', [0.9, 0.1, 0], { metadata: { year: 2026 } }),
      entry(2, 'c', [0, 1, 0], { metadata: { year: 2026 } }),
    ]);
    const contents = async (more: Partial<Question>) =>
      (await ask([collectionId], more)).map(({ content }) => content);
    expect(await contents({ filter: { year: 2026 } })).toEqual(['b', 'c']);
    expect(await contents({ filter: { year: 2026 }, threshold: 0.5 })).toEqual(['b']);
    expect(await contents({ filter: { year: 1999 } })).toEqual([]);
  });

  it('chooses what differs where that is asked for', async () => {
    const { collectionId } = await filled([
      entry(0, 'one', [1, 0, 0]),
      entry(1, 'one again', [0.999, 0.01, 0]),
      entry(2, 'another', [0.5, 0, 0.87]),
    ]);
    const contents = async (diversity: number) =>
      (await ask([collectionId], { diversity, count: 2 })).map(({ content }) => content);
    expect(await contents(0)).toEqual(['one', 'one again']);
    expect(await contents(0.7)).toEqual(['one', 'another']);
  });

  it('refuses what does not fit, and says what was wrong', async () => {
    const { collectionId, documentId, version } = await filled([]);
    await expect(
      store.addEntries(projectId, documentId, version, [entry(0, 'x', [1, 0])]),
    ).rejects.toMatchObject({ kind: 'unfit', message: expect.stringContaining('2 dimensions') as unknown });
    const many = Array.from({ length: MOST_ENTRIES_AT_ONCE + 1 }, (_, index) => entry(index, 'x', [1, 0, 0]));
    await expect(store.addEntries(projectId, documentId, version, many)).rejects.toMatchObject({
      kind: 'unfit',
    });
    await expect(ask([collectionId], { embedding: [1, 0] })).rejects.toMatchObject({ kind: 'unfit' });
    expect(await store.countEntries(projectId, { documentId })).toBe(0);
  });

  it('lists collections by name with what is in them, in parts, and finds them by name', async () => {
    const own = randomUUID();
    const named = (name: string) =>
      store.createCollection(own, { name, description: `About ${name}`, embeddingModel: 'm', dimensions: 3 });
    const [travel, handbook] = [await named('Travel 100%'), await named('Handbook')];
    const { documentId, version } = await store.putDocument(own, newDocument(handbook, 'a', 'one.md'));
    await store.addEntries(own, documentId, version, [entry(0, 'x', [1, 0, 0]), entry(1, 'y', [1, 0, 0])]);
    const list = (part = {}) => store.reader.listCollections(own, { search: '', skip: 0, take: 10, ...part });
    const { rows, total } = await list();
    expect(total).toBe(2);
    expect(rows).toMatchObject([
      { id: handbook, name: 'Handbook', documentCount: 1, entryCount: 0, embeddingModel: 'm', dimensions: 3 },
      { id: travel, description: 'About Travel 100%', documentCount: 0, createdAt: expect.any(Date) },
    ]);
    await store.publishDocument(own, documentId, version);
    expect(await store.reader.readCollection(own, handbook)).toMatchObject({ entryCount: 2 });
    expect((await list({ search: '100%' })).rows.map(({ name }) => name)).toEqual(['Travel 100%']);
    expect((await list({ search: '1_0' })).rows).toEqual([]);
    expect(await list({ skip: 1, take: 1 })).toMatchObject({ rows: [{ name: 'Travel 100%' }], total: 2 });
    expect(await store.reader.findCollections(own, ['Handbook', 'none'])).toEqual([
      { id: handbook, name: 'Handbook', embeddingModel: 'm', dimensions: 3 },
    ]);
  });

  it('lists documents, and reads the text of every version of one', async () => {
    const { collectionId, documentId } = await filled([entry(0, 'the old rule', [1, 0, 0])]);
    const next = await document(collectionId, 'b');
    const list = await store.reader.listDocuments(projectId, collectionId, {
      search: 'HANDBOOK',
      skip: 0,
      take: 10,
    });
    expect(list).toMatchObject({
      total: 1,
      rows: [{ id: documentId, version: 1, newestVersion: 2, entryCount: 1, metadata: { team: 'people' } }],
    });
    const read = (version?: number) => store.reader.readDocument(projectId, documentId, version);
    expect(await read()).toMatchObject({
      ...{ version: 1, publishedVersion: 1, newestVersion: 2, text: 'The text a.', entryCount: 1 },
      ...{ contentHash: 'a', pageOffsets: [0, 4], collectionId, versionCreatedAt: expect.any(Date) },
    });
    expect(await read(2)).toMatchObject({ version: 2, text: 'The text b.', entryCount: 0 });
    await expect(read(3)).rejects.toMatchObject({ kind: 'not_found' });
    await store.publishDocument(projectId, documentId, next.version);
    expect(await read()).toMatchObject({ version: 2 });
    expect(await read(1)).toMatchObject({ text: 'The text a.' });
    const versions = await store.reader.listVersions(projectId, documentId);
    expect(versions).toMatchObject([
      { version: 2, contentHash: 'b' },
      { version: 1, textLength: 11 },
    ]);
  });

  it('reads a document whose first version is not whole yet', async () => {
    const { documentId } = await document(await collection());
    expect(await store.reader.readDocument(projectId, documentId)).toMatchObject({
      version: 1,
      publishedVersion: 0,
      text: 'The text a.',
    });
  });

  it('reads passages in their order, by their ids, and with what stands around them', async () => {
    const entries = Array.from({ length: 6 }, (_, ordinal) =>
      entry(ordinal, `passage ${String(ordinal)}`, [1, 0, 0], {
        page: ordinal,
        headingPath: ['A'],
        metadata: { n: ordinal },
      }),
    );
    const { collectionId, documentId, version } = await filled(entries);
    const ordinals = (found: { ordinal: number }[]) => found.map(({ ordinal }) => ordinal);
    const idOf = (ordinal: number) => entries[ordinal]?.id ?? '';
    const part = { firstOrdinal: 2, take: 3 };
    const some = await store.reader.documentEntries(projectId, documentId, version, part);
    expect(ordinals(some)).toEqual([2, 3, 4]);
    expect(some[0]).toEqual({
      ...{
        id: idOf(2),
        collectionId,
        documentId,
        documentVersion: version,
        ordinal: 2,
        content: 'passage 2',
      },
      ...{ startOffset: 200, endOffset: 209, page: 2, headingPath: ['A'], metadata: { n: 2 } },
    });
    const ids = [idOf(4), idOf(1), randomUUID()];
    expect(ordinals(await store.reader.readEntries(projectId, ids))).toEqual([1, 4]);
    expect(ordinals(await store.reader.entriesAround(projectId, [idOf(0), idOf(3)], 1))).toEqual([
      0, 1, 2, 3, 4,
    ]);
  });

  it('keeps embeddings by model, dimensions and text', async () => {
    const space = { model: randomUUID(), dimensions: DIMENSIONS };
    await store.embeddings.keep(space, [
      { contentHash: 'a', embedding: [0.25, 0.5, -1] },
      { contentHash: 'b', embedding: [1, 0, 0] },
    ]);
    await store.embeddings.keep(space, [{ contentHash: 'a', embedding: [0, 0, 1] }]);
    const found = await store.embeddings.find(space, ['a', 'b', 'c']);
    expect(found).toEqual(
      new Map([
        ['a', [0.25, 0.5, -1]],
        ['b', [1, 0, 0]],
      ]),
    );
    expect(await store.embeddings.find({ ...space, dimensions: 4 }, ['a'])).toEqual(new Map());
    await expect(store.embeddings.keep(space, [{ contentHash: 'd', embedding: [1] }])).rejects.toMatchObject({
      kind: 'unfit',
    });
  });

  it('forgets the embeddings of a document, or of a collection, that nothing else uses', async () => {
    const space = { model: randomUUID(), dimensions: DIMENSIONS };
    const kept = async () => [...(await store.embeddings.find(space, ['a', 'b', 'c', 'd'])).keys()].sort();
    await store.embeddings.keep(
      space,
      ['a', 'b', 'c', 'd'].map((contentHash) => ({ contentHash, embedding: [1, 0, 0] })),
    );
    const first = await collection(randomUUID(), { embeddingModel: space.model });
    const second = await collection(randomUUID(), { embeddingModel: space.model });
    // The same texts, but of another model.
    const other = await collection();
    const { documentId } = await document(first, 'one', 'one.md');
    const twin = await document(first, 'two', 'two.md');
    const far = await document(second, 'far', 'far.md');
    const foreign = await document(other, 'foreign', 'foreign.md');
    await store.embeddings.noteUses(projectId, documentId, ['a', 'b']);
    await store.embeddings.noteUses(projectId, documentId, ['b', 'c']);
    await store.embeddings.noteUses(projectId, twin.documentId, ['b']);
    await store.embeddings.noteUses(projectId, far.documentId, ['c']);
    await store.embeddings.noteUses(projectId, foreign.documentId, ['a']);
    await store.embeddings.noteUses(randomUUID(), documentId, ['d']);
    expect(await store.embeddings.forgetUsed(randomUUID(), first)).toBe(0);
    expect(await store.embeddings.forgetUsed(projectId, second, documentId)).toBe(0);
    expect(await kept()).toEqual(['a', 'b', 'c', 'd']);
    expect(await store.embeddings.forgetUsed(projectId, first, documentId)).toBe(1);
    expect(await kept()).toEqual(['b', 'c', 'd']);
    expect(await store.embeddings.forgetUsed(projectId, first, documentId)).toBe(0);
    expect(await store.embeddings.forgetUsed(projectId, first)).toBe(1);
    expect(await store.embeddings.forgetUsed(projectId, second)).toBe(1);
    expect(await kept()).toEqual(['d']);
  });

  it('finds a document without its text, and the version that look-ups find', async () => {
    const { collectionId, documentId, version } = await filled([entry(0, 'alpha', [1, 0, 0])]);
    const next = await document(collectionId, 'b');
    const head = {
      ...{ id: documentId, collectionId, source: 'handbook.md', title: 'Handbook', version },
      ...{ mediaType: 'text/markdown', newestVersion: next.version, entryCount: 1 },
    };
    const found = await store.reader.findDocument(projectId, documentId);
    expect(found).toMatchObject({ ...head, collectionName: expect.any(String) as unknown });
    expect(found).not.toHaveProperty('text');
    expect(await store.reader.publishedVersion(projectId, documentId)).toBe(version);
    const unpublished = await document(collectionId, 'c', 'new.md');
    expect(await store.reader.publishedVersion(projectId, unpublished.documentId)).toBe(0);
    expect(await store.reader.publishedVersion(randomUUID(), documentId)).toBeNull();
    await expect(store.reader.findDocument(randomUUID(), documentId)).rejects.toMatchObject({
      kind: 'not_found',
    });
  });

  it('says which pgvector it has, and where it is', async () => {
    expect(await store.check()).toBe(`${await installedPgvector()} at ${store.address}`);
  });

  it('shows a project nothing of another', async () => {
    const { collectionId, documentId, version } = await filled([entry(0, 'ours', [1, 0, 0])]);
    const other = randomUUID();
    await expect(ask([collectionId], { projectId: other })).rejects.toMatchObject({ kind: 'not_found' });
    await expect(store.addEntries(other, documentId, version, [])).rejects.toMatchObject({
      kind: 'not_found',
    });
    await expect(store.publishDocument(other, documentId, version)).rejects.toMatchObject({
      kind: 'not_found',
    });
    expect(await store.deleteEntries(other, documentId, { onlyOutdated: false })).toBe(0);
    await store.deleteCollection(other, collectionId);
    expect(await store.countEntries(other, { collectionId })).toBe(0);
    expect(await store.countEntries(projectId, { collectionId })).toBe(1);
    const { reader } = store;
    await expect(reader.readCollection(other, collectionId)).rejects.toMatchObject({ kind: 'not_found' });
    await expect(reader.readDocument(other, documentId)).rejects.toMatchObject({ kind: 'not_found' });
    await expect(reader.listVersions(other, documentId)).rejects.toMatchObject({ kind: 'not_found' });
    const part = { search: '', skip: 0, take: 10 };
    await expect(reader.listDocuments(other, collectionId, part)).rejects.toMatchObject({
      kind: 'not_found',
    });
    expect((await reader.listCollections(other, part)).rows).toEqual([]);
    const own = await reader.documentEntries(projectId, documentId, version, { firstOrdinal: 0, take: 9 });
    const ids = own.map(({ id }) => id);
    expect(ids).toHaveLength(1);
    expect(await reader.documentEntries(other, documentId, version, { firstOrdinal: 0, take: 9 })).toEqual(
      [],
    );
    expect(await reader.readEntries(other, ids)).toEqual([]);
    expect(await reader.entriesAround(other, ids, 3)).toEqual([]);
  });
});

const newDocument = (collectionId: string, contentHash: string, source: string) => ({
  collectionId,
  source,
  title: 'Handbook',
  mediaType: 'text/markdown',
  contentHash,
  text: `The text ${contentHash}.`,
  pageOffsets: [0, 4],
  metadata: { team: 'people' },
});

async function installedPgvector(): Promise<string> {
  const { rows } = await client.query(`SELECT extversion FROM pg_extension WHERE extname = 'vector'`);
  return `pgvector ${(rows[0] as { extversion: string }).extversion}`;
}

describe('the check of the knowledge store', () => {
  const storeThatHas = (version: string) =>
    new KnowledgeStore({
      address: 'db:5432/knowledge',
      call: () => Promise.resolve([version]),
      close: () => Promise.resolve(),
    });

  it.each(['0.8.3', '0.8.0', '0.7.4', '0.5'])('refuses pgvector %s, and says what to do', async (version) => {
    await expect(storeThatHas(version).check()).rejects.toThrow(
      `pgvector ${version} is installed at db:5432/knowledge; the knowledge store needs 0.8.4 or newer. Update the extension`,
    );
  });

  it.each(['0.8.4', '0.8.10', '0.9.0', '1.0'])('takes pgvector %s', async (version) => {
    expect(await storeThatHas(version).check()).toBe(`pgvector ${version} at db:5432/knowledge`);
  });

  it('says which command brings a store up to date that lacks what is called', async () => {
    const own = await openTestDatabase();
    await rollbackKnowledge(own.url, knowledgeMigrationFiles().length - 1);
    const server = await startRestServer(own.url, ['knowledge']);
    for (const door of [
      createSqlDoor(own.url, { poolSize: 1 }),
      createSupabaseDoor(server.url, server.serviceKey),
    ]) {
      const store = new KnowledgeStore(door);
      await expect(store.check()).rejects.toMatchObject({
        kind: 'not_migrated',
        message: expect.stringContaining('npm run knowledge:migrate') as unknown,
      });
      await store.close();
    }
    await server.close();
    await own.close();
  });
});

describe('a look-up among more entries than are compared one by one', () => {
  it('finds the nearest through the index, and all that are published where few are', async () => {
    const store = new KnowledgeStore(createSqlDoor(database.url, { poolSize: 1 }));
    const collectionId = await store.createCollection(projectId, {
      name: randomUUID(),
      description: '',
      embeddingModel: 'test-embedding',
      dimensions: DIMENSIONS,
    });
    const add = async (source: string, entries: NewEntry[]) => {
      const { documentId, version } = await store.putDocument(projectId, {
        ...{ collectionId, source, title: source, mediaType: 'text/plain', contentHash: source, text: '' },
        ...{ pageOffsets: [], metadata: {} },
      });
      for (let from = 0; from < entries.length; from += MOST_ENTRIES_AT_ONCE) {
        const batch = entries.slice(from, from + MOST_ENTRIES_AT_ONCE);
        await store.addEntries(projectId, documentId, version, batch);
      }
      return () => store.publishDocument(projectId, documentId, version);
    };
    const at = (ordinal: number, degrees: number) => {
      const angle = (degrees * Math.PI) / 180;
      return entry(ordinal, `${String(degrees)} degrees`, [Math.cos(angle), Math.sin(angle), 0]);
    };
    const nearest = async () => {
      const found = await store.match({
        ...{
          projectId,
          collectionIds: [collectionId],
          embedding: [1, 0, 0],
          words: '',
          filter: {},
          count: 10,
        },
        ...{ threshold: null, vectorWeight: 1, diversity: 0 },
      });
      return found.map(({ content }) => content);
    };
    const few = [1.5, 2.5, 3.5].map((degrees, ordinal) => at(ordinal, degrees));
    const many = Array.from({ length: 3_200 }, (_, ordinal) => at(ordinal, (ordinal + 1) / 20));
    const publishFew = await add('few', few);
    const publishMany = await add('many', many);
    await publishFew();
    expect(await nearest()).toEqual(few.map(({ content }) => content));
    await publishMany();
    expect(await nearest()).toEqual(many.slice(0, 10).map(({ content }) => content));
    await store.close();

    await onDatabase(database.url, async (ask) => {
      await ask(`SET knowledge.index_from = '3000'`);
      const throughIndex = await ask(
        `SELECT k.content FROM nearest_entries($1, '[1,0,0]'::vector || array_fill(0::real, ARRAY[1533])::vector, '{}', 10) n
         JOIN knowledge_entries k ON k.id = n.id ORDER BY n.similarity DESC`,
        [[collectionId]],
      );
      expect(throughIndex).toEqual(many.slice(0, 10).map(({ content }) => ({ content })));
      // Those that came before the collection had its center too.
      const [kept] = await ask(
        `SELECT count(*)::int AS entries, count(*) FILTER (WHERE s.signature = signature(k.embedding, c.center))::int AS right,
           bool_and(c.center IS NOT NULL) AS centered
         FROM knowledge_entries k JOIN collections c ON c.id = k.collection_id LEFT JOIN entry_signatures s ON s.entry_id = k.id
         WHERE c.id = $1`,
        [collectionId],
      );
      expect(kept).toEqual({ entries: 3_203, right: 3_203, centered: true });
    });
  }, 120_000);

  it('has a key for each different word of an entry, of its collection alone, and how often it stands there', async () => {
    await onDatabase(database.url, async (ask) => {
      const words = `'o''neil':1,5 'back\\\\slash':2 'a:b':3 '请假':4 '${'x'.repeat(2_040)}':6`;
      const keyed = (number: number) =>
        ask('SELECT keys, frequencies FROM keyed_words($1, $2::tsvector)', [number, words]) as Promise<
          { keys: number[]; frequencies: number[] }[]
        >;
      const [[seventh], [eighth]] = [await keyed(7), await keyed(8)];
      const lexemes = (await ask('SELECT lexeme FROM unnest($1::tsvector)', [words])) as { lexeme: string }[];
      expect(new Set([...(seventh?.keys ?? []), ...(eighth?.keys ?? [])]).size).toBe(10);
      expect(seventh?.frequencies).toEqual(lexemes.map(({ lexeme }) => (lexeme === "o'neil" ? 2 : 1)));
      expect(await ask(`SELECT word_key(7, 'a:b') AS key`)).toEqual([
        { key: seventh?.keys[lexemes.findIndex(({ lexeme }) => lexeme === 'a:b')] },
      ]);
    });
  });
});

/** Asks a database by a connection of its own, whose schema is the store's. */
async function onDatabase(
  url: string,
  use: (ask: (sql: string, values?: unknown[]) => Promise<unknown[]>) => Promise<void>,
): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('SET search_path = knowledge, extensions, public');
    await use(async (sql, values = []) => (await client.query<Record<string, unknown>>(sql, values)).rows);
  } finally {
    // The embedded database has one session for all.
    await client.query('RESET ALL');
    await client.end();
  }
}

describe('the door to Supabase', () => {
  const ask = (url: string, key: string) =>
    new KnowledgeStore(createSupabaseDoor(url, key)).countEntries(projectId);

  it('calls functions in the schema of the store', async () => {
    await ask(rest.url, rest.serviceKey);
    expect(rest.requests.at(-1)).toEqual({
      method: 'POST',
      path: '/rest/v1/rpc/count_knowledge_entries',
      profile: 'knowledge',
    });
  });

  it('says that the key is not taken, without the key', async () => {
    const failure = ask(rest.url, 'a-wrong-key');
    await expect(failure).rejects.toMatchObject({ kind: 'refused' });
    await expect(failure).rejects.not.toThrow(/a-wrong-key/);
  });

  it.each([500, 502, 503, 504, 429])(
    'takes a gateway that answers %d for a store that is away',
    async (status) => {
      rest.answerWith({ status, body: 'upstream connect error' });
      await expect(ask(rest.url, rest.serviceKey)).rejects.toMatchObject({ name: 'KnowledgeAwayError' });
      rest.answerWith(undefined);
    },
  );

  it('takes a server that is not there for a store that is away, and names its address', async () => {
    await expect(ask('http://127.0.0.1:9', rest.serviceKey)).rejects.toMatchObject({
      name: 'KnowledgeAwayError',
      address: 'http://127.0.0.1:9',
    });
  });

  it('says what to do where the schema is not exposed', async () => {
    const closed = await startRestServer(database.url, ['public']);
    await expect(ask(closed.url, closed.serviceKey)).rejects.toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('exposed schemas') as unknown,
    });
    await closed.close();
  });
});

describe('the migrations of the knowledge store', () => {
  it('are taken back to nothing and applied again', async () => {
    const own = await openTestDatabase();
    const tables = async () => {
      let found: unknown[] = [];
      await onDatabase(own.url, async (ask) => {
        found = await ask(`SELECT FROM pg_tables WHERE schemaname = 'knowledge'`);
      });
      return found.length;
    };
    const applied = knowledgeMigrationFiles();
    expect(await migrateKnowledge(own.url)).toEqual([]);
    const before = await tables();
    expect(await rollbackKnowledge(own.url, 1_000)).toEqual([...applied].reverse());
    expect(await tables()).toBe(0);
    expect(await migrateKnowledge(own.url)).toEqual(applied);
    expect(await tables()).toBe(before);
    await own.close();
  });

  it('make the tables beside the entries of what was stored before', async () => {
    const own = await openTestDatabase();
    const store = new KnowledgeStore(createSqlDoor(own.url, { poolSize: 1 }));
    const collectionId = await store.createCollection(projectId, {
      ...{ name: 'old', description: '', embeddingModel: 'test-embedding', dimensions: DIMENSIONS },
    });
    const { documentId, version } = await store.putDocument(
      projectId,
      newDocument(collectionId, 'a', 'a.md'),
    );
    const entries = Array.from({ length: 250 }, (_, ordinal) =>
      entry(ordinal, `entry number ${String(ordinal)}`, [Math.cos(ordinal), Math.sin(ordinal), 1]),
    );
    await store.addEntries(projectId, documentId, version, entries);
    const beside = async () => {
      let found: unknown[] = [];
      await onDatabase(own.url, async (ask) => {
        found = await ask(
          `SELECT e.entry_id, e.word_keys, e.frequencies, e.word_count, s.metadata,
             s.signature = signature(k.embedding, c.center) AS "isRight", c.center IS NOT NULL AS centered
           FROM entry_words e JOIN entry_signatures s USING (entry_id) JOIN knowledge_entries k ON k.id = e.entry_id
             JOIN collections c ON c.id = s.collection_id ORDER BY e.entry_id`,
        );
      });
      return found;
    };
    const before = await beside();
    expect(before).toHaveLength(250);
    expect(before).toEqual(before.map((row) => ({ ...(row as object), isRight: true, centered: true })));
    const narrow = knowledgeMigrationFiles().filter((name) => name >= '20261130220000').length;
    await rollbackKnowledge(own.url, narrow);
    await migrateKnowledge(own.url);
    expect(await beside()).toEqual(before);
    await store.close();
    await own.close();
  });

  it('know of what was stored before which embeddings it uses', async () => {
    const own = await openTestDatabase();
    const store = new KnowledgeStore(createSqlDoor(own.url, { poolSize: 1 }));
    const space = { model: 'test-embedding', dimensions: DIMENSIONS };
    const collectionId = await store.createCollection(projectId, {
      ...{ name: 'old', description: '', embeddingModel: space.model, dimensions: DIMENSIONS },
    });
    const { documentId, version } = await store.putDocument(
      projectId,
      newDocument(collectionId, 'a', 'a.md'),
    );
    await store.addEntries(projectId, documentId, version, [
      entry(0, 'alpha', [1, 0, 0]),
      entry(1, 'béta', [0, 1, 0], { headingPath: ['Work', 'Holidays'] }),
      entry(2, 'gamma', [0, 1, 0], { headingPath: ['Handbook', 'Leave'] }),
    ]);
    const embedded = [
      'Handbook\n\nalpha',
      'Handbook > Work > Holidays\n\nbéta',
      'Handbook > Leave\n\ngamma',
      'a question',
    ];
    const kept = embedded.map((text) => ({
      contentHash: createHash('sha256').update(text).digest('hex'),
      embedding: [1, 0, 0],
    }));
    await store.embeddings.keep(space, kept);
    const forgetting = knowledgeMigrationFiles().filter((name) => name >= '20261129121500').length;
    await rollbackKnowledge(own.url, forgetting);
    await migrateKnowledge(own.url);
    expect(await store.embeddings.forgetUsed(projectId, collectionId)).toBe(3);
    await store.close();
    await own.close();
  });
});

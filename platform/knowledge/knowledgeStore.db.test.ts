import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { migrateKnowledge, rollbackKnowledge } from '../../ops/knowledge/knowledgeMigrations.ts';
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
  await migrateKnowledge(database.url);
  rest = await startRestServer(database.url, ['public', 'knowledge']);
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
}, 120_000);
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
    store.putDocument(projectId, {
      collectionId,
      source,
      title: 'Handbook',
      mediaType: 'text/markdown',
      contentHash,
      text: `The text ${contentHash}.`,
      pageOffsets: [0, 4],
      metadata: { team: 'people' },
    });
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
  });
});

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
      const asking = new pg.Client({ connectionString: own.url });
      await asking.connect();
      const { rows } = await asking.query(
        `SELECT count(*)::int AS n FROM pg_tables WHERE schemaname = 'knowledge'`,
      );
      await asking.end();
      return (rows[0] as { n: number }).n;
    };
    const applied = await migrateKnowledge(own.url);
    expect(applied.length).toBeGreaterThan(0);
    expect(await migrateKnowledge(own.url)).toEqual([]);
    const before = await tables();
    expect(await rollbackKnowledge(own.url, 1_000)).toEqual([...applied].reverse());
    expect(await tables()).toBe(0);
    expect(await migrateKnowledge(own.url)).toEqual(applied);
    expect(await tables()).toBe(before);
    await own.close();
  }, 60_000);
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker';
import { type EmbeddingServer, startEmbeddingServer } from '../../test/support/embeddingServer.ts';
import { payloadsIn } from '../../test/support/payloadsIn.ts';
import { testTemporal } from '../../test/support/testTemporal.ts';
import { purgeSearches } from '../../worker/purgeSearches.ts';
import { type TestWorker, testWorker } from '../../worker/test/testWorker.ts';
import { foundKnowledgeSchema } from '../../workflows/contracts/api/knowledgeSearch.ts';
import { searchWorkflowId } from '../../workflows/contracts/names.ts';
import { type DocumentSearch, searchDocuments } from '../app/data/knowledge/searchDocuments.server.ts';
import { services } from '../app/services.server.ts';
import { type ApiWorld, openApiWorld } from './support/apiWorld.ts';
import type { TestProject } from './support/dataWorld.ts';
import { addDocument } from './support/knowledgeDocument.ts';

const where = testTemporal();
let world: ApiWorld;
let project: TestProject & { token: string };
let embeddings: EmbeddingServer;
let connection: NativeConnection;
let worker: TestWorker;

beforeAll(async () => {
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  Object.assign(process.env, where);
  world = await openApiWorld();
  embeddings = await startEmbeddingServer();
  connection = await NativeConnection.connect({ address: where.TEMPORAL_ADDRESS });
  worker = testWorker({
    connection,
    namespace: where.TEMPORAL_NAMESPACE,
    taskQueue: where.TASK_QUEUE,
    database: world.database,
    baseUrl: embeddings.baseUrl,
    settings: { EMBEDDING_BASE_URL: embeddings.baseUrl },
  });
  await worker.start();
  project = await world.addMember();
});
afterAll(async () => {
  await worker.stop();
  await connection.close();
  await embeddings.close();
  await services().temporal.connection.close();
  await world.close();
});

const search = (more: Partial<DocumentSearch>, scope = project.scope) =>
  searchDocuments(scope, {
    userId: project.userId,
    question: 'How many days of holidays are there?',
    collections: [],
    count: 5,
    ...more,
  });

const rows = (projectId: string) =>
  world.database.knowledgeSearch.findMany({ where: { projectId }, orderBy: { createdAt: 'asc' } });

const HOLIDAYS = 'Employees have thirty days of annual holiday.';
const PRINTER = 'The printer is on the second floor.';

const write = (collection: string, text: string, metadata: Record<string, unknown> = {}) =>
  addDocument(world.database, project.scope.projectId, {
    collection,
    title: text.slice(0, 12),
    text,
    metadata,
    passages: [{ from: 0, to: text.length, page: 3, headingPath: ['Rules'] }],
  });

describe('a search of a person', () => {
  it('finds what fits best, with the parts of its score and the words that were asked for', async () => {
    const collection = `handbook ${randomUUID()}`;
    const { documentId } = await write(collection, HOLIDAYS);
    await write(collection, PRINTER);
    const found = await search({ collections: [collection] });
    expect(found).toMatchObject({
      outcome: 'answered',
      passages: [
        { documentId, collection, text: HOLIDAYS, page: 3, headingPath: ['Rules'], documentVersion: 1 },
        { text: PRINTER },
      ],
    });
    if (found.outcome !== 'answered') return;
    const [first, second] = found.passages;
    expect(first?.similarity).toBeGreaterThan(second?.similarity ?? 1);
    expect(first?.bm25).toBeGreaterThan(0);
    expect(first?.score).toBeGreaterThan(second?.score ?? 1);
    // Of one stem with what was asked; what says nothing is none.
    expect(found.words.sort()).toEqual(['days', 'holiday']);
  });

  it('looks in every collection where none is named, and goes by what is asked', async () => {
    const other = await world.addProject();
    await addDocument(world.database, other.scope.projectId, {
      collection: 'of others',
      title: 'Secret',
      text: HOLIDAYS,
      passages: [{ from: 0, to: HOLIDAYS.length }],
    });
    const own = `one ${randomUUID()}`;
    await write(own, `${HOLIDAYS} So it was in 2025.`, { year: 2025 });
    await write(`two ${randomUUID()}`, `${HOLIDAYS} So it is in 2026.`, { year: 2026 });
    const all = await search({ count: 50 });
    expect(all).toMatchObject({ outcome: 'answered' });
    if (all.outcome === 'answered') {
      expect(new Set(all.passages.map(({ collection }) => collection)).size).toBeGreaterThan(1);
      expect(all.passages.map(({ title }) => title)).not.toContain('Secret');
    }
    const filtered = await search({ filter: { year: 2025 } });
    expect(filtered).toMatchObject({ outcome: 'answered', passages: [{ collection: own }] });
    const high = await search({ collections: [own], threshold: 0.999 });
    expect(high).toMatchObject({ outcome: 'answered', passages: [], words: [] });
  });

  it('stands in the ledger with its purpose, and not in any history', async () => {
    const collection = `ledger ${randomUUID()}`;
    const { collectionId } = await write(collection, HOLIDAYS);
    const question = `Where is ${randomUUID()}?`;
    const { projectId } = project.scope;
    await search({ question, collections: [collection] });
    const [call, ...more] = await world.database.embeddingCall.findMany({
      where: { projectId, collectionId },
    });
    expect(call).toMatchObject({ purpose: 'search', state: 'completed', textCount: 1, conversationId: null });
    expect(more).toEqual([]);
    const row = (await rows(projectId)).find((each) => each.question === question);
    const history = await services()
      .temporal.workflow.getHandle(searchWorkflowId(row?.id ?? ''))
      .fetchHistory();
    const payloads = payloadsIn(history);
    expect(payloads.join('\n')).toContain(row?.id);
    expect(payloads.join('\n')).not.toContain(question);
    expect(payloads.join('\n')).not.toContain(HOLIDAYS);
  });

  it('is answered by the API, which says what is wrong', async () => {
    const collection = `api ${randomUUID()}`;
    const { documentId } = await write(collection, HOLIDAYS);
    const ask = (body: object) => world.ask(project.token, '/knowledge/search', body);
    const { status, body } = await ask({ question: 'How many days of holidays?', collections: [collection] });
    expect(status).toBe(200);
    expect(foundKnowledgeSchema.parse(body)).toMatchObject({
      passages: [{ documentId, collection, text: HOLIDAYS }],
      words: expect.arrayContaining(['days']) as unknown,
    });
    expect(await ask({ question: 'What?', collections: ['gone'] })).toMatchObject({
      status: 422,
      body: { type: 'urn:colloquy:problem:unknown_collection', title: 'There is no collection named "gone"' },
    });
    expect(await ask({ question: ' ', count: 51, vectorWeight: 2 })).toMatchObject({
      status: 422,
      body: {
        problems: [{ path: '$.question' }, { path: '$.count' }, { path: '$.vectorWeight' }],
      },
    });
    embeddings.script(() => ({ status: 401, body: { error: { message: 'Incorrect API key provided.' } } }));
    expect(await ask({ question: `Refused ${randomUUID()}`, collections: [collection] })).toMatchObject({
      status: 503,
      body: {
        type: 'urn:colloquy:problem:unavailable',
        title: expect.stringContaining('refused the key') as unknown,
      },
    });
  });

  it('says which collections there are not, and that there are none at all', async () => {
    expect(await search({ collections: ['gone', 'lost'] })).toEqual({
      outcome: 'unknown_collections',
      names: ['gone', 'lost'],
    });
    const empty = await world.addProject();
    expect(await search({}, empty.scope)).toEqual({ outcome: 'no_collections' });
    expect(await rows(empty.scope.projectId)).toEqual([]);
  });

  it('says why the question could not be embedded', async () => {
    const collection = `refused ${randomUUID()}`;
    await write(collection, HOLIDAYS);
    embeddings.script(() => ({ status: 401, body: { error: { message: 'Incorrect API key provided.' } } }));
    const failed = await search({ question: `Anything of ${randomUUID()}?`, collections: [collection] });
    expect(failed).toMatchObject({ outcome: 'failed', failure: { type: 'model_unauthorized' } });
    embeddings.script(
      () => ({ status: 503, body: {} }),
      () => 'cut',
    );
    const mended = await search({ question: `More of ${randomUUID()}?`, collections: [collection] });
    expect(mended).toMatchObject({ outcome: 'answered', passages: [{ text: HOLIDAYS }] });
  });

  it('says that no worker takes it, and is removed after a day', async () => {
    const lonely = await world.addProject();
    await addDocument(world.database, lonely.scope.projectId, {
      collection: 'handbook',
      title: 'Holidays',
      text: HOLIDAYS,
      passages: [{ from: 0, to: HOLIDAYS.length }],
    });
    await worker.stop();
    expect(await search({}, lonely.scope)).toEqual({ outcome: 'no_worker' });
    await worker.start();
    const { projectId } = lonely.scope;
    expect(await rows(projectId)).toHaveLength(1);
    await purgeSearches(world, new Date(Date.now() + 23 * 60 * 60_000));
    expect(await rows(projectId)).toHaveLength(1);
    await purgeSearches(world, new Date(Date.now() + 25 * 60 * 60_000));
    expect(await rows(projectId)).toEqual([]);
  });
});

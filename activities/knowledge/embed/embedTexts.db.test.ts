import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import { createDatabase, type Database } from '../../../platform/database.ts';
import { KnowledgeStore } from '../../../platform/knowledge/knowledgeStore.ts';
import { createSqlDoor } from '../../../platform/knowledge/sqlDoor.ts';
import { writeConversation } from '../../../test/support/conversationRows.ts';
import { type EmbeddingServer, startEmbeddingServer } from '../../../test/support/embeddingServer.ts';
import { openTestDatabase, type TestDatabase } from '../../../test/support/testDatabase.ts';
import { agent, team } from '../../../worker/test/teams.ts';
import { MOST_TEXTS_AT_ONCE } from '../../../workflows/domain/knowledge/embeddingBatches.ts';
import { createPrices } from '../../model/prices.ts';
import { connectEmbeddings } from './embeddingConnection.ts';
import { embeddingEndpoint } from './embeddingEndpoint.ts';
import { createEmbedTexts, type Embedded, type EmbedRequest } from './embedTexts.ts';

const KEY = 'sk-test-0123456789';
let test: TestDatabase;
let database: Database;
let knowledge: KnowledgeStore;
let server: EmbeddingServer;
let projectId: string;
/** A model of each test's own: what is kept is kept by model. */
let model: string;

beforeAll(async () => {
  test = await openTestDatabase();
  database = createDatabase(test.url, { poolSize: 4 });
  knowledge = new KnowledgeStore(createSqlDoor(test.url, { poolSize: 2 }));
  server = await startEmbeddingServer();
  ({ id: projectId } = await database.project.create({ data: { slug: 'default', name: 'Default' } }));
});
afterAll(async () => {
  await server.close();
  await knowledge.close();
  await database.$disconnect();
  await test.close();
});
beforeEach(async () => {
  model = `model-${randomUUID()}`;
  await database.modelPrice.create({
    data: { projectId, model, inputMicroUsdPerMillion: 1_000_000n, outputMicroUsdPerMillion: 0n },
  });
});

/** Runs an attempt of an activity that embeds. */
function begin(
  texts: readonly string[],
  more: Partial<EmbedRequest> = {},
  { attempt = 1, activityId = randomUUID() }: { attempt?: number; activityId?: string } = {},
) {
  const environment = new MockActivityEnvironment(
    { activityId, attempt },
    { logger: new DefaultLogger('ERROR', () => undefined) },
  );
  const embedTexts = createEmbedTexts({
    database,
    knowledge,
    embeddings: connectEmbeddings(
      embeddingEndpoint({ OPENAI_BASE_URL: server.baseUrl, OPENAI_API_KEY: KEY }),
    ),
    readPrice: createPrices(database, () => performance.now()),
    now: () => performance.now(),
  });
  const request = {
    projectId,
    collection: { model, dimensions: 1536 },
    texts,
    purpose: 'ingest' as const,
    about: {},
    ...more,
  };
  const result: Promise<Embedded> = environment.run(
    (signal: AbortSignal) => embedTexts(request, signal),
    environment.context.cancellationSignal,
  );
  result.catch(() => undefined);
  return { result, cancel: () => environment.cancel() };
}
const embed = (...args: Parameters<typeof begin>) => begin(...args).result;

const calls = () => database.embeddingCall.findMany({ where: { model }, orderBy: { startedAt: 'asc' } });
const requestsOf = (name: string) => server.requests.filter((each) => each.model === name);

describe('embedding texts', () => {
  it('notes which document uses what is kept, so that it goes with it', async () => {
    const collectionId = await knowledge.createCollection(projectId, {
      ...{ name: model, description: '', embeddingModel: model, dimensions: 1536 },
    });
    const { documentId } = await knowledge.putDocument(projectId, {
      ...{ collectionId, source: 'a.md', title: 'A', mediaType: 'text/markdown', contentHash: 'a', text: '' },
      ...{ pageOffsets: [], metadata: {} },
    });
    const about = { collectionId, documentId };
    await begin(['one'], { about }).result;
    expect(await begin(['one', 'two'], { about }).result).toMatchObject({ cached: 1 });
    await begin(['three']).result;
    expect(await knowledge.embeddings.forgetUsed(projectId, collectionId, documentId)).toBe(2);
    expect(await begin(['one', 'two', 'three']).result).toMatchObject({ cached: 1 });
  });

  it('asks once, keeps what comes, and writes down what it cost', async () => {
    const documentId = randomUUID();
    const first = await embed(['one text', 'another text'], { about: { documentId } });
    expect(first).toMatchObject({ cached: 0, tokens: 5, costMicroUsd: 5 });
    expect(first.vectors.map((vector) => vector.length)).toEqual([1536, 1536]);
    expect(requestsOf(model)).toEqual([
      { model, input: ['one text', 'another text'], encoding_format: 'float' },
    ]);
    expect(server.lastHeaders().authorization).toBe(`Bearer ${KEY}`);
    expect(await calls()).toMatchObject([
      { state: 'completed', purpose: 'ingest', textCount: 2, tokens: 5, costMicroUsd: 5n, documentId },
    ]);
    const again = await embed(['another text', 'one text', 'one text']);
    expect(again).toMatchObject({ cached: 3, tokens: 0, costMicroUsd: 0 });
    // As the store keeps them: in single precision.
    expect(again.vectors[1]?.[0]).toBeCloseTo(first.vectors[0]?.[0] ?? Number.NaN, 6);
    expect(requestsOf(model)).toHaveLength(1);
  });

  it('sends many texts in parts, and keeps their order', async () => {
    const texts = Array.from({ length: MOST_TEXTS_AT_ONCE + 3 }, (_, index) => `text ${String(index)}`);
    const { vectors, cached } = await embed(texts);
    expect(cached).toBe(0);
    expect(requestsOf(model).map(({ input }) => input.length)).toEqual([MOST_TEXTS_AT_ONCE, 3]);
    const alone = await embed([texts[MOST_TEXTS_AT_ONCE + 1] ?? '']);
    expect(alone.cached).toBe(1);
    expect(vectors[MOST_TEXTS_AT_ONCE + 1]?.slice(0, 9)).toEqual(
      alone.vectors[0]?.slice(0, 9).map((value) => expect.closeTo(value, 6)),
    );
  });

  it('asks for nothing where there is nothing: a blank text is like no other', async () => {
    const { vectors, cached } = await embed(['  \n', '']);
    expect({ cached, sums: vectors.map((vector) => Math.hypot(...vector)) }).toEqual({
      cached: 2,
      sums: [0, 0],
    });
    expect(requestsOf(model)).toEqual([]);
  });

  it('embeds what the store can keep of a text', async () => {
    await embed(['a\0b\ud800']);
    expect(requestsOf(model)[0]?.input).toEqual(['a\ufffdb\ufffd']);
  });

  it('goes on after a failure with what it has not been answered yet', async () => {
    const texts = Array.from({ length: MOST_TEXTS_AT_ONCE + 1 }, (_, index) => `text ${String(index)}`);
    const activityId = randomUUID();
    const unavailable = () => ({ status: 503, body: { error: { message: 'down' } } });
    server.script(() => ({ status: 200, body: firstAnswer(texts) }), unavailable);
    const failure = embed(texts, {}, { activityId });
    await expect(failure).rejects.toMatchObject({ type: 'model_unavailable', nonRetryable: false });
    const { cached } = await embed(texts, {}, { activityId, attempt: 2 });
    expect(cached).toBe(MOST_TEXTS_AT_ONCE);
    expect((await calls()).map(({ state }) => state)).toEqual(['completed', 'failed', 'completed']);
  });

  const firstAnswer = (texts: string[]) => ({
    data: texts.slice(0, MOST_TEXTS_AT_ONCE).map((_, index) => ({
      index,
      embedding: Array.from({ length: 1536 }, (_none, place) => (place === index ? 1 : 0)),
    })),
    usage: { prompt_tokens: 10 },
  });

  it('counts a call whose worker died as one that may have been paid for', async () => {
    const activityId = randomUUID();
    const { conversationId } = await writeConversation(database, projectId, team([agent('writer')]), 'x');
    const about = { conversationId, turn: 1, seq: 2 };
    server.script(() => 'silent');
    const lost = begin(['a question'], { about, purpose: 'look_up' }, { activityId });
    await server.received(server.requests.length + 1);
    const { tokens } = await embed(['a question'], { about, purpose: 'look_up' }, { activityId, attempt: 2 });
    expect(tokens).toBe(3);
    expect((await calls()).map(({ state }) => state)).toEqual(['unknown', 'completed']);
    expect(await database.conversation.findUniqueOrThrow({ where: { id: conversationId } })).toMatchObject({
      unknownCalls: 1,
      promptTokens: 3n,
      costMicroUsd: 3n,
      unpricedCalls: 0,
    });
    lost.cancel();
    await expect(lost.result).rejects.toThrow();
  });

  it('is called off with the activity, and says so in the ledger', async () => {
    server.script(() => 'silent');
    const attempt = begin(['a text']);
    await server.received(server.requests.length + 1);
    attempt.cancel();
    await expect(attempt.result).rejects.toThrow();
    expect(await calls()).toMatchObject([{ state: 'cancelled' }]);
  });

  it('knows no cost where nobody has said the price, or the server says no tokens', async () => {
    await database.modelPrice.deleteMany({ where: { projectId, model } });
    expect(await embed(['a text'])).toMatchObject({ costMicroUsd: null, tokens: 2 });
    expect(await calls()).toMatchObject([{ costMicroUsd: null, tokens: 2, state: 'completed' }]);
  });
});

describe('the dimensions of a collection', () => {
  const answer =
    (...lengths: number[]) =>
    (request: { input: string[]; dimensions?: number }) => ({
      status: 200,
      body: {
        data: request.input.map((_, index) => ({
          index,
          embedding: new Array<number>(request.dimensions ?? lengths[index] ?? 3).fill(1),
        })),
        usage: { prompt_tokens: 1 },
      },
    });

  it('are asked for where a model gives more, which is noticed once', async () => {
    server.script(answer(2048), answer(2048));
    const { vectors } = await embed(['a'], { collection: { model, dimensions: 1536 } });
    expect(vectors[0]).toHaveLength(1536);
    expect(requestsOf(model).map(({ dimensions }) => dimensions)).toEqual([undefined, 1536]);
  });

  it('are those of the model where it gives fewer, and the store fills them up', async () => {
    server.script(answer(3));
    const { vectors } = await embed(['a'], { collection: { model, dimensions: 3 } });
    expect(vectors).toEqual([[1, 1, 1]]);
    expect((await embed(['a'], { collection: { model, dimensions: 3 } })).vectors).toEqual([[1, 1, 1]]);
  });

  it('refuse a model that gives others, and say what to do', async () => {
    server.script(answer(3));
    await expect(embed(['a'], { collection: { model, dimensions: 768 } })).rejects.toMatchObject({
      type: 'model_unexpected_answer',
      nonRetryable: true,
      message: expect.stringMatching(
        /3 dimensions; the collection holds those of 768.*Make a collection/,
      ) as unknown,
    });
    const wide = () => ({
      status: 200,
      body: { data: [{ index: 0, embedding: new Array<number>(2048).fill(1) }] },
    });
    server.script(wide, wide);
    await expect(embed(['b'])).rejects.toMatchObject({ type: 'model_unexpected_answer' });
  });
});

describe('a failure to embed', () => {
  it.each([
    [401, { error: { message: `wrong key ${KEY}`, code: 'invalid_api_key' } }, 'model_unauthorized', true],
    [404, { error: { message: 'no such model', code: 'model_not_found' } }, 'model_not_found', true],
    [429, { error: { message: 'slow down', code: 'rate_limit_exceeded' } }, 'model_rate_limited', false],
    [429, { error: { message: 'no money', code: 'insufficient_quota' } }, 'model_quota_exhausted', true],
    [
      400,
      { error: { message: "This model's maximum context length is 8192 tokens" } },
      'model_context_too_long',
      true,
    ],
    [500, 'oops', 'model_unavailable', false],
    [200, { data: [] }, 'model_malformed_answer', false],
    [200, 'not JSON', 'model_malformed_answer', false],
  ])('with status %d and %j is %s', async (status, body, type, nonRetryable) => {
    server.script(() => ({ status, body, headers: { 'retry-after': '7' } }));
    const failure = embed(['a text']);
    await expect(failure).rejects.toMatchObject({ type, nonRetryable });
    await expect(failure).rejects.not.toThrow(new RegExp(KEY));
    if (status === 429) await expect(failure).rejects.toMatchObject({ nextRetryDelay: 7_000 });
    const [call] = await calls();
    expect(call).toMatchObject({ state: 'failed', failureType: type, tokens: null });
    expect(call?.failureMessage).not.toContain(KEY);
  });

  it('of the connection can be tried again', async () => {
    server.script(() => 'cut');
    await expect(embed(['a text'])).rejects.toMatchObject({ nonRetryable: false });
  });
});

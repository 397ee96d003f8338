import { createHash, randomUUID } from 'node:crypto';
import pRetry from 'p-retry';
import type { Database } from '../../../platform/database.ts';
import { KnowledgeAwayError } from '../../../platform/knowledge/knowledgeError.ts';
import type { KnowledgeStore } from '../../../platform/knowledge/knowledgeStore.ts';
import { inSpan, spanKinds } from '../../../platform/tracing/spans.ts';
import { costOf } from '../../../workflows/domain/cost.ts';
import { embeddingBatches } from '../../../workflows/domain/knowledge/embeddingBatches.ts';
import type { EmbeddingPurpose } from '../../../workflows/domain/recordStates.ts';
import { storableText } from '../../../workflows/domain/storable.ts';
import { currentExecution, type Execution } from '../../execution/execution.ts';
import { applicationFailureOf } from '../../model/applicationFailure.ts';
import { ModelFailure } from '../../model/modelFailure.ts';
import { addressOf } from '../../model/modelSpan.ts';
import type { ReadPrice } from '../../model/prices.ts';
import { throughOutage } from '../../transcript/throughOutage.ts';
import type { EmbeddingConnection, VectorSpace } from './embeddingConnection.ts';
import {
  closeFailedEmbedding,
  completeEmbedding,
  type EmbeddingSubject,
  markLostEmbeddings,
  openEmbedding,
} from './embeddingLedger.ts';
import type { ReadEmbeddings } from './readEmbeddings.ts';

export interface EmbedRequest {
  projectId: string;
  /** The model and dimensions of the collection; the vectors come in these, and the store fills them up. */
  collection: VectorSpace;
  texts: readonly string[];
  purpose: EmbeddingPurpose;
  /** What it is for, as the ledger keeps it. */
  about: EmbeddingSubject;
}

export interface Embedded {
  /** In the order of the texts, each of the collection's dimensions. One of a blank text is zeros: it is like nothing. */
  vectors: number[][];
  /** What was paid for now. */
  tokens: number;
  /** Null: the model's price is not known, or the server does not say how many tokens it has read. */
  costMicroUsd: number | null;
  /** How many of the texts needed no request: kept from before, the same as another, or blank. */
  cached: number;
}

/**
 * Embeds texts, in batches, each of which is asked for once: what is answered is kept before the next one leaves, so that another
 * attempt goes on from there. To be called in an activity with a heartbeat. Fails as an ApplicationFailure of the closed list, which
 * says whether trying again can help; with a KnowledgeAwayError or KnowledgeError where the store does.
 */
export type EmbedTexts = (request: EmbedRequest, signal: AbortSignal) => Promise<Embedded>;

export interface EmbedClients {
  database: Database;
  knowledge: KnowledgeStore;
  embeddings: EmbeddingConnection;
  readPrice: ReadPrice;
  /** Milliseconds, from any fixed point. */
  now: () => number;
}

export function createEmbedTexts(clients: EmbedClients): EmbedTexts {
  return async ({ texts, ...request }, signal) => {
    const execution = currentExecution();
    if (execution.attempt > 1) await markLostEmbeddings(clients.database, request, execution);
    const { model, dimensions } = request.collection;
    const cache = clients.knowledge.embeddings;
    const asked = texts.map((text) => {
      const storable = storableText(text);
      return { text: storable, hash: storable.trim() === '' ? null : contentHash(storable) };
    });
    const wanted = new Map(asked.flatMap(({ text, hash }) => (hash === null ? [] : [[hash, text] as const])));
    const { documentId } = request.about;
    if (documentId !== undefined) await cache.noteUses(request.projectId, documentId, [...wanted.keys()]);
    const known = await cache.find({ model, dimensions }, [...wanted.keys()]);
    const missing = [...wanted].filter(([hash]) => !known.has(hash)).map(([, text]) => text);
    const paid = { tokens: 0, costMicroUsd: 0 as number | null };
    for (const batch of embeddingBatches(missing)) {
      const { vectors, tokens, costMicroUsd } = await askOnce(clients, request, batch, execution, signal);
      vectors.forEach((vector, index) => known.set(contentHash(batch[index] ?? ''), vector));
      paid.tokens += tokens ?? 0;
      paid.costMicroUsd =
        paid.costMicroUsd === null || costMicroUsd === null ? null : paid.costMicroUsd + costMicroUsd;
    }
    const nothing = new Array<number>(dimensions).fill(0);
    const vectors = asked.map(({ hash }) => (hash === null ? nothing : (known.get(hash) ?? nothing)));
    return { vectors, ...paid, cached: texts.length - missing.length };
  };
}

/** What an embedding is kept under: SHA-256 of the text, in hexadecimal. */
export function contentHash(text: string): string {
  return createHash('sha256').update(storableText(text)).digest('hex');
}

type Request = Omit<EmbedRequest, 'texts'>;

/** One request, in the ledger before it leaves; its answer is kept before the ledger says that it is there. */
async function askOnce(
  clients: EmbedClients,
  request: Request,
  texts: readonly string[],
  execution: Execution,
  signal: AbortSignal,
): Promise<ReadEmbeddings & { costMicroUsd: number | null }> {
  const { database, knowledge, now } = clients;
  const { projectId, collection, purpose, about } = request;
  const call = { id: randomUUID(), projectId, conversationId: about.conversationId ?? null };
  await openEmbedding(database, {
    ...call,
    about,
    purpose,
    ...collection,
    textCount: texts.length,
    execution,
  });
  const startedAt = now();
  const latencyMs = () => Math.round(now() - startedAt);
  let read: ReadEmbeddings;
  try {
    read = await askAsSpan(clients.embeddings, request, texts, signal);
  } catch (error) {
    const failure = error instanceof ModelFailure ? error : null;
    await closeFailedEmbedding(database, {
      ...call,
      state: signal.aborted ? 'cancelled' : 'failed',
      failureType: failure?.type ?? null,
      failureMessage: error instanceof Error ? error.message : 'An error without a message',
      latencyMs: latencyMs(),
    });
    throw failure === null ? error : applicationFailureOf(failure);
  }
  const tookMs = latencyMs();
  const kept = texts.map((text, index) => ({
    contentHash: contentHash(text),
    embedding: read.vectors[index] ?? [],
  }));
  await throughAbsence(() => knowledge.embeddings.keep(collection, kept), signal);
  const usage = read.tokens === null ? null : { promptTokens: read.tokens, completionTokens: 0 };
  const costMicroUsd = costOf(usage, await clients.readPrice(projectId, collection.model));
  await throughOutage(
    () => completeEmbedding(database, { ...call, tokens: read.tokens, costMicroUsd, latencyMs: tookMs }),
    signal,
  );
  return { ...read, costMicroUsd };
}

function askAsSpan(
  embeddings: EmbeddingConnection,
  { collection, about }: Request,
  texts: readonly string[],
  signal: AbortSignal,
): Promise<ReadEmbeddings> {
  const attributes = {
    'gen_ai.operation.name': 'embeddings',
    'gen_ai.request.model': collection.model,
    'gen_ai.embeddings.dimension.count': collection.dimensions,
    'colloquy.texts': texts.length,
    ...(about.conversationId !== undefined && { 'gen_ai.conversation.id': about.conversationId }),
    ...addressOf(embeddings.address, undefined),
  };
  const name = `embeddings ${collection.model}`;
  return inSpan({ name, kind: spanKinds.client, attributes }, async (span) => {
    const read = await embeddings.ask(collection, texts, signal);
    if (read.tokens !== null) span.set({ 'gen_ai.usage.input_tokens': read.tokens });
    return read;
  });
}

const ABSENCE = { retries: 6, minTimeout: 250, maxTimeout: 10_000 };

/** Repeats a write to the knowledge store while it is away, for half a minute: what it keeps has been paid for. */
function throughAbsence(write: () => Promise<void>, signal: AbortSignal): Promise<void> {
  return pRetry(write, {
    ...ABSENCE,
    signal,
    shouldRetry: ({ error }) => error instanceof KnowledgeAwayError,
  });
}

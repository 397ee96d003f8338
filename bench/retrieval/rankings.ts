import { randomUUID } from 'node:crypto';
import {
  type KnowledgeStore,
  MOST_ENTRIES_AT_ONCE,
  type NewEntry,
} from '../../platform/knowledge/knowledgeStore.ts';
import { segmentedWords } from '../../workflows/domain/knowledge/segmentedWords.ts';
import { meanQuality, type Quality, qualityOf } from './measures.ts';
import { type Half, halfOf, type RetrievalSet, type SetQuestion } from './retrievalSet.ts';

const COUNT = 10;
const AT_ONCE = 2;

/** A set with its vectors, in the order of its entries and questions. */
export interface EmbeddedSet {
  set: RetrievalSet;
  model: { id: string; dimensions: number };
  entries: readonly number[][];
  questions: readonly number[][];
}

/** A set that has been written to a store. */
export interface StoredSet extends EmbeddedSet {
  projectId: string;
  collectionId: string;
}

export async function storeSet(store: KnowledgeStore, embedded: EmbeddedSet): Promise<StoredSet> {
  const { set, model } = embedded;
  const projectId = randomUUID();
  const collectionId = await store.createCollection(projectId, {
    name: set.name,
    description: '',
    embeddingModel: model.id,
    dimensions: model.dimensions,
  });
  const { documentId, version } = await store.putDocument(projectId, {
    collectionId,
    source: set.name,
    title: set.name,
    mediaType: 'text/plain',
    contentHash: set.name,
    text: '',
    pageOffsets: [],
    metadata: {},
  });
  const entries = set.entries.map(({ key, content, metadata }, ordinal): NewEntry => ({
    id: randomUUID(),
    content,
    words: segmentedWords(content),
    embedding: embedded.entries[ordinal] ?? [],
    ordinal,
    startOffset: 0,
    endOffset: content.length,
    page: null,
    headingPath: [],
    metadata: { ...metadata, key },
  }));
  for (let from = 0; from < entries.length; from += MOST_ENTRIES_AT_ONCE) {
    await store.addEntries(projectId, documentId, version, entries.slice(from, from + MOST_ENTRIES_AT_ONCE));
  }
  await store.publishDocument(projectId, documentId, version);
  return { ...embedded, projectId, collectionId };
}

/** The quality of look-ups for one half of a set, by the vectors' share: 1 is vectors alone, 0 is BM25 alone. */
export async function judge(
  store: KnowledgeStore,
  stored: StoredSet,
  half: Half,
  vectorWeight: number,
): Promise<Quality & { kinds: Record<string, Quality> }> {
  const judged: { kind: string; quality: Quality }[] = [];
  const asked = stored.set.questions
    .map((question, index) => ({ question, embedding: stored.questions[index] ?? [] }))
    .filter(({ question }) => halfOf(question) === half);
  const waiting = asked.values();
  const ask = async () => {
    for (const { question, embedding } of waiting) {
      const found = await lookUp(store, stored, question, embedding, vectorWeight);
      judged.push({ kind: question.kind, quality: qualityOf(found, question.gains) });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, ask));
  const kinds = [...new Set(judged.map(({ kind }) => kind))].toSorted();
  return {
    ...meanQuality(judged.map(({ quality }) => quality)),
    kinds: Object.fromEntries(
      kinds.map((kind) => [
        kind,
        meanQuality(judged.filter((one) => one.kind === kind).map(({ quality }) => quality)),
      ]),
    ),
  };
}

async function lookUp(
  store: KnowledgeStore,
  { projectId, collectionId }: StoredSet,
  question: SetQuestion,
  embedding: readonly number[],
  vectorWeight: number,
): Promise<string[]> {
  const matches = await store.match({
    projectId,
    collectionIds: [collectionId],
    embedding,
    words: segmentedWords(question.text),
    filter: question.filter,
    count: COUNT,
    threshold: null,
    vectorWeight,
    diversity: 0,
  });
  // Vectors alone or BM25 alone give no score to what they have not found: the rest of the list comes from the other
  // side, unordered.
  return matches
    .filter(({ bm25 }) => vectorWeight > 0 || bm25 > 0)
    .map(({ metadata }) => String(metadata['key']));
}

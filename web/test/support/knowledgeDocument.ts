import { createHash, randomUUID } from 'node:crypto';
import { answerEmbeddings } from '../../../ops/demo-model/embeddings.ts';
import type { Database } from '../../../platform/database.ts';
import { knowledgeOf } from '../../../test/support/knowledgeOf.ts';
import type { Citation } from '../../../workflows/domain/knowledge/citations.ts';
import { segmentedWords } from '../../../workflows/domain/knowledge/segmentedWords.ts';

/** A text with its passages as they are cut: where each begins and ends. */
export interface TestText {
  text: string;
  passages: readonly { from: number; to: number; page?: number; headingPath?: readonly string[] }[];
}

/** Writes a document's next version, and lets look-ups find it. Collections are of the demo model, as their vectors are. */
export async function addDocument(
  database: Database,
  projectId: string,
  {
    collection,
    title,
    metadata = { team: 'people' },
    ...brought
  }: TestText & { collection: string; title: string; metadata?: Record<string, unknown> },
): Promise<{ collectionId: string; documentId: string; version: number }> {
  const store = knowledgeOf(database);
  try {
    const space = { embeddingModel: 'demo', dimensions: 1536 };
    const collectionId = await store.createCollection(projectId, {
      name: collection,
      description: '',
      ...space,
    });
    const { documentId, version } = await store.putDocument(projectId, {
      collectionId,
      source: `${title}.md`,
      title,
      mediaType: 'text/markdown',
      contentHash: createHash('sha256').update(brought.text).digest('hex'),
      text: brought.text,
      pageOffsets: [],
      metadata,
    });
    const vectors = embeddingsOf(brought.passages.map(({ from, to }) => brought.text.slice(from, to)));
    const entries = brought.passages.map(({ from, to, page, headingPath }, ordinal) => {
      const content = brought.text.slice(from, to);
      return {
        id: randomUUID(),
        content,
        words: segmentedWords(content),
        embedding: vectors[ordinal] ?? [],
        ordinal,
        startOffset: from,
        endOffset: to,
        page: page ?? null,
        headingPath: headingPath ?? [],
        metadata,
      };
    });
    await store.addEntries(projectId, documentId, version, entries);
    await store.publishDocument(projectId, documentId, version);
    await store.deleteEntries(projectId, documentId, { onlyOutdated: true });
    return { collectionId, documentId, version };
  } finally {
    await store.close();
  }
}

/** The citations of a message whose one mark leads to a passage of a document. */
export function citationOf(
  { collectionId, documentId, version }: { collectionId: string; documentId: string; version: number },
  entryIds: readonly string[] = [randomUUID()],
): Citation[] {
  const place = { startOffset: 0, endOffset: 5, page: null, headingPath: [] };
  const named = { title: 'Leave', source: 'Leave.md' };
  return [
    {
      mark: 1,
      passage: {
        entryIds: [...entryIds],
        collectionId,
        documentId,
        documentVersion: version,
        ...named,
        ...place,
      },
    },
    { mark: 2, passage: null },
  ];
}

function embeddingsOf(texts: readonly string[]): number[][] {
  const { data } = answerEmbeddings({ model: 'demo', input: texts }) as { data: { embedding: number[] }[] };
  return data.map(({ embedding }) => embedding);
}

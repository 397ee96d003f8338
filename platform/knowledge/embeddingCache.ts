import { z } from 'zod';
import { Jsonb, type KnowledgeDoor, vectorText } from './knowledgeDoor.ts';

/** The store takes no more in one call. */
const MOST_AT_ONCE = 500;

/** Which model's vectors, and of how many dimensions. */
export interface EmbeddingSpace {
  model: string;
  dimensions: number;
}

const row = z.object({
  content_hash: z.string(),
  embedding: z
    .string()
    .transform((text) => JSON.parse(text) as unknown)
    .pipe(z.array(z.number())),
});

/** Embeddings that have been paid for, by the SHA-256 (hexadecimal) of what they are of. Fails as the door does. */
export class EmbeddingCache {
  readonly #door: KnowledgeDoor;

  constructor(door: KnowledgeDoor) {
    this.#door = door;
  }

  /** What is kept of these, by content hash. */
  async find(
    { model, dimensions }: EmbeddingSpace,
    contentHashes: readonly string[],
  ): Promise<Map<string, number[]>> {
    const found = new Map<string, number[]>();
    for (const part of parts(contentHashes)) {
      const rows = await this.#door.call('cached_embeddings', {
        embedding_model: model,
        dimensions,
        content_hashes: part,
      });
      for (const each of rows) {
        const { content_hash, embedding } = row.parse(each);
        found.set(content_hash, embedding);
      }
    }
    return found;
  }

  /** Keeps embeddings; what is kept already stays as it is. */
  async keep(
    { model, dimensions }: EmbeddingSpace,
    embeddings: readonly { contentHash: string; embedding: readonly number[] }[],
  ): Promise<void> {
    for (const part of parts(embeddings)) {
      const given = part.map(({ contentHash, embedding }) => ({
        content_hash: contentHash,
        embedding: vectorText(embedding),
      }));
      await this.#door.call('cache_embeddings', {
        embedding_model: model,
        dimensions,
        embeddings: new Jsonb(given),
      });
    }
  }

  /**
   * Notes that passages of a document use the embeddings of these texts, so that they go when nothing uses them any more. To be
   * called before they are looked for. Nothing is noted of a document that is gone.
   */
  async noteUses(projectId: string, documentId: string, contentHashes: readonly string[]): Promise<void> {
    for (const part of parts(contentHashes)) {
      await this.#door.call('note_embedding_uses', {
        project: projectId,
        document: documentId,
        content_hashes: part,
      });
    }
  }

  /**
   * Forgets what passages of a collection, or of one document of it, have used and nothing else does; returns how many embeddings
   * that were. To be called before it is deleted.
   */
  async forgetUsed(projectId: string, collectionId: string, documentId?: string): Promise<number> {
    const [forgotten] = await this.#door.call('forget_used_embeddings', {
      project: projectId,
      collection: collectionId,
      document: documentId ?? null,
    });
    return z.int().parse(forgotten);
  }
}

function parts<Item>(items: readonly Item[]): Item[][] {
  const count = Math.ceil(items.length / MOST_AT_ONCE);
  return Array.from({ length: count }, (_, index) =>
    items.slice(index * MOST_AT_ONCE, (index + 1) * MOST_AT_ONCE),
  );
}

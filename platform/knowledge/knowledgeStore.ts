import { z } from 'zod';
import { EmbeddingCache } from './embeddingCache.ts';
import { Jsonb, type KnowledgeDoor, vectorText } from './knowledgeDoor.ts';
import { asEntry, type Entry, entryRow } from './knowledgeEntry.ts';
import { KnowledgeError } from './knowledgeError.ts';
import { KnowledgeReader } from './knowledgeReader.ts';

/** The store takes no more in one call. */
export const MOST_ENTRIES_AT_ONCE = 500;

export interface NewCollection {
  name: string;
  description: string;
  embeddingModel: string;
  /** What the model gives, 1 to 1,536. */
  dimensions: number;
}

export interface NewDocument {
  collectionId: string;
  /** The file's name or the address: what comes again under the same one is its next version. */
  source: string;
  title: string;
  mediaType: string;
  /** SHA-256 of what was brought, in hexadecimal. */
  contentHash: string;
  text: string;
  /** Where in the text each page begins, in UTF-16 code units; empty: it has no pages. */
  pageOffsets: readonly number[];
  metadata: Record<string, unknown>;
}

/** Which version of which document; `isNew` is false where the same content had been brought before. */
export interface PutDocument {
  documentId: string;
  version: number;
  isNew: boolean;
}

/** A passage as it was cut. Offsets are UTF-16 code units of the version's text; the end is exclusive. */
export interface NewEntry {
  /** The same for the same passage of the same version, so that it can be brought twice. */
  id: string;
  content: string;
  /** The content, segmented into words by spaces. */
  words: string;
  embedding: readonly number[];
  ordinal: number;
  startOffset: number;
  endOffset: number;
  page: number | null;
  headingPath: readonly string[];
  metadata: Record<string, unknown>;
}

export interface Question {
  projectId: string;
  collectionIds: readonly string[];
  embedding: readonly number[];
  /** The question, segmented into words by spaces. */
  words: string;
  /** What an entry's metadata has to contain. */
  filter: Record<string, unknown>;
  /** At most so many entries, 1 to 100. */
  count: number;
  /** The least cosine; null: none. */
  threshold: number | null;
  /** The vectors' share of the score, 0 to 1; the rest is the words'. */
  vectorWeight: number;
  /** How much likeness to what is already chosen takes away, 0 to 1. */
  diversity: number;
}

/** An entry that was found, with the parts of its score. */
export interface Match extends Entry {
  source: string;
  title: string;
  /** The cosine, -1 to 1. */
  similarity: number;
  /** 0 and more. */
  bm25: number;
  /** Both, brought to 0..1 over what came into question and weighed. */
  score: number;
}

const putRow = z.object({ document_id: z.uuid(), version: z.int(), is_new: z.boolean() });
const matchRow = entryRow.extend({
  source: z.string(),
  title: z.string(),
  similarity: z.number(),
  bm25: z.number(),
  score: z.number(),
});

/** Older ones break HNSW indexes on vacuum. */
const OLDEST_PGVECTOR = [0, 8, 4];

/** The knowledge store, whichever door leads to it. Fails as the door does. */
export class KnowledgeStore {
  readonly #door: KnowledgeDoor;
  /** Lists, documents and passages as they stand. */
  readonly reader: KnowledgeReader;
  readonly embeddings: EmbeddingCache;

  constructor(door: KnowledgeDoor) {
    this.#door = door;
    this.reader = new KnowledgeReader(door);
    this.embeddings = new EmbeddingCache(door);
  }

  /** Where it is, as people are told it. */
  get address(): string {
    return this.#door.address;
  }

  /** A sentence on the store where it is fit for use; fails with what is wrong and what to do. */
  async check(): Promise<string> {
    const [version] = await this.#door.call('pgvector_version', {});
    const installed = z.string().parse(version);
    if (isOlder(installed, OLDEST_PGVECTOR)) {
      throw new KnowledgeError(
        'refused',
        `pgvector ${installed} is installed at ${this.address}; the knowledge store needs ${OLDEST_PGVECTOR.join('.')} or newer. ` +
          'Update the extension: ALTER EXTENSION vector UPDATE;',
      );
    }
    return `pgvector ${installed} at ${this.address}`;
  }

  /** The collection's id: a new one, or the one of that name. `conflict`: it stands with another model or dimensions. */
  async createCollection(projectId: string, collection: NewCollection): Promise<string> {
    const [id] = await this.#door.call('create_collection', {
      project: projectId,
      name: collection.name,
      embedding_model: collection.embeddingModel,
      dimensions: collection.dimensions,
      description: collection.description,
    });
    return z.uuid().parse(id);
  }

  /** Removes a collection with all that is in it. */
  async deleteCollection(projectId: string, collectionId: string): Promise<void> {
    await this.#door.call('delete_collection', { project: projectId, collection: collectionId });
  }

  /** Makes a document's next version, which look-ups find when it is published. */
  async putDocument(projectId: string, document: NewDocument): Promise<PutDocument> {
    const [row] = await this.#door.call('put_document', {
      project: projectId,
      collection: document.collectionId,
      source: document.source,
      title: document.title,
      media_type: document.mediaType,
      content_hash: document.contentHash,
      content: document.text,
      page_offsets: document.pageOffsets,
      metadata: new Jsonb(document.metadata),
    });
    const { document_id, version, is_new } = putRow.parse(row);
    return { documentId: document_id, version, isNew: is_new };
  }

  /** Adds at most MOST_ENTRIES_AT_ONCE passages; returns how many were new. `unfit`: too many, or of other dimensions. */
  async addEntries(
    projectId: string,
    documentId: string,
    version: number,
    entries: readonly NewEntry[],
  ): Promise<number> {
    const [added] = await this.#door.call('add_knowledge_entries', {
      project: projectId,
      document: documentId,
      version,
      entries: new Jsonb(entries.map(asEntryRow)),
    });
    return z.int().parse(added);
  }

  /** From now on look-ups find this version of the document and no other. */
  async publishDocument(projectId: string, documentId: string, version: number): Promise<void> {
    await this.#door.call('publish_document', { project: projectId, document: documentId, version });
  }

  /** Deletes a document's entries, of all versions or of those that look-ups no longer find; returns how many there were. */
  async deleteEntries(
    projectId: string,
    documentId: string,
    { onlyOutdated }: { onlyOutdated: boolean },
  ): Promise<number> {
    let total = 0;
    for (;;) {
      const [deleted] = await this.#door.call('delete_document_entries', {
        project: projectId,
        document: documentId,
        only_outdated: onlyOutdated,
      });
      const count = z.int().parse(deleted);
      if (count === 0) return total;
      total += count;
    }
  }

  /** Removes a document with its entries and the texts of all of its versions; what cites it finds them no more. */
  async deleteDocument(projectId: string, documentId: string): Promise<void> {
    await this.deleteEntries(projectId, documentId, { onlyOutdated: false });
    await this.#door.call('delete_document', { project: projectId, document: documentId });
  }

  /** How many entries look-ups find: in a project, in one of its collections, or of one document. */
  async countEntries(projectId: string, { collectionId, documentId }: CountScope = {}): Promise<number> {
    const [count] = await this.#door.call('count_knowledge_entries', {
      project: projectId,
      collection: collectionId ?? null,
      document: documentId ?? null,
    });
    return z.int().parse(count);
  }

  /** The entries that fit a question best, best first. `unfit`: its vector is not like the collections'. */
  async match(question: Question): Promise<Match[]> {
    const rows = await this.#door.call('match_knowledge_entries', {
      project: question.projectId,
      query_embedding: vectorText(question.embedding),
      query_text: question.words,
      collection_ids: question.collectionIds,
      filter: new Jsonb(question.filter),
      match_count: question.count,
      threshold: question.threshold,
      vector_weight: question.vectorWeight,
      diversity: question.diversity,
    });
    return rows.map((row) => asMatch(matchRow.parse(row)));
  }

  close(): Promise<void> {
    return this.#door.close();
  }
}

export interface CountScope {
  collectionId?: string;
  documentId?: string;
}

/** Whether a version such as "0.8.3" comes before another. */
function isOlder(version: string, other: readonly number[]): boolean {
  const parts = version.split('.').map((part) => Number.parseInt(part, 10) || 0);
  const differing = other.findIndex((part, index) => (parts[index] ?? 0) !== part);
  return differing >= 0 && (parts[differing] ?? 0) < (other[differing] ?? 0);
}

function asEntryRow(entry: NewEntry) {
  return {
    id: entry.id,
    content: entry.content,
    words: entry.words,
    embedding: vectorText(entry.embedding),
    ordinal: entry.ordinal,
    start_offset: entry.startOffset,
    end_offset: entry.endOffset,
    page: entry.page,
    heading_path: entry.headingPath,
    metadata: entry.metadata,
  };
}

function asMatch(row: z.infer<typeof matchRow>): Match {
  const { source, title, similarity, bm25, score } = row;
  return { ...asEntry(row), source, title, similarity, bm25, score };
}

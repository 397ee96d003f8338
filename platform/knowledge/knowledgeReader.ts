import { z } from 'zod';
import type { KnowledgeDoor } from './knowledgeDoor.ts';
import { asEntry, type Entry, entryRow } from './knowledgeEntry.ts';

/** A part of a list; `search` is looked for in names, capitals or not. `take` is at most 500. */
export interface ListPart {
  search: string;
  skip: number;
  take: number;
}

/** A part of a list, with how many there are in all. */
export interface ListedPart<Row> {
  rows: Row[];
  total: number;
}

export interface Collection {
  id: string;
  name: string;
  description: string;
  embeddingModel: string;
  /** What the model gives, 1 to 1,536. */
  dimensions: number;
  documentCount: number;
  /** Those that look-ups find. */
  entryCount: number;
  createdAt: Date;
  updatedAt: Date;
}

/** What a team's JSON names, as far as a look-up needs to know it. */
export type NamedCollection = Pick<Collection, 'id' | 'name' | 'embeddingModel' | 'dimensions'>;

export interface ListedDocument {
  id: string;
  collectionId: string;
  source: string;
  title: string;
  mediaType: string;
  /** The version that look-ups find; 0: none yet. */
  version: number;
  /** The last that was brought. */
  newestVersion: number;
  /** Of the version that look-ups find. */
  entryCount: number;
  metadata: Record<string, unknown>;
  createdAt: Date;
  updatedAt: Date;
}

/** A document as it stands, without its text. */
export interface FoundDocument extends ListedDocument {
  collectionName: string;
}

/** A document with the text of one of its versions. */
export interface ReadDocument {
  id: string;
  collectionId: string;
  collectionName: string;
  source: string;
  title: string;
  mediaType: string;
  /** The version that `text` and `entryCount` are of. */
  version: number;
  /** The version that look-ups find; 0: none yet. */
  publishedVersion: number;
  newestVersion: number;
  contentHash: string;
  text: string;
  pageOffsets: number[];
  entryCount: number;
  metadata: Record<string, unknown>;
  createdAt: Date;
  updatedAt: Date;
  versionCreatedAt: Date;
}

export interface DocumentVersion {
  version: number;
  contentHash: string;
  /** In characters. */
  textLength: number;
  createdAt: Date;
}

const time = z.iso.datetime({ offset: true, local: true }).transform((text) => new Date(text));
const jsonObject = z.record(z.string(), z.unknown());

const collectionRow = z.object({
  id: z.uuid(),
  name: z.string(),
  description: z.string(),
  embedding_model: z.string(),
  dimensions: z.int(),
  document_count: z.int(),
  entry_count: z.int(),
  created_at: time,
  updated_at: time,
});
const namedRow = collectionRow.pick({ id: true, name: true, embedding_model: true, dimensions: true });
const listedDocumentRow = z.object({
  id: z.uuid(),
  collection_id: z.uuid(),
  source: z.string(),
  title: z.string(),
  media_type: z.string(),
  version: z.int(),
  newest_version: z.int(),
  entry_count: z.int(),
  metadata: jsonObject,
  created_at: time,
  updated_at: time,
});
const foundDocumentRow = listedDocumentRow.extend({ collection_name: z.string() });
const documentRow = foundDocumentRow.extend({
  published_version: z.int(),
  content_hash: z.string(),
  content: z.string(),
  page_offsets: z.array(z.int()),
  version_created_at: time,
});
const versionRow = z.object({
  version: z.int(),
  content_hash: z.string(),
  text_length: z.int(),
  created_at: time,
});
const counted = z.object({ total: z.int() });

/** What is in the knowledge store, read by whichever door leads to it. Fails as the door does. */
export class KnowledgeReader {
  readonly #door: KnowledgeDoor;

  constructor(door: KnowledgeDoor) {
    this.#door = door;
  }

  /** A project's collections, by name. */
  async listCollections(projectId: string, part: ListPart): Promise<ListedPart<Collection>> {
    const rows = await this.#door.call('list_collections', { project: projectId, ...part });
    return { rows: rows.map((row) => asCollection(collectionRow.parse(row))), total: totalOf(rows) };
  }

  /** `not_found`: it is not in the project. */
  async readCollection(projectId: string, collectionId: string): Promise<Collection> {
    const [row] = await this.#door.call('read_collection', { project: projectId, collection: collectionId });
    return asCollection(collectionRow.parse(row));
  }

  /** Those of the named collections that are in the project. */
  async findCollections(projectId: string, names: readonly string[]): Promise<NamedCollection[]> {
    const rows = await this.#door.call('find_collections', { project: projectId, names });
    return rows.map((row) => {
      const { id, name, embedding_model: embeddingModel, dimensions } = namedRow.parse(row);
      return { id, name, embeddingModel, dimensions };
    });
  }

  /** A collection's documents, by title. `not_found`: the collection is not in the project. */
  async listDocuments(
    projectId: string,
    collectionId: string,
    part: ListPart,
  ): Promise<ListedPart<ListedDocument>> {
    const rows = await this.#door.call('list_documents', {
      project: projectId,
      collection: collectionId,
      ...part,
    });
    return { rows: rows.map((row) => asListedDocument(listedDocumentRow.parse(row))), total: totalOf(rows) };
  }

  /** `not_found`: it is not in the project. */
  async findDocument(projectId: string, documentId: string): Promise<FoundDocument> {
    const [row] = await this.#door.call('find_document', { project: projectId, document: documentId });
    const found = foundDocumentRow.parse(row);
    return { ...asListedDocument(found), collectionName: found.collection_name };
  }

  /** The version of a document that look-ups find; 0: none yet. Null: the document is not in the project. */
  async publishedVersion(projectId: string, documentId: string): Promise<number | null> {
    const [version] = await this.#door.call('published_version', {
      project: projectId,
      document: documentId,
    });
    return z.int().nullable().parse(version);
  }

  /**
   * A document with the text of `version`; without one, of the version that look-ups find, or of the newest while none is
   * whole. `not_found`: it is not in the project, or has no such version.
   */
  async readDocument(projectId: string, documentId: string, version?: number): Promise<ReadDocument> {
    const [row] = await this.#door.call('read_document', {
      project: projectId,
      document: documentId,
      wanted_version: version ?? null,
    });
    const read = documentRow.parse(row);
    return {
      ...asListedDocument(read),
      collectionName: read.collection_name,
      publishedVersion: read.published_version,
      contentHash: read.content_hash,
      text: read.content,
      pageOffsets: read.page_offsets,
      versionCreatedAt: read.version_created_at,
    };
  }

  /** Newest first. `not_found`: the document is not in the project. */
  async listVersions(projectId: string, documentId: string): Promise<DocumentVersion[]> {
    const rows = await this.#door.call('list_document_versions', {
      project: projectId,
      document: documentId,
    });
    return rows.map((row) => {
      const { version, content_hash, text_length, created_at } = versionRow.parse(row);
      return { version, contentHash: content_hash, textLength: text_length, createdAt: created_at };
    });
  }

  /** The passages of a version in their order, from a place on; those of older versions may be gone. `take` is at most 500. */
  async documentEntries(
    projectId: string,
    documentId: string,
    version: number,
    { firstOrdinal, take }: { firstOrdinal: number; take: number },
  ): Promise<Entry[]> {
    const rows = await this.#door.call('document_entries', {
      project: projectId,
      document: documentId,
      version,
      first_ordinal: firstOrdinal,
      take,
    });
    return rows.map((row) => asEntry(entryRow.parse(row)));
  }

  /** Passages by their ids; those that are not in the project, or no longer there, are left out. */
  async readEntries(projectId: string, ids: readonly string[]): Promise<Entry[]> {
    const rows = await this.#door.call('read_knowledge_entries', { project: projectId, entry_ids: ids });
    return rows.map((row) => asEntry(entryRow.parse(row)));
  }

  /** Passages and what stands at most `reach` (up to 10) places before and after each, by document and place. */
  async entriesAround(projectId: string, ids: readonly string[], reach: number): Promise<Entry[]> {
    const rows = await this.#door.call('entries_around', { project: projectId, entry_ids: ids, reach });
    return rows.map((row) => asEntry(entryRow.parse(row)));
  }
}

/** Every row says how many there are in all; behind the last one nobody does. */
function totalOf(rows: readonly unknown[]): number {
  return rows.length === 0 ? 0 : counted.parse(rows[0]).total;
}

function asCollection(row: z.infer<typeof collectionRow>): Collection {
  return {
    id: row.id,
    name: row.name,
    description: row.description,
    embeddingModel: row.embedding_model,
    dimensions: row.dimensions,
    documentCount: row.document_count,
    entryCount: row.entry_count,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

function asListedDocument(row: z.infer<typeof listedDocumentRow>): ListedDocument {
  return {
    id: row.id,
    collectionId: row.collection_id,
    source: row.source,
    title: row.title,
    mediaType: row.media_type,
    version: row.version,
    newestVersion: row.newest_version,
    entryCount: row.entry_count,
    metadata: row.metadata,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

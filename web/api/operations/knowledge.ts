import type { ListedDocument } from '../../../platform/knowledge/knowledgeReader.ts';
import type { ApiCollection, ApiDocument } from '../../../workflows/contracts/api/knowledge.ts';
import { assertNever, type Json } from '../../../workflows/domain/json.ts';
import { createCollection, embeddingDefault } from '../../app/data/knowledge/createCollection.server.ts';
import { deleteCollection } from '../../app/data/knowledge/deleteCollection.server.ts';
import { deleteDocument } from '../../app/data/knowledge/deleteDocument.server.ts';
import { listCitations } from '../../app/data/knowledge/listCitations.server.ts';
import {
  type CostedCollection,
  readCollectionsPart,
} from '../../app/data/knowledge/listCollections.server.ts';
import { readDocumentsPart } from '../../app/data/knowledge/listDocuments.server.ts';
import { findCollection, readCollection } from '../../app/data/knowledge/readCollection.server.ts';
import {
  readDocument,
  readDocumentText,
  readPassages,
} from '../../app/data/knowledge/readDocument.server.ts';
import type { OperationHandlers } from '../operation.ts';
import { notFound, Problem } from '../problem.ts';

/** The operations on collections and their documents. */
export const knowledgeOperations: Pick<
  OperationHandlers,
  | 'listCollections'
  | 'createCollection'
  | 'readCollection'
  | 'deleteCollection'
  | 'listDocuments'
  | 'readDocument'
  | 'deleteDocument'
  | 'listPassages'
  | 'readDocumentText'
  | 'listCitations'
> = {
  listCollections: async ({ holder: { scope }, query: { search = '', offset, limit } }) => {
    const { rows, total } = await readCollectionsPart(scope, { search, skip: offset, take: limit });
    return { body: { collections: rows.map(collectionView), next: nextOffset(offset, rows.length, total) } };
  },

  createCollection: async ({ holder: { scope, userId }, body: { name, description, ...body } }) => {
    const embedding = embeddingDefault();
    const dimensions = body.dimensions ?? embedding.dimensions;
    if (dimensions === null) throw unknownDimensions(embedding.model);
    const id = await createCollection(scope, { userId, name, description, dimensions });
    const collection = id === null ? await findCollection(scope, name) : await readCollection(scope, id);
    if (collection === null) throw notFound('collection');
    const isSame =
      collection.description === description &&
      collection.embeddingModel === embedding.model &&
      collection.dimensions === dimensions;
    if (id === null && !isSame) throw nameTaken(name);
    const created = id !== null;
    return { status: created ? 201 : 200, body: { collection: collectionView(collection), created } };
  },

  readCollection: async ({ holder: { scope }, params: { collectionId } }) => {
    const collection = await readCollection(scope, collectionId);
    if (collection === null) throw notFound('collection');
    return { body: collectionView(collection) };
  },

  deleteCollection: async ({ holder: { scope, userId }, params: { collectionId } }) => {
    const deletion = await deleteCollection(scope, { userId, collectionId });
    switch (deletion.kind) {
      case 'not_found':
        throw notFound('collection');
      case 'importing':
        throw importing();
      case 'deleted':
        return { body: { deleted: collectionId } };
      default:
        return assertNever(deletion);
    }
  },

  listDocuments: async ({ holder: { scope }, params: { collectionId }, query }) => {
    const { search = '', offset, limit } = query;
    const part = await readDocumentsPart(scope, collectionId, { search, skip: offset, take: limit });
    if (part === null) throw notFound('collection');
    const { rows, total } = part;
    return { body: { documents: rows.map(documentView), next: nextOffset(offset, rows.length, total) } };
  },

  readDocument: async ({ holder: { scope }, params: { documentId } }) => {
    const document = await readDocument(scope, documentId);
    if (document === null) throw notFound('document');
    return {
      body: {
        ...documentView(document),
        collection: document.collectionName,
        versions: document.versions.map(({ textLength: characters, createdAt, ...version }) => ({
          ...version,
          characters,
          createdAt: createdAt.toISOString(),
        })),
      },
    };
  },

  deleteDocument: async ({ holder: { scope, userId }, params: { documentId } }) => {
    const title = await deleteDocument(scope, { userId, documentId });
    if (title === null) throw notFound('document');
    return { body: { deleted: documentId } };
  },

  listPassages: async ({ holder: { scope }, params: { documentId }, query: { version, offset, limit } }) => {
    const read = await readPassages(scope, documentId, { version, firstOrdinal: offset, take: limit });
    if (read === null) throw notFound('document, or no such version of it');
    const passages = read.passages.map(({ ordinal, metadata, ...passage }) => ({
      id: passage.id,
      number: ordinal,
      content: passage.content,
      startOffset: passage.startOffset,
      endOffset: passage.endOffset,
      page: passage.page,
      headingPath: passage.headingPath,
      metadata: metadata as Record<string, Json>,
    }));
    const last = passages.at(-1);
    const next = last === undefined || passages.length < limit ? null : last.number + 1;
    return { body: { version: read.version, passages, next } };
  },

  readDocumentText: async ({ holder: { scope }, params: { documentId }, query }) => {
    const read = await readDocumentText(scope, documentId, query.version);
    if (read === null) throw notFound('document, or no such version of it');
    const { version, text } = read;
    const offset = Math.min(query.offset, text.length);
    const end = wholeCharacter(text, offset + query.length);
    return {
      body: {
        version,
        text: text.slice(offset, end).toWellFormed(),
        offset,
        next: end < text.length ? end : null,
        length: text.length,
      },
    };
  },

  listCitations: async ({ holder: { scope }, params: { documentId }, query }) => {
    if ((await readDocument(scope, documentId)) === null) throw notFound('document');
    const { passageId, offset, limit } = query;
    const cited = { documentId, passageId };
    const { rows, total } = await listCitations(scope, cited, { skip: offset, take: limit });
    const conversations = rows.map(({ createdAt, messages, ...row }) => ({
      ...row,
      createdAt: createdAt.toISOString(),
      messages: messages.map((message) => ({ ...message, createdAt: message.createdAt.toISOString() })),
    }));
    return { body: { conversations, total, next: nextOffset(offset, rows.length, total) } };
  },
};

function nextOffset(offset: number, count: number, total: number): number | null {
  return count > 0 && offset + count < total ? offset + count : null;
}

/** The end of a piece, moved so that no character is cut in two. */
function wholeCharacter(text: string, end: number): number {
  const code = text.charCodeAt(end);
  return code >= 0xdc00 && code <= 0xdfff ? end + 1 : end;
}

function collectionView(collection: CostedCollection): ApiCollection {
  const { documentCount, entryCount, createdAt, updatedAt, ...rest } = collection;
  return {
    ...rest,
    documents: documentCount,
    passages: entryCount,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}

function documentView(document: ListedDocument): ApiDocument {
  const { id, collectionId, source, title, mediaType, version, newestVersion } = document;
  return {
    ...{ id, collectionId, source, title, mediaType, version, newestVersion },
    passages: document.entryCount,
    metadata: document.metadata as Record<string, Json>,
    createdAt: document.createdAt.toISOString(),
    updatedAt: document.updatedAt.toISOString(),
  };
}

function unknownDimensions(model: string): Problem {
  return new Problem({
    kind: 'invalid_request',
    status: 422,
    title: `How many dimensions ${model} has is not known here`,
    detail: 'Send `dimensions`: how many numbers it gives for a text, at most 1,536.',
    problems: [{ path: '$.dimensions', message: 'is required for this model' }],
  });
}

function nameTaken(name: string): Problem {
  return new Problem({
    kind: 'name_taken',
    status: 409,
    title: `There is another collection named ${name}`,
    detail:
      'Its description or its vectors differ. Take another name, or use that one: GET /knowledge/collections lists it.',
  });
}

function importing(): Problem {
  return new Problem({
    kind: 'importing',
    status: 409,
    title: 'Documents are being brought into this collection',
    detail: 'Nothing was deleted. Wait until they are in, or cancel the imports, then delete it.',
  });
}

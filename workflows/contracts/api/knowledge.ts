import { z } from 'zod';
import { MOST_DIMENSIONS } from '../../domain/knowledge/embeddingModels.ts';
import { importItemStates, importStates } from '../../domain/knowledge/importStates.ts';
import { conversationStates } from '../../domain/recordStates.ts';
import { id, idempotencyKey, json, moment, search, storable } from './fields.ts';

const listQuery = z.strictObject({
  offset: z.coerce
    .number()
    .int()
    .min(0)
    .max(1_000_000)
    .default(0)
    .describe('How many to skip: the `next` of the previous page.'),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

const next = z.number().int().nullable().describe('The `offset` of the next page; null on the last page.');

const metadata = z.record(z.string(), json);

const version = z.coerce
  .number()
  .int()
  .min(1)
  .max(1_000_000)
  .optional()
  .describe('The version to read; the one that look-ups find by default.');

export const listCollectionsQuery = listQuery.extend({
  search: search.describe('Text to search for in their names.'),
});

export const createCollectionBody = z
  .strictObject({
    name: storable(z.string().trim().min(1, 'is empty').max(100)).describe('Teams refer to it by this name.'),
    description: storable(z.string().trim().max(2_000)).default(''),
    dimensions: z
      .number()
      .int()
      .min(1)
      .max(MOST_DIMENSIONS)
      .optional()
      .describe(
        'How many numbers the deployment’s embedding model gives for a text. Required if the model is not a known one.',
      ),
  })
  .meta({ id: 'CreateCollection' });

export const collectionSchema = z
  .object({
    id,
    name: z.string(),
    description: z.string(),
    embeddingModel: z.string(),
    dimensions: z.number().int(),
    documents: z.number().int(),
    passages: z.number().int().describe('Those that look-ups find.'),
    cost: z
      .object({
        tokens: z.number().int(),
        costMicroUsd: z.number().int().describe('Millionths of a US dollar.'),
        atLeast: z
          .boolean()
          .describe('Whether some requests have no known price or outcome, so that it may be more.'),
      })
      .describe('What its vectors and look-ups have cost so far.'),
    createdAt: moment,
    updatedAt: moment,
  })
  .meta({ id: 'Collection' });

export const collectionPageSchema = z
  .object({ collections: z.array(collectionSchema).describe('By name.'), next })
  .meta({ id: 'CollectionPage' });

export const createdCollectionSchema = z
  .object({
    collection: collectionSchema,
    created: z.boolean().describe('False: it existed already, with the same description and vectors.'),
  })
  .meta({ id: 'CreatedCollection' });

export const deletedSchema = z.object({ deleted: id }).meta({ id: 'Deleted' });

export const listDocumentsQuery = listQuery.extend({
  search: search.describe('Text to search for in their titles and sources.'),
});

export const documentSchema = z
  .object({
    id,
    collectionId: id,
    source: z.string().describe('The file’s name, or the address.'),
    title: z.string(),
    mediaType: z.string(),
    version: z.number().int().describe('The version that look-ups find; 0: none yet.'),
    newestVersion: z.number().int(),
    passages: z.number().int().describe('Of the version that look-ups find.'),
    metadata,
    createdAt: moment,
    updatedAt: moment,
  })
  .meta({ id: 'Document' });

export const documentPageSchema = z
  .object({ documents: z.array(documentSchema).describe('By title.'), next })
  .meta({ id: 'DocumentPage' });

export const documentWithVersionsSchema = documentSchema
  .extend({
    collection: z.string().describe('The collection’s name.'),
    versions: z
      .array(
        z.object({
          version: z.number().int(),
          contentHash: z.string().describe('SHA-256 of the bytes that were brought in, in hexadecimal.'),
          characters: z.number().int(),
          createdAt: moment,
        }),
      )
      .describe('Newest first.'),
  })
  .meta({ id: 'DocumentWithVersions' });

export const listPassagesQuery = z.strictObject({
  version,
  offset: z.coerce
    .number()
    .int()
    .min(0)
    .max(10_000_000)
    .default(0)
    .describe('The number of the first passage to read, from 0.'),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

const place = {
  startOffset: z.number().int().describe('In UTF-16 code units of the version’s text.'),
  endOffset: z.number().int().describe('Exclusive.'),
};

export const passagePageSchema = z
  .object({
    version: z.number().int(),
    passages: z
      .array(
        z
          .object({
            id,
            number: z.number().int().describe('Its place in the version, from 0.'),
            content: z.string(),
            ...place,
            page: z.number().int().nullable(),
            headingPath: z.array(z.string()),
            metadata,
          })
          .meta({ id: 'StoredPassage' }),
      )
      .describe('In order. Of versions that look-ups no longer find, none are kept.'),
    next,
  })
  .meta({ id: 'PassagePage' });

export const readDocumentTextQuery = z.strictObject({
  version,
  offset: z.coerce
    .number()
    .int()
    .min(0)
    .max(1_000_000_000)
    .default(0)
    .describe('The number of UTF-16 code units to skip.'),
  length: z.coerce
    .number()
    .int()
    .min(1)
    .max(1_000_000)
    .default(100_000)
    .describe('The most UTF-16 code units to return.'),
});

export const documentTextSchema = z
  .object({
    version: z.number().int(),
    text: z.string(),
    offset: z.number().int(),
    next: z.number().int().nullable().describe('The `offset` of the next piece; null on the last one.'),
    length: z.number().int().describe('UTF-16 code units of the whole text.'),
  })
  .meta({ id: 'DocumentText' });

export const listCitationsQuery = listQuery.extend({
  passageId: id.optional().describe('Only those of this passage, which may be of any version.'),
});

export const citationPageSchema = z
  .object({
    conversations: z
      .array(
        z
          .object({
            id,
            title: z.string(),
            state: z.enum(conversationStates),
            createdAt: moment,
            messages: z
              .array(
                z.object({
                  id,
                  seq: z.number().int(),
                  source: z.string(),
                  createdAt: moment,
                  versions: z.array(z.number().int()).describe('The versions of the document that it cites.'),
                }),
              )
              .describe('The messages that cite it, newest first, at most 20.'),
            messageCount: z.number().int().describe('How many messages cite it in all.'),
          })
          .meta({ id: 'CitingConversation' }),
      )
      .describe('Newest first.'),
    total: z.number().int().describe('The number of conversations in all.'),
    next,
  })
  .meta({ id: 'CitationPage' });

export const startImportBody = z
  .strictObject({
    addresses: z
      .array(storable(z.string().max(2_000)))
      .min(1, 'is empty; give at least one address')
      .describe('Web addresses (http or https), at most 200; each is fetched once.'),
    idempotencyKey,
  })
  .meta({ id: 'StartImport' });

/** The same as a form, which takes files. */
export const startImportForm = z
  .strictObject({
    files: z
      .array(z.file())
      .optional()
      .describe('The field may be repeated: at most 50 files, 64 MiB each and 256 MiB together.'),
    addresses: z.string().optional().describe('Web addresses, one per line.'),
    idempotencyKey: z.string().optional(),
  })
  .meta({ id: 'StartImportForm' });

export const startedImportSchema = z
  .object({
    importId: id,
    created: z.boolean().describe('False: the same request had started it before.'),
  })
  .meta({ id: 'StartedImport' });

export const importFailureSchema = z
  .object({
    type: z.string(),
    title: z.string().describe('What is wrong, in a few words.'),
    advice: z.string().describe('What to do about it.'),
    message: z.string().describe('The details; may be empty.'),
  })
  .meta({ id: 'ImportFailure' });

const counts = z.object(
  Object.fromEntries(importItemStates.map((state) => [state, z.number().int()])) as Record<
    (typeof importItemStates)[number],
    z.ZodNumber
  >,
);

export const importSchema = z
  .object({
    id,
    collectionId: id,
    state: z.enum(importStates),
    run: z.number().int().describe('From 0; trying the failed documents again starts the next one.'),
    counts: counts.describe('How many of its documents are in which state.'),
    createdAt: moment,
    endedAt: moment.nullable(),
  })
  .meta({ id: 'Import' });

export const importWithItemsSchema = importSchema
  .extend({
    items: z
      .array(
        z
          .object({
            id,
            kind: z.enum(['file', 'address']),
            source: z.string().describe('The file’s name, or the address.'),
            state: z
              .enum(importItemStates)
              .describe('`unchanged`: the collection has it already, with the same bytes.'),
            documentId: id.nullable(),
            version: z.number().int().nullable(),
            passages: z.number().int().nullable(),
            failure: importFailureSchema.nullable(),
          })
          .meta({ id: 'ImportItem' }),
      )
      .describe('In the order in which they were given.'),
  })
  .meta({ id: 'ImportWithItems' });

export const listImportsQuery = listQuery.extend({
  collectionId: id.optional().describe('Only those into this collection.'),
  state: z.enum(importStates).optional(),
});

export const importPageSchema = z
  .object({ imports: z.array(importSchema).describe('Newest first.'), next })
  .meta({ id: 'ImportPage' });

export type ApiCollection = z.infer<typeof collectionSchema>;
export type ApiDocument = z.infer<typeof documentSchema>;
export type ApiImport = z.infer<typeof importSchema>;
export type ApiImportWithItems = z.infer<typeof importWithItemsSchema>;
export type ApiImportFailure = z.infer<typeof importFailureSchema>;

import { z } from 'zod';
import {
  LOOK_UP_RANGES,
  MOST_SEARCHED_COLLECTIONS,
  USUAL_COUNT,
  VECTOR_WEIGHT,
} from '../../domain/knowledge/knowledgeUse.ts';
import { FILTER_KEY_MAX_CHARACTERS } from '../../domain/knowledge/metadataFilter.ts';
import { id, json, storable } from './fields.ts';

const WRONG_KEY = `is not a key that metadata can have: write 1 to ${String(FILTER_KEY_MAX_CHARACTERS)} characters, without NUL`;

const within = (name: keyof typeof LOOK_UP_RANGES) =>
  z.number().min(LOOK_UP_RANGES[name].min).max(LOOK_UP_RANGES[name].max);

export const searchKnowledgeBody = z
  .strictObject({
    question: storable(z.string().trim().min(1, 'is empty').max(8_000)).describe(
      'A whole question, or the words in which an answer would be written.',
    ),
    collections: z
      .array(storable(z.string().min(1).max(120)))
      .max(MOST_SEARCHED_COLLECTIONS)
      .default([])
      .describe('The collections to search, by name; all of the project’s by default.'),
    count: within('count').int().default(USUAL_COUNT).describe('The most passages to return.'),
    vectorWeight: within('vectorWeight')
      .default(VECTOR_WEIGHT)
      .describe('The share of meaning in the score, 0 to 1; the rest is the share of words.'),
    threshold: within('threshold')
      .optional()
      .describe('The least cosine of a passage with the question, -1 to 1; any by default.'),
    diversity: within('diversity')
      .default(0)
      .describe('How much likeness to a passage already chosen counts against one, 0 to 1.'),
    neighbours: within('neighbours')
      .int()
      .default(0)
      .describe('How many passages before and after a found one are returned with it.'),
    filter: z
      .record(storable(z.string().min(1).max(FILTER_KEY_MAX_CHARACTERS)), json, {
        error: ({ code }) => (code === 'invalid_key' ? WRONG_KEY : undefined),
      })
      .default({})
      .describe('What a passage’s metadata has to contain.'),
  })
  .meta({ id: 'KnowledgeSearch' });

const foundPassage = z
  .object({
    entryIds: z.array(id).describe('Several if passages that follow one another were joined.'),
    collectionId: id,
    collection: z.string().describe('The name of its collection.'),
    documentId: id,
    documentVersion: z.number().int(),
    title: z.string(),
    source: z.string(),
    startOffset: z.number().int().describe('In UTF-16 code units of the version’s text.'),
    endOffset: z.number().int().describe('Exclusive.'),
    page: z.number().int().nullable(),
    headingPath: z.array(z.string()),
    text: z.string(),
    similarity: z.number().describe('The cosine with the question, -1 to 1: how close they are in meaning.'),
    bm25: z.number().describe('The BM25 score of the words that it shares with the question; 0: none.'),
    score: z
      .number()
      .describe('Both, each scaled to 0..1 over all candidates and weighted by `vectorWeight`.'),
  })
  .meta({ id: 'FoundPassage' });

/** The result of a search. */
export const foundKnowledgeSchema = z
  .object({
    passages: z.array(foundPassage).describe('Best first.'),
    words: z
      .array(z.string())
      .describe('The words of the passages that the question asks for, in lower case.'),
    latencyMs: z.number().int().describe('How long the search took, in milliseconds.'),
  })
  .meta({ id: 'FoundKnowledge' });

export type ApiFoundPassage = z.infer<typeof foundPassage>;

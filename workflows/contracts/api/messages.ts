import { z } from 'zod';
import { messageStatuses } from '../../domain/recordStates.ts';
import { endings } from '../../domain/transcript/ending.ts';
import { id, json, moment, storable } from './fields.ts';

export const listMessagesQuery = z.strictObject({
  run: z.coerce
    .number()
    .int()
    .min(0)
    .max(1_000_000)
    .optional()
    .describe('Only the messages of this run; by default those of all runs.'),
  format: z
    .enum(['entries', 'autogen'])
    .default('entries')
    .describe('`entries`: as stored. `autogen`: final messages only, as AutoGen dumps them.'),
  after: z.string().optional().describe('The `next` of the previous page.'),
  limit: z.coerce.number().int().min(1).max(1_000).default(1_000).describe('Entries per page.'),
});

const usage = z.object({ promptTokens: z.number().int(), completionTokens: z.number().int() });

/** Which texts of something are not whole. */
export const truncated = z
  .record(z.string(), z.number().int())
  .describe(
    'The texts that were cut, by path, with the size of the whole in bytes. `readText` returns a text in full.',
  );

const passagePlace = z.object({
  collectionId: id,
  documentId: id,
  documentVersion: z.number().int().describe('The version that was found, whatever has come since.'),
  title: z.string(),
  source: z.string(),
  startOffset: z.number().int().describe('In UTF-16 code units of the version’s text.'),
  endOffset: z.number().int().describe('Exclusive.'),
  page: z.number().int().nullable(),
  headingPath: z.array(z.string()),
});

const citation = z
  .object({
    mark: z.number().int().describe('The number in square brackets in `content`.'),
    passage: passagePlace
      .extend({ entryIds: z.array(id) })
      .nullable()
      .describe('Null: no passage has this number.'),
  })
  .meta({ id: 'Citation' });

const lookUp = z
  .object({
    collections: z.array(z.string()).describe('By name, as the team names them.'),
    question: z.string(),
    latencyMs: z.number().int(),
    passages: z
      .array(
        passagePlace.extend({
          number: z.number().int().describe('By which the answer cites it; no other of the turn has it.'),
          score: z.number().describe('From 0 to 1.'),
          beginning: z.string().describe('The first 200 characters of its text.'),
        }),
      )
      .describe('Best first.'),
  })
  .meta({ id: 'LookUp' });

/** One entry of the transcript. */
export const entrySchema = z
  .object({
    id,
    seq: z.number().int(),
    position: z.number().int().describe('The transcript is ordered by (position, seq).'),
    run: z.number().int(),
    turn: z.number().int(),
    scope: z
      .string()
      .describe(
        'The team that the message belongs to: "" for the conversation’s own, otherwise the path of an inner team.',
      ),
    type: z.string().describe('AutoGen’s name for the message type.'),
    source: z.string(),
    content: z.string().describe('The message as text, at most 100,000 characters (see `truncated`).'),
    body: json
      .nullable()
      .describe('The other fields of its type; each string has at most 20,000 characters.'),
    thought: z.string().nullable(),
    ending: z
      .enum(endings)
      .nullable()
      .describe(
        'How the model’s answer ended, if not normally. `length`: cut at the token limit. `content_filter`: cut by the provider’s filter. `refusal`: the model declined, and the content says so.',
      ),
    memories: json.nullable(),
    citations: z
      .array(citation)
      .optional()
      .describe('What the marks in it mean, such as [2]; absent: its author knows nothing from documents.'),
    lookUps: z
      .array(lookUp)
      .optional()
      .describe('What was looked up in documents in its turn until then; absent as `citations` is.'),
    copied: z
      .boolean()
      .describe('Whether it is an outer team’s message that was given to an inner team as its task.'),
    status: z.enum(messageStatuses),
    usage: usage.nullable().describe('Tokens of the model call that produced it.'),
    createdAt: moment,
    truncated: truncated.optional(),
  })
  .meta({ id: 'Entry' });

export const readTextQuery = z.strictObject({
  path: storable(z.string().max(500))
    .default('content')
    .describe(
      'The path of the text as given in `truncated`: `content`, `thought`, `body.results.0.content`.',
    ),
  offset: z.coerce
    .number()
    .int()
    .min(0)
    .max(1_000_000_000)
    .default(0)
    .describe('The number of characters (code points) to skip.'),
  length: z.coerce
    .number()
    .int()
    .min(1)
    .max(1_000_000)
    .default(100_000)
    .describe('The most characters to return.'),
});

/** A piece of a text. */
export const textPieceSchema = z
  .object({
    text: z.string(),
    offset: z.number().int(),
    next: z.number().int().nullable().describe('The `offset` of the next piece; null on the last one.'),
    wholeBytes: z.number().int().describe('The size of the whole text in UTF-8 bytes.'),
  })
  .meta({ id: 'TextPiece' });

const autogenMessage = z
  .looseObject({ source: z.string(), type: z.string(), content: json.optional() })
  .describe('Like AutoGen’s `model_dump()`, without id, time, metadata and nulls; `usage` in AutoGen’s form.')
  .meta({ id: 'AutogenMessage' });

export const entriesPageSchema = z
  .object({ format: z.literal('entries'), messages: z.array(entrySchema), next: z.string().nullable() })
  .meta({ id: 'Entries' });

export const autogenPageSchema = z
  .object({ format: z.literal('autogen'), messages: z.array(autogenMessage), next: z.string().nullable() })
  .meta({ id: 'AutogenMessages' });

export const messagesPageSchema = z.discriminatedUnion('format', [entriesPageSchema, autogenPageSchema]);

export const transcriptFormats = ['markdown', 'json'] as const;

export const readTranscriptQuery = z.strictObject({
  format: z.enum(transcriptFormats).default('markdown'),
});

/** A whole transcript as JSON, with all texts in full. */
export const transcriptSchema = z
  .object({
    id,
    title: z.string(),
    messages: z.array(
      entrySchema
        .pick({
          seq: true,
          run: true,
          turn: true,
          scope: true,
          type: true,
          source: true,
          thought: true,
          citations: true,
          status: true,
          createdAt: true,
        })
        .extend({
          content: z.string().describe('The message as text, in full.'),
          body: json.nullable().describe('The data of its type besides the text, in full.'),
        })
        .meta({ id: 'TranscriptEntry' }),
    ),
  })
  .meta({ id: 'Transcript' });

export type TranscriptFormat = (typeof transcriptFormats)[number];
export type ApiTextPiece = z.infer<typeof textPieceSchema>;
export type ApiEntry = z.infer<typeof entrySchema>;

import { z } from 'zod';
import { messageStatuses } from '../../domain/recordStates.ts';
import { endings } from '../../domain/transcript/ending.ts';
import { id, json, moment } from './fields.ts';

export const listMessagesQuery = z.strictObject({
  run: z.coerce
    .number()
    .int()
    .min(0)
    .max(1_000_000)
    .optional()
    .describe('Only this run’s; without it those of all.'),
  format: z
    .enum(['entries', 'autogen'])
    .default('entries')
    .describe('`entries`: as they are stored. `autogen`: as AutoGen dumps them, final ones only.'),
  after: z.string().optional().describe('The `next` of the page before.'),
  limit: z.coerce.number().int().min(1).max(1_000).default(1_000).describe('Entries a page.'),
});

const usage = z.object({ promptTokens: z.number().int(), completionTokens: z.number().int() });

/** Which texts of something are not whole. */
export const truncated = z
  .record(z.string(), z.number().int())
  .describe('Texts that are not whole, by their path: bytes of the whole. `readText` gives all of one.');

/** One entry of the transcript. */
export const entrySchema = z
  .object({
    id,
    seq: z.number().int(),
    position: z.number().int().describe('The transcript is read in the order of (position, seq).'),
    run: z.number().int(),
    turn: z.number().int(),
    scope: z
      .string()
      .describe('Which team’s transcript: "" the conversation’s own, else the path of an inner one.'),
    type: z.string().describe('AutoGen’s name of the message type.'),
    source: z.string(),
    content: z.string().describe('The message as text: at most 100,000 characters of it (see `truncated`).'),
    body: json
      .nullable()
      .describe('What its type has besides text: at most 20,000 characters of each string.'),
    thought: z.string().nullable(),
    ending: z
      .enum(endings)
      .nullable()
      .describe(
        'How the model’s answer ended, where it did not simply end. `length`: cut at the most that it may write. `content_filter`: cut by the provider’s filter. `refusal`: the model declined, and the content says so.',
      ),
    memories: json.nullable(),
    copied: z.boolean().describe('An outer team’s message, given to an inner one as its task.'),
    status: z.enum(messageStatuses),
    usage: usage.nullable().describe('Tokens of the model call that it came from.'),
    createdAt: moment,
    truncated: truncated.optional(),
  })
  .meta({ id: 'Entry' });

export const readTextQuery = z.strictObject({
  path: z
    .string()
    .max(500)
    .default('content')
    .describe('Which of its texts, as `truncated` names it: `content`, `thought`, `body.results.0.content`.'),
  offset: z.coerce
    .number()
    .int()
    .min(0)
    .max(1_000_000_000)
    .default(0)
    .describe('How many characters (code points) are passed over.'),
  length: z.coerce
    .number()
    .int()
    .min(1)
    .max(1_000_000)
    .default(100_000)
    .describe('How many characters at most.'),
});

/** A piece of a text. */
export const textPieceSchema = z
  .object({
    text: z.string(),
    offset: z.number().int(),
    next: z.number().int().nullable().describe('The `offset` of the next piece; null: this is the last.'),
    wholeBytes: z.number().int().describe('Bytes of the whole text, in UTF-8.'),
  })
  .meta({ id: 'TextPiece' });

const autogenMessage = z
  .looseObject({ source: z.string(), type: z.string(), content: json.optional() })
  .describe(
    'As AutoGen’s `model_dump()` gives it, without id, time, metadata and nulls; `usage` in its words.',
  )
  .meta({ id: 'AutogenMessage' });

export const entriesPageSchema = z
  .object({ format: z.literal('entries'), messages: z.array(entrySchema), next: z.string().nullable() })
  .meta({ id: 'Entries' });

export const autogenPageSchema = z
  .object({ format: z.literal('autogen'), messages: z.array(autogenMessage), next: z.string().nullable() })
  .meta({ id: 'AutogenMessages' });

export const messagesPageSchema = z.discriminatedUnion('format', [entriesPageSchema, autogenPageSchema]);

export type ApiTextPiece = z.infer<typeof textPieceSchema>;
export type ApiEntry = z.infer<typeof entrySchema>;

import { z } from 'zod';
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
    content: z.string().describe('The message as text.'),
    body: json.nullable().describe('What its type has besides text.'),
    thought: z.string().nullable(),
    ending: z
      .enum(endings)
      .nullable()
      .describe(
        'How the model’s answer ended, where it did not simply end. `length`: cut at the most that it may write. `content_filter`: cut by the provider’s filter. `refusal`: the model declined, and the content says so.',
      ),
    memories: json.nullable(),
    copied: z.boolean().describe('An outer team’s message, given to an inner one as its task.'),
    status: z.enum(['final', 'draft', 'rejected', 'discarded']),
    usage: usage.nullable().describe('Tokens of the model call that it came from.'),
    createdAt: moment,
  })
  .meta({ id: 'Entry' });

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

export type ApiEntry = z.infer<typeof entrySchema>;

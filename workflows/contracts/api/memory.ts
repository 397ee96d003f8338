import { z } from 'zod';
import {
  MAX_ENTRY_LENGTH,
  memoryActions,
  memoryEntryKinds,
  memoryEntryStates,
} from '../../domain/memory/entry.ts';
import { id, moment, search, storable } from './fields.ts';

const sourceSchema = z
  .object({
    conversationId: id,
    conversationTitle: z.string().nullable().describe('Null if the conversation is gone.'),
    run: z.number().int(),
    seq: z.number().int().describe('The message’s number in the conversation.'),
    quote: z.string().describe('Words of the message, as they stand there.'),
  })
  .meta({ id: 'MemorySource' });

const kind = z.enum(memoryEntryKinds);

/** An entry of what a team remembers. */
export const memoryEntrySchema = z
  .object({
    id,
    kind,
    text: z.string(),
    state: z.enum(memoryEntryStates).describe('`merged`: `mergedInto` says it now.'),
    mergedInto: id.nullable(),
    pinned: z.boolean().describe('Given to every run; no model changes it.'),
    edited: z.boolean().describe('A person wrote its text; no model changes it.'),
    afterDocuments: z
      .boolean()
      .describe('What documents say may stand behind it, and nobody has edited it since.'),
    revision: z.number().int().describe('The number of its newest change, from 1.'),
    createdAt: moment,
    changedAt: moment,
    source: sourceSchema
      .nullable()
      .describe('The message that its text rests on; null if a person wrote it.'),
  })
  .meta({ id: 'MemoryEntry' });

export const memoryChangeSchema = z
  .object({
    revision: z.number().int(),
    action: z.enum(memoryActions),
    kind,
    text: z.string().describe('Its text after the change.'),
    source: sourceSchema.nullable(),
    author: z.string().nullable().describe('Who changed it; null for a model or a deleted account.'),
    at: moment,
  })
  .meta({ id: 'MemoryChange' });

export const memoryPageSchema = z
  .object({
    entries: z
      .array(memoryEntrySchema)
      .describe('Pinned ones first, then by their last change, newest first.'),
    page: z.number().int(),
    pages: z.number().int(),
    total: z.number().int(),
  })
  .meta({ id: 'MemoryPage' });

export const memoryEntryWithChangesSchema = memoryEntrySchema
  .extend({ changes: z.array(memoryChangeSchema).describe('Newest first.') })
  .meta({ id: 'MemoryEntryWithChanges' });

export const listMemoryQuery = z.strictObject({
  search: search.describe('Only entries that contain this text.'),
  state: z.enum(memoryEntryStates).optional().describe('By default current entries.'),
  page: z.coerce.number().int().min(1).max(1_000_000).optional().describe('From 1; 24 entries each.'),
});

export const editMemoryBody = z
  .strictObject({
    text: storable(
      z
        .string()
        .trim()
        .min(1, 'is empty; delete the entry instead')
        .max(MAX_ENTRY_LENGTH, `is too long; at most ${String(MAX_ENTRY_LENGTH)} characters are taken`),
    ),
    kind: kind.optional().describe('By default as it is.'),
    basedOn: z
      .number()
      .int()
      .min(1)
      .optional()
      .describe('The revision that you have read. If the entry has changed since, nothing is stored (409).'),
  })
  .meta({ id: 'EditMemory' });

import { z } from 'zod';
import { conversationSchema, runSchema } from './conversations.ts';
import { entrySchema } from './messages.ts';
import { taskSchema } from './tasks.ts';

/** What has changed since the event before; the first one of a new reader has everything. Its id is the revision. */
export const changeEventSchema = z
  .object({
    conversation: conversationSchema,
    runs: z.array(runSchema).describe('New and changed runs.'),
    messages: z.array(entrySchema).describe('New and changed entries, in the order of the transcript.'),
    tasks: z.array(taskSchema).describe('New and changed tasks.'),
  })
  .meta({ id: 'ChangeEvent' });

/** A piece of the text that is being written: it replaces everything from `offset` (in UTF-16 units) on. */
export const liveEventSchema = z
  .object({
    seq: z.number().int(),
    source: z.string(),
    attempt: z.number().int(),
    offset: z.number().int(),
    text: z.string(),
  })
  .meta({ id: 'LiveEvent' });

/** The text is no longer being written: its message is in the transcript, or will never be. */
export const liveEndEventSchema = z.object({ seq: z.number().int() }).meta({ id: 'LiveEndEvent' });

export type ApiChangeEvent = z.infer<typeof changeEventSchema>;
export type ApiLiveEvent = z.infer<typeof liveEventSchema>;

import { z } from 'zod';
import { MAX_ENTRY_LENGTH, memoryEntryKinds } from '../../../../workflows/domain/memory/entry.ts';

/** The form that corrects an entry. */
export const memoryFormSchema = z.object({
  text: z.string().trim().min(1).max(MAX_ENTRY_LENGTH),
  kind: z.enum(memoryEntryKinds),
  /** The revision that the person has read. */
  basedOn: z.coerce.number().int().min(1),
});

import { z } from 'zod';
import { fault } from '../../languages/fault.ts';

/** The form that says which standing conversation an end wakes. */
export const wakesForm = z.object({
  wakes: z.uuid({ error: fault('newConversation:faults.notStanding') }).optional(),
});

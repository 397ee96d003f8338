import { z } from 'zod';

/** What the page of builds sends. */
export const moveFormSchema = z.object({
  buildId: z.string().min(1).max(255),
  conversationId: z.uuid().optional(),
});

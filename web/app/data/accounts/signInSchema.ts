import { z } from 'zod';

/** What the sign-in form holds. What a password must be is asked where one is made, not where it is used. */
export const signInSchema = z.object({
  email: z.email({ error: 'Enter your e-mail address' }),
  password: z.string({ error: 'Enter your password' }).max(1_000),
  next: z.string().optional(),
});

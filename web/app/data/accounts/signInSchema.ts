import { z } from 'zod';
import { fault } from '../../languages/fault.ts';

/** What the sign-in form holds. What a password must be is asked where one is made, not where it is used. */
export const signInSchema = z.object({
  email: z.email({ error: fault('auth:faults.emailInvalid') }),
  password: z.string({ error: fault('auth:faults.passwordMissing') }).max(1_000),
  next: z.string().optional(),
});

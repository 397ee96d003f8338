import { z } from 'zod';
import { fault } from '../../languages/fault.ts';

/** The sign-in form. Password rules are checked when a password is chosen, not when it is used. */
export const signInSchema = z.object({
  email: z.email({ error: fault('auth:faults.emailInvalid') }),
  password: z.string({ error: fault('auth:faults.passwordMissing') }).max(1_000),
  next: z.string().optional(),
});

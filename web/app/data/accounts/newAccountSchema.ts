import { z } from 'zod';
import { PASSWORD_MAX_LENGTH, PASSWORD_MIN_LENGTH } from './passwordRules.ts';

/** What one says of oneself to get an account. */
export const newAccountSchema = z.object({
  name: z
    .string({ error: 'Enter your name' })
    .trim()
    .min(1, 'Enter your name')
    .max(100, 'A name has at most 100 characters'),
  email: z.email({ error: 'Enter an e-mail address' }).max(254),
  password: z
    .string({ error: 'Choose a password' })
    .min(PASSWORD_MIN_LENGTH, `Choose a password of at least ${PASSWORD_MIN_LENGTH} characters`)
    .max(PASSWORD_MAX_LENGTH, `A password has at most ${PASSWORD_MAX_LENGTH} characters`),
});

export type NewAccount = z.infer<typeof newAccountSchema>;

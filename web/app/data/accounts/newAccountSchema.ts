import { z } from 'zod';
import { fault } from '../../languages/fault.ts';
import { PASSWORD_MAX_LENGTH, PASSWORD_MIN_LENGTH } from './passwordRules.ts';

/** The fields of a new account. */
export const newAccountSchema = z.object({
  name: z
    .string({ error: fault('auth:faults.nameMissing') })
    .trim()
    .min(1, fault('auth:faults.nameMissing'))
    .max(100, fault('auth:faults.nameTooLong', { count: 100 })),
  email: z.email({ error: fault('auth:faults.emailInvalid') }).max(254),
  password: z
    .string({ error: fault('auth:faults.passwordToChoose') })
    .min(PASSWORD_MIN_LENGTH, fault('auth:faults.passwordTooShort', { count: PASSWORD_MIN_LENGTH }))
    .max(PASSWORD_MAX_LENGTH, fault('auth:faults.passwordTooLong', { count: PASSWORD_MAX_LENGTH })),
});

export type NewAccount = z.infer<typeof newAccountSchema>;

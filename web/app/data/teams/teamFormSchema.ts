import { z } from 'zod';
import { fault } from '../../languages/fault.ts';

const INCOMPLETE = fault('errors:faults.formIncomplete');
const MAX_NAME = 100;
const MAX_NOTE = 500;

/** A team's name in the list: one line. */
export const teamNameSchema = z
  .string({ error: fault('teams:faults.nameMissing') })
  .transform((name) => name.replaceAll('\0', '').replace(/\s+/g, ' ').trim())
  .pipe(
    z
      .string()
      .min(1, fault('teams:faults.nameMissing'))
      .max(MAX_NAME, fault('teams:faults.nameTooLong', { count: MAX_NAME })),
  );

/** A line about what is new in a version. */
export const noteSchema = z
  .string()
  .default('')
  .transform((note) => note.replaceAll('\0', '').replace(/\s+/g, ' ').trim())
  .pipe(z.string().max(MAX_NOTE, fault('teams:faults.noteTooLong', { count: MAX_NOTE })));

/** The editor's form. Its JSON is checked separately (checkTeamText). */
export const teamFormSchema = z.object({
  name: teamNameSchema,
  note: noteSchema,
  /** Forms send line breaks as two characters. */
  config: z.string({ error: INCOMPLETE }).transform((text) => text.replace(/\r\n?/g, '\n')),
  submissionId: z.uuid({ error: INCOMPLETE }),
  /** The version that was edited; 0 for a new team. */
  basedOn: z.coerce.number({ error: INCOMPLETE }).int().min(0),
});

export type TeamForm = z.infer<typeof teamFormSchema>;

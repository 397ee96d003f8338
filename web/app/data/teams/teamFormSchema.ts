import { z } from 'zod';

const INCOMPLETE = 'The form is incomplete. Reload the page, then send it again.';

/** What a person calls a team in the list: one line. */
export const teamNameSchema = z
  .string({ error: 'Give the team a name' })
  .transform((name) => name.replaceAll('\0', '').replace(/\s+/g, ' ').trim())
  .pipe(z.string().min(1, 'Give the team a name').max(100, 'A name has at most 100 characters; shorten it'));

/** A line about what is new in a version. */
export const noteSchema = z
  .string()
  .default('')
  .transform((note) => note.replaceAll('\0', '').replace(/\s+/g, ' ').trim())
  .pipe(z.string().max(500, 'A note has at most 500 characters; shorten it'));

/** What the editor sends. What its JSON is as a team is another question (checkTeamText). */
export const teamFormSchema = z.object({
  name: teamNameSchema,
  note: noteSchema,
  /** Line breaks come as two characters out of a form. */
  config: z.string({ error: INCOMPLETE }).transform((text) => text.replace(/\r\n?/g, '\n')),
  submissionId: z.uuid({ error: INCOMPLETE }),
  /** The version that was edited; 0: a new team. */
  basedOn: z.coerce.number({ error: INCOMPLETE }).int().min(0),
});

export type TeamForm = z.infer<typeof teamFormSchema>;

import { z } from 'zod';
import { teamConfigSchema } from '../../../../../workflows/contracts/team.ts';

const noteSchema = z.object({ path: z.string(), message: z.string() });

/**
 * What a file holds, for whoever decides whether to import it. Nothing of it has been saved. It goes to the page and
 * comes back with the choice, in place of the file: what a file has that is not carried over, keys above all, goes
 * nowhere.
 */
export const importReportSchema = z.object({
  teams: z.array(z.object({ name: z.string(), config: teamConfigSchema, notes: z.array(noteSchema) })),
  /** Of the file as a whole. */
  notes: z.array(noteSchema),
  /** Why the file, or a part of it, can't be imported. */
  problems: z.array(noteSchema.extend({ fix: z.string() })),
});

export type ImportReport = z.infer<typeof importReportSchema>;

/** What the import page is told. */
export interface ImportAnswer {
  report: ImportReport;
  /** What is wrong with the chosen teams' names, by their place in the report. */
  nameErrors: Record<number, string>;
  /** What was chosen and how it was to be called, where it has been sent once. */
  chosen: { index: number; name: string }[] | null;
  /** Of the form as a whole. */
  formError: string | null;
}

import { z } from 'zod';
import { teamConfigSchema } from '../../../../../workflows/contracts/team.ts';

const noteSchema = z.object({ path: z.string(), message: z.string() });

/**
 * The content of a file, for the person who decides whether to import it. Nothing has been saved yet. The report
 * goes to the page and returns with the choice, instead of the file, so that parts that are not imported,
 * especially keys, are sent nowhere.
 */
export const importReportSchema = z.object({
  teams: z.array(z.object({ name: z.string(), config: teamConfigSchema, notes: z.array(noteSchema) })),
  /** Notes on the file as a whole. */
  notes: z.array(noteSchema),
  /** Why the file, or a part of it, can't be imported. */
  problems: z.array(noteSchema.extend({ fix: z.string() })),
});

export type ImportReport = z.infer<typeof importReportSchema>;

/** The response to the import page. */
export interface ImportAnswer {
  report: ImportReport;
  /** Errors in the names of the chosen teams, by their index in the report. */
  nameErrors: Record<number, string>;
  /** The choice with its names, if it has been sent before. */
  chosen: { index: number; name: string }[] | null;
  /** An error of the form as a whole. */
  formError: string | null;
}

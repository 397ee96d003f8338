import type { ImportNote, ImportProblem } from '../../../../workflows/contracts/autogen/report.ts';
import type { PatternConfig } from '../../../../workflows/domain/patterns/pattern.ts';

/** What a file holds, for whoever decides whether to import it. Nothing of it has been saved. */
export interface ImportReport {
  teams: {
    name: string;
    pattern: PatternConfig['kind'];
    participants: string[];
    notes: ImportNote[];
  }[];
  /** Of the file as a whole. */
  notes: ImportNote[];
  /** Why the file, or a part of it, can't be imported. */
  problems: ImportProblem[];
}

/** What the import page is told. */
export interface ImportAnswer {
  /** What was sent. */
  text: string;
  report: ImportReport;
  /** What is wrong with the chosen teams' names, by their place in the report. */
  nameErrors: Record<number, string>;
  /** What was chosen and how it was to be called, where it has been sent once. */
  chosen: { index: number; name: string }[] | null;
  /** Of the form as a whole. */
  formError: string | null;
}

import type { PlacedIssue } from './check/checkTeamText.ts';

/** The response to the editor if saving failed: the errors, and what was sent, to be corrected. */
export interface EditorAnswer {
  nameErrors: string[];
  noteErrors: string[];
  /** Errors of the form as a whole. */
  formErrors: string[];
  /** Errors in the team's JSON. */
  issues: PlacedIssue[];
  /** Somebody has saved a version since this one was opened. */
  stale: { newest: number; author: string | null } | null;
  submitted: SubmittedTeam;
}

export interface SubmittedTeam {
  name: string;
  note: string;
  text: string;
  /** The version that was edited; 0 for a new team. */
  basedOn: number;
}

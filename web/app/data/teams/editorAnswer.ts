import type { PlacedIssue } from './check/checkTeamText.ts';

/** What the editor is told when it has not been saved: what is wrong, and what was sent, to be put right. */
export interface EditorAnswer {
  nameErrors: string[];
  noteErrors: string[];
  /** Of the form as a whole. */
  formErrors: string[];
  /** In the team's JSON. */
  issues: PlacedIssue[];
  /** Somebody has saved a version since this one was opened. */
  stale: { newest: number; author: string | null } | null;
  submitted: SubmittedTeam;
}

export interface SubmittedTeam {
  name: string;
  note: string;
  text: string;
  /** The version that was edited; 0: a new team. */
  basedOn: number;
}

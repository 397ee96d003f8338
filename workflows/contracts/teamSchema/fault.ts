/** What is wrong with a team as a whole: where, and what to do about it. */
export interface TeamFault {
  path: (string | number)[];
  /** A finding (findings/finding.ts). */
  message: string;
}

import { z } from 'zod';

const placedIssueSchema = z.object({
  path: z.array(z.union([z.string(), z.number()])),
  message: z.string(),
  from: z.number(),
  to: z.number(),
  line: z.number(),
});

/** What only the server can check in a team's JSON: its expressions and its Python. */
export const serverFindingsSchema = z.object({
  /** Errors that must be fixed before the team can be saved. */
  issues: z.array(placedIssueSchema),
  /** Parts that will not work as they are, although the team can be saved. */
  warnings: z.array(placedIssueSchema),
});

export type ServerFindings = z.infer<typeof serverFindingsSchema>;

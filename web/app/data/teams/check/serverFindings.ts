import { z } from 'zod';

const placedIssueSchema = z.object({
  path: z.array(z.union([z.string(), z.number()])),
  message: z.string(),
  from: z.number(),
  to: z.number(),
  line: z.number(),
});

/** What the server alone can see in a team's JSON: its expressions and its Python. */
export const serverFindingsSchema = z.object({
  /** What has to be put right before it can be saved. */
  issues: z.array(placedIssueSchema),
  /** What will not work as it stands, though it can be saved. */
  warnings: z.array(placedIssueSchema),
});

export type ServerFindings = z.infer<typeof serverFindingsSchema>;

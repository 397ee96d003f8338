import type { z } from 'zod';

/** A path in a team's JSON. */
export type TeamPath = readonly (string | number)[];

/** An error in a team: its place, and what to do about it (a fault of languages/fault.ts, or English). */
export interface TeamIssue {
  path: (string | number)[];
  message: string;
}

/** The most issues listed at a time; nobody reads more. */
export const MOST_ISSUES = 100;

/** zod's issues for a form: one per place, and for a union those of the branch that matches best. */
export function issuesOf(error: z.ZodError): TeamIssue[] {
  const byPlace = new Map<string, TeamIssue>();
  for (const issue of error.issues) {
    for (const each of flatten(issue, [])) {
      const place = JSON.stringify(each.path);
      if (!byPlace.has(place)) byPlace.set(place, each);
    }
    if (byPlace.size > MOST_ISSUES) break;
  }
  return [...byPlace.values()].slice(0, MOST_ISSUES);
}

function flatten(issue: z.core.$ZodIssue, above: (string | number)[]): TeamIssue[] {
  const path = [...above, ...issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))];
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const branches = issue.errors.map((branch) => branch.flatMap((inner) => flatten(inner, path)));
    const nearest = branches.reduce((best, branch) => (depthOf(branch) > depthOf(best) ? branch : best));
    if (depthOf(nearest) > path.length) return nearest;
  }
  return [{ path, message: issue.message }];
}

function depthOf(issues: readonly TeamIssue[]): number {
  return Math.max(0, ...issues.map(({ path }) => path.length));
}

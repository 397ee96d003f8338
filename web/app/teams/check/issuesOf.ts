import type { z } from 'zod';

/** A way into a team's JSON. */
export type TeamPath = readonly (string | number)[];

/** Something that is wrong with a team: where, and what to do about it. */
export interface TeamIssue {
  path: (string | number)[];
  message: string;
}

/** zod's issues as a form shows them: one a place, and of a union those of the branch that comes nearest. */
export function issuesOf(error: z.ZodError): TeamIssue[] {
  const all = error.issues.flatMap((issue) => flatten(issue, []));
  const places = all.map(({ path }) => JSON.stringify(path));
  return all.filter((_issue, index) => places.indexOf(places[index] ?? '') === index);
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

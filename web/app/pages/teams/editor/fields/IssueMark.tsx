import { CircleAlert } from 'lucide-react';
import type { TeamPath } from '../../../../data/teams/check/issuesOf.ts';
import { useHasIssues } from '../DraftContext.tsx';

/** Says at something folded that there is something to put right in it. */
export function IssueMark({ path }: { path: TeamPath }) {
  if (!useHasIssues(path)) return null;
  return (
    <span className="ml-2 inline-flex text-red-ink">
      <CircleAlert aria-hidden className="size-4" />
      <span className="sr-only">, has something to put right</span>
    </span>
  );
}

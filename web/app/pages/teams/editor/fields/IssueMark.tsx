import { CircleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { TeamPath } from '../../../../data/teams/check/issuesOf.ts';
import { useHasIssues } from '../DraftContext.tsx';

/** Says at something folded that there is something to put right in it. */
export function IssueMark({ path }: { path: TeamPath }) {
  const { t } = useTranslation('editor');
  if (!useHasIssues(path)) return null;
  return (
    <span className="ml-2 inline-flex text-red-ink">
      <CircleAlert aria-hidden className="size-4" />
      <span className="sr-only">{t('hasProblems')}</span>
    </span>
  );
}

import { CircleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { TeamPath } from '../../../../data/teams/check/issuesOf.ts';
import { useHasIssues } from '../DraftContext.tsx';

/** Marks a fold that contains errors. */
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

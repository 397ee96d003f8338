import { useTranslation } from 'react-i18next';
import type { PlacedIssue } from '../../../data/teams/check/checkTeamText.ts';
import type { TeamPath } from '../../../data/teams/check/issuesOf.ts';
import { jsonPath } from '../../../data/teams/check/jsonPath.ts';
import { useFaultWords } from '../../../languages/faultWords.ts';
import { Notice } from '../../../views/ui/Notice.tsx';

const SHOWN = 20;

export type IssueSummaryProps = {
  issues: readonly PlacedIssue[];
  /** Goes to an issue's place; null if only plain JSON is shown. */
  goTo: { field: (path: TeamPath) => void; text: (at: number) => void } | null;
};

/** All errors with their places: the path links to the field, the line to the JSON. */
export function IssueSummary({ issues, goTo }: IssueSummaryProps) {
  const words = useFaultWords();
  const { t } = useTranslation('editor');
  if (issues.length === 0) return null;
  return (
    <Notice kind="error" title={t('problems', { count: issues.length })}>
      <ul className="mt-1 space-y-1">
        {issues.slice(0, SHOWN).map((issue, index) => (
          <li key={index} className="wrap-anywhere">
            {goTo === null || issue.path.length === 0 ? (
              <code className="font-mono text-[0.8125rem]">{jsonPath(issue.path)}</code>
            ) : (
              <button
                type="button"
                onClick={() => goTo.field(issue.path)}
                className="rounded text-left font-mono text-[0.8125rem] wrap-anywhere underline underline-offset-4"
              >
                {jsonPath(issue.path)}
              </button>
            )}{' '}
            {goTo === null ? (
              <span className="text-ink-muted">
                {t('inBrackets', { text: t('line', { line: issue.line }) })}
              </span>
            ) : (
              <button
                type="button"
                onClick={() => goTo.text(issue.from)}
                className="ml-1 rounded underline underline-offset-4"
              >
                {t('line', { line: issue.line })}
              </button>
            )}
            : {words(issue.message)}
          </li>
        ))}
        {issues.length > SHOWN ? <li>{t('moreProblems', { count: issues.length - SHOWN })}</li> : null}
      </ul>
    </Notice>
  );
}

import { useTranslation } from 'react-i18next';
import type { PlacedIssue } from '../../../data/teams/check/checkTeamText.ts';
import { jsonPath } from '../../../data/teams/check/jsonPath.ts';
import { useFaultWords } from '../../../languages/faultWords.ts';
import { Notice } from '../../../views/ui/Notice.tsx';

export type WarningSummaryProps = { warnings: readonly PlacedIssue[] };

/** Parts of a team that will not work as they are, although it can be saved. */
export function WarningSummary({ warnings }: WarningSummaryProps) {
  const words = useFaultWords();
  const { t } = useTranslation('editor');
  if (warnings.length === 0) return null;
  return (
    <Notice kind="warning" title={t('warnings', { count: warnings.length })}>
      <ul className="mt-1 space-y-1">
        {warnings.map(({ path, line, message }) => (
          <li key={`${jsonPath(path)} ${message}`} className="wrap-anywhere">
            <code className="font-mono text-[0.8125rem]">{jsonPath(path)}</code>{' '}
            <span className="text-ink-muted">{t('inBrackets', { text: t('line', { line }) })}</span>:{' '}
            {words(message)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

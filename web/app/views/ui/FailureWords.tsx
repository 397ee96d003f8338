import { useTranslation } from 'react-i18next';
import type { FailureText } from '../../../../workflows/contracts/failureText.ts';
import { failureTitle } from './failureTitle.ts';

/** What failed and where, followed by the other side's own words. */
export function FailureWords({ failure }: { failure: FailureText }) {
  const { i18n } = useTranslation();
  return (
    <>
      <p className="font-medium wrap-anywhere">{failureTitle(i18n.t, failure)}</p>
      {failure.words === null ? null : (
        <p className="mt-1 font-mono text-[0.8125rem] whitespace-pre-wrap text-ink-muted wrap-anywhere">
          {failure.words}
        </p>
      )}
    </>
  );
}

import type { FailureText } from '../../../../workflows/contracts/failureText.ts';

/** What failed and where, and below it the other side's own words. */
export function FailureWords({ failure: { title, words } }: { failure: FailureText }) {
  return (
    <>
      <p className="font-medium wrap-anywhere">{title}</p>
      {words === null ? null : (
        <p className="mt-1 font-mono text-[0.8125rem] whitespace-pre-wrap text-ink-muted wrap-anywhere">
          {words}
        </p>
      )}
    </>
  );
}

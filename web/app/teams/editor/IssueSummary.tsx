import type { PlacedIssue } from '../check/checkTeamText.ts';
import { jsonPath } from '../check/jsonPath.ts';
import { Notice } from '../../components/ui/Notice.tsx';
import { countOf } from '../../format/count.ts';

const SHOWN = 20;

export type IssueSummaryProps = {
  issues: readonly PlacedIssue[];
  /** Goes to where an issue stands in the JSON; null: that can't be gone to. */
  onShow: ((issue: PlacedIssue) => void) | null;
};

/** All that is to be put right, each with its place in the JSON. */
export function IssueSummary({ issues, onShow }: IssueSummaryProps) {
  if (issues.length === 0) return null;
  return (
    <Notice kind="error" title={`${countOf(issues.length, 'thing')} to put right`}>
      <ul className="mt-1 space-y-1">
        {issues.slice(0, SHOWN).map((issue, index) => (
          <li key={index} className="wrap-anywhere">
            <code className="font-mono text-[0.8125rem]">{jsonPath(issue.path)}</code>{' '}
            {onShow === null ? (
              <span className="text-ink-muted">(line {issue.line})</span>
            ) : (
              <button
                type="button"
                onClick={() => onShow(issue)}
                className="rounded underline underline-offset-4"
              >
                line {issue.line}
              </button>
            )}
            : {issue.message}
          </li>
        ))}
        {issues.length > SHOWN ? <li>… and {issues.length - SHOWN} more.</li> : null}
      </ul>
    </Notice>
  );
}

import type { PlacedIssue } from '../check/checkTeamText.ts';
import { jsonPath } from '../check/jsonPath.ts';
import { Notice } from '../../components/ui/Notice.tsx';
import { countOf } from '../../format/count.ts';

const SHOWN = 20;

/** All that is to be put right, each with its place in the JSON. */
export function IssueSummary({ issues }: { issues: readonly PlacedIssue[] }) {
  if (issues.length === 0) return null;
  return (
    <Notice kind="error" title={`${countOf(issues.length, 'thing')} to put right`}>
      <ul className="mt-1 space-y-1">
        {issues.slice(0, SHOWN).map(({ path, message, line }, index) => (
          <li key={index} className="wrap-anywhere">
            <code className="font-mono text-[0.8125rem]">{jsonPath(path)}</code>{' '}
            <span className="text-ink-muted">(line {line})</span>: {message}
          </li>
        ))}
        {issues.length > SHOWN ? <li>… and {issues.length - SHOWN} more.</li> : null}
      </ul>
    </Notice>
  );
}

import { Link } from '@remix-run/react';
import { Button } from '../../../views/ui/Button.tsx';
import { Notice } from '../../../views/ui/Notice.tsx';
import type { EditorAnswer } from '../../../data/teams/editorAnswer.ts';

export type StaleNoticeProps = {
  stale: NonNullable<EditorAnswer['stale']>;
  teamId: string;
  /** The version that was opened. */
  opened: number;
};

/** Somebody was faster: nothing was saved, nothing is lost, and what to do. */
export function StaleNotice({ stale, teamId, opened }: StaleNoticeProps) {
  return (
    <Notice
      kind="error"
      title={`${stale.author ?? 'Somebody'} has saved version ${stale.newest} meanwhile`}
      actions={
        <Button asChild size="sm">
          <Link
            to={`/teams/${teamId}/compare?from=${opened}&to=${stale.newest}`}
            target="_blank"
            rel="noreferrer"
          >
            See what is new
          </Link>
        </Button>
      }
    >
      Nothing was saved, so that theirs is not written over. What you wrote still stands below: copy its JSON,
      open the newest version and put your changes in there.
    </Notice>
  );
}

import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { EditorAnswer } from '../../../data/teams/editorAnswer.ts';
import { Button } from '../../../views/ui/Button.tsx';
import { Notice } from '../../../views/ui/Notice.tsx';

export type StaleNoticeProps = {
  stale: NonNullable<EditorAnswer['stale']>;
  teamId: string;
  /** The version that was opened. */
  opened: number;
};

/** Somebody else saved first: says that nothing was saved, that nothing is lost, and what to do. */
export function StaleNotice({ stale, teamId, opened }: StaleNoticeProps) {
  const { t } = useTranslation('editor');
  return (
    <Notice
      kind="error"
      title={
        stale.author === null
          ? t('stale.titleNobody', { version: stale.newest })
          : t('stale.title', { author: stale.author, version: stale.newest })
      }
      actions={
        <Button asChild size="sm">
          <Link
            to={`/teams/${teamId}/compare?from=${opened}&to=${stale.newest}`}
            target="_blank"
            rel="noreferrer"
          >
            {t('stale.compare')}
          </Link>
        </Button>
      }
    >
      {t('stale.description')}
    </Notice>
  );
}

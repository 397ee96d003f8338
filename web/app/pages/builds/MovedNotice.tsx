import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { Move } from '../../data/builds/buildsView.ts';
import { Notice } from '../../views/ui/Notice.tsx';

/** What came of moving conversations. */
export function MovedNotice({ moved }: { moved: Extract<Move, { outcome: 'done' }> }) {
  const { t } = useTranslation('builds');
  const { asked, left, kept } = moved;
  return (
    <>
      <Notice kind="success">
        <p>{t('move.asked', { count: asked })}</p>
        {left > 0 ? <p>{t('move.left', { count: left })}</p> : null}
      </Notice>
      {kept.length === 0 ? null : (
        <Notice kind="warning" title={t('move.keptTitle')}>
          <ul className="mt-1 space-y-1">
            {kept.map(({ id, words }) => (
              <li key={id} className="wrap-anywhere">
                <Link to={`/conversations/${id}/replay`} className="underline underline-offset-4">
                  {id}
                </Link>{' '}
                <span lang="en">{words}</span>
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}

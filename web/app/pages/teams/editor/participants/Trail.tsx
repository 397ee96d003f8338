import { ChevronRight } from 'lucide-react';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useGoTo } from '../DraftContext.tsx';
import { useScope } from '../TeamScope.tsx';

/** The path to the current inner team, from the outside in; each step is a link back. */
export function Trail() {
  const { t } = useTranslation('editor');
  const { trail } = useScope();
  const { goTo } = useGoTo();
  return (
    <p className="flex flex-wrap items-center gap-x-1 gap-y-0.5 text-[0.8125rem] text-ink-muted">
      <span className="sr-only">{t('trail.youAreIn')}</span>
      {t('trail.team')}
      {trail.map(({ name, path }, index) => (
        <Fragment key={index}>
          <ChevronRight aria-hidden className="size-3.5 shrink-0" />
          {index === trail.length - 1 ? (
            <strong className="font-semibold wrap-anywhere text-ink">{name || '…'}</strong>
          ) : (
            <button
              type="button"
              onClick={() => goTo(path)}
              className="rounded wrap-anywhere underline underline-offset-4"
            >
              {name || '…'}
            </button>
          )}
        </Fragment>
      ))}
    </p>
  );
}

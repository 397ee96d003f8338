import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../views/format/useFormat.ts';
import { classNames } from '../../views/ui/classNames.ts';

/** Open and closed tasks: two addresses, so that each can be linked to and works without JavaScript. */
export function InboxTabs({ which, openCount }: { which: 'open' | 'closed'; openCount: number }) {
  const { t } = useTranslation('inbox');
  const format = useFormat();
  const tabs = [
    { key: 'open', label: t('tabs.open'), to: '/inbox', count: openCount },
    { key: 'closed', label: t('tabs.closed'), to: '/inbox?show=closed', count: null },
  ] as const;
  return (
    <nav aria-label={t('tabs.label')} className="mb-5 flex gap-1 border-b border-line">
      {tabs.map(({ key, label, to, count }) => (
        <Link
          key={key}
          to={to}
          aria-current={which === key ? 'page' : undefined}
          className={classNames(
            '-mb-px flex items-center gap-2 border-b-2 px-3 py-2 text-sm font-medium focus-visible:-outline-offset-2',
            which === key ? 'border-brand text-ink' : 'border-transparent text-ink-muted hover:text-ink',
          )}
        >
          {label}
          {count === null ? null : (
            <span className="tabular rounded-full bg-neutral-soft px-2 text-xs leading-5 text-neutral-ink">
              {format.count(count)}
            </span>
          )}
        </Link>
      ))}
    </nav>
  );
}

import { NavLink } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../views/ui/classNames.ts';
import { Page } from '../../views/ui/Page.tsx';
import { SETTINGS_SECTIONS } from './sections.ts';

/** The frame of every section of the settings: the way to the others. The section brings its own heading. */
export function SettingsFrame({ children }: { children: ReactNode }) {
  const { t } = useTranslation('settings');
  return (
    <Page>
      <nav aria-label={t('sections.label')} className="mb-6 border-b border-line">
        <ul className="flex flex-wrap gap-x-1">
          {SETTINGS_SECTIONS.map(({ name, to }) => (
            <li key={to}>
              <NavLink
                to={to}
                prefetch="intent"
                className={({ isActive }) =>
                  classNames(
                    '-mb-px block border-b-2 px-2.5 py-2 text-sm font-medium focus-visible:-outline-offset-2 sm:px-3',
                    isActive ? 'border-brand text-ink' : 'border-transparent text-ink-muted hover:text-ink',
                  )
                }
              >
                {t(`sections.${name}`)}
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
      {children}
    </Page>
  );
}

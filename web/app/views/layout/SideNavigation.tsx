import { Link, NavLink } from '@remix-run/react';
import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../ui/classNames.ts';
import { Logo } from './Logo.tsx';
import { NAVIGATION } from './navigation.ts';
import { OpenTaskCount } from './OpenTaskCount.tsx';

/** The navigation at the side of wide screens. */
export function SideNavigation({ openTasks, account }: { openTasks: number | null; account: ReactNode }) {
  const { t } = useTranslation('frame');
  return (
    <header className="sticky top-(--banner-height) hidden h-[calc(100dvh-var(--banner-height))] w-60 shrink-0 flex-col bg-rail px-3 py-4 text-rail-ink lg:flex">
      <Link
        to="/conversations"
        className="mb-6 inline-flex w-fit rounded-lg px-2 py-1"
        aria-label={t('home')}
      >
        <Logo />
      </Link>
      <Link
        to="/conversations/new"
        className="mb-5 flex h-10 items-center gap-2.5 rounded-lg border border-rail-line bg-rail-raised px-3 text-sm font-medium hover:border-rail-accent"
      >
        <Plus aria-hidden className="size-4 text-rail-accent" />
        {t('newConversation')}
      </Link>
      <nav aria-label={t('mainNavigation')}>
        <ul className="space-y-0.5">
          {NAVIGATION.map((item) => (
            <li key={item.to}>
              <NavLink
                to={item.to}
                prefetch="intent"
                className={({ isActive }) =>
                  classNames(
                    'flex h-9.5 items-center gap-3 rounded-lg px-3 text-sm font-medium transition-colors',
                    isActive
                      ? 'bg-rail-raised text-rail-ink'
                      : 'text-rail-muted hover:bg-rail-raised/60 hover:text-rail-ink',
                  )
                }
              >
                <item.icon aria-hidden className="size-4.5" />
                <span className="flex-1">{t(`navigation.${item.name}`)}</span>
                {item.counts === 'openTasks' ? <OpenTaskCount count={openTasks} /> : null}
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
      <div className="mt-auto">{account}</div>
    </header>
  );
}

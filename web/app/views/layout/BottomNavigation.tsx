import { NavLink } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../ui/classNames.ts';
import { NAVIGATION } from './navigation.ts';
import { OpenTaskCount } from './OpenTaskCount.tsx';

/** The bar at the bottom of small screens, within reach of the thumb. */
export function BottomNavigation({ openTasks }: { openTasks: number | null }) {
  const { t } = useTranslation('frame');
  return (
    <nav
      aria-label={t('mainNavigation')}
      className="fixed inset-x-0 bottom-0 z-40 border-t border-rail-line bg-rail pb-[env(safe-area-inset-bottom)] text-rail-ink lg:hidden"
    >
      <ul className="mx-auto flex max-w-lg">
        {NAVIGATION.map((item) => (
          <li key={item.to} className="flex-auto">
            <NavLink
              to={item.to}
              className={({ isActive }) =>
                classNames(
                  'relative flex h-15 flex-col items-center justify-center gap-1 px-1 text-[0.6875rem] font-medium',
                  'max-[389px]:px-0 max-[389px]:text-[0.625rem]',
                  'focus-visible:-outline-offset-4',
                  isActive ? 'text-rail-accent' : 'text-rail-muted',
                )
              }
            >
              <item.icon aria-hidden className="size-5" />
              {t(`navigation.${item.name}`)}
              {item.counts === 'openTasks' ? (
                <span className="absolute top-1.5 left-1/2 ml-2">
                  <OpenTaskCount count={openTasks} />
                </span>
              ) : null}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

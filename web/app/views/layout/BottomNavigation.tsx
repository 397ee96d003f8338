import { NavLink } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../ui/classNames.ts';
import { NAVIGATION } from './navigation.ts';
import { OpenTaskCount } from './OpenTaskCount.tsx';

/** The bar at the foot of small screens, where a thumb reaches it. */
export function BottomNavigation({ openTasks }: { openTasks: number | null }) {
  const { t } = useTranslation('frame');
  return (
    <nav
      aria-label={t('mainNavigation')}
      className="fixed inset-x-0 bottom-0 z-40 border-t border-rail-line bg-rail pb-[env(safe-area-inset-bottom)] text-rail-ink lg:hidden"
    >
      <ul className="mx-auto grid max-w-lg grid-cols-4">
        {NAVIGATION.map((item) => (
          <li key={item.to}>
            <NavLink
              to={item.to}
              className={({ isActive }) =>
                classNames(
                  'relative flex h-15 flex-col items-center justify-center gap-1 text-[0.6875rem] font-medium',
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

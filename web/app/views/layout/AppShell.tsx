import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AccountMenu } from './AccountMenu.tsx';
import { BottomNavigation } from './BottomNavigation.tsx';
import type { SignedInFrame } from './frame.ts';
import { Logo } from './Logo.tsx';
import { SideNavigation } from './SideNavigation.tsx';

export type AppShellProps = Omit<SignedInFrame, 'language'> & { children: ReactNode };

/** The frame of the signed-in app: a rail on wide screens, bars at the top and bottom on small ones. */
export function AppShell({ openTasks, children, ...account }: AppShellProps) {
  const { t } = useTranslation('frame');
  return (
    <div className="flex flex-1 flex-col lg:flex-row">
      <SideNavigation openTasks={openTasks} account={<AccountMenu {...account} place="rail" />} />
      <header className="sticky top-0 z-40 flex h-13 items-center justify-between bg-rail px-3 text-rail-ink lg:hidden">
        <Link to="/conversations" aria-label={t('home')} className="inline-flex rounded-lg px-1 py-1">
          <Logo />
        </Link>
        <AccountMenu {...account} place="bar" />
      </header>
      <main id="main" tabIndex={-1} className="min-w-0 flex-1 pb-16 outline-none lg:pb-0">
        {children}
      </main>
      <BottomNavigation openTasks={openTasks} />
    </div>
  );
}

import { Link, Outlet } from '@remix-run/react';
import { RootErrorPage } from '../pages/errors/RootErrorPage.tsx';
import { LanguageSwitch } from '../views/layout/LanguageSwitch.tsx';
import { LogoMark } from '../views/layout/Logo.tsx';
import { ThemeSwitch } from '../views/theme/ThemeSwitch.tsx';

export default function SignedOutLayout() {
  return (
    <div className="flex flex-1 flex-col items-center px-4 py-10 sm:py-16">
      <header>
        <Link to="/sign-in" aria-label="Colloquy" className="flex flex-col items-center gap-3 rounded-xl p-2">
          <span className="grid size-14 place-items-center rounded-2xl bg-rail text-rail-ink shadow-raised dark:bg-rail-raised">
            <LogoMark className="size-8" />
          </span>
        </Link>
      </header>
      <main id="main" tabIndex={-1} className="mt-4 w-full max-w-sm outline-none">
        <Outlet />
      </main>
      <footer className="mt-auto w-full max-w-64 space-y-2 pt-10">
        <ThemeSwitch />
        <LanguageSwitch />
      </footer>
    </div>
  );
}

export function ErrorBoundary() {
  return <RootErrorPage />;
}

import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Logo } from '../../views/layout/Logo.tsx';
import { ErrorPage } from './ErrorPage.tsx';

/** An error page without the signed-in frame, for failures outside it. */
export function RootErrorPage() {
  const { t } = useTranslation('frame');
  return (
    <>
      <header className="bg-rail px-4 py-3 text-rail-ink sm:px-6">
        <Link to="/conversations" aria-label={t('home')} className="inline-flex rounded-lg">
          <Logo />
        </Link>
      </header>
      <main id="main" tabIndex={-1} className="outline-none">
        <ErrorPage />
      </main>
    </>
  );
}

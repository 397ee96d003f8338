import { isRouteErrorResponse, Link, useLocation, useRouteError } from '@remix-run/react';
import { useEffect } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { reportBrowserError } from '../../data/errors/browserSentry.ts';
import { faultOfRefusal } from '../../data/requests/faultOfRefusal.ts';
import { useFaultWords } from '../../languages/faultWords.ts';
import { useRootFrame } from '../../views/layout/frame.ts';
import { Button } from '../../views/ui/Button.tsx';
import { explainedStatus } from './explanation.ts';

/** Replaces a failed page: says what happened and what to do, with a reference to quote and never a stack. */
export function ErrorPage() {
  const error = useRouteError();
  useEffect(() => reportBrowserError(error), [error]);
  const location = useLocation();
  const traceId = useRootFrame()?.traceId;
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const { t } = useTranslation('errors');
  const words = useFaultWords();
  const reason = words(isRouteErrorResponse(error) ? faultOfRefusal(error.data) : '');
  const explained = explainedStatus(status);
  const next = encodeURIComponent(location.pathname + location.search);
  return (
    <div className="mx-auto flex w-full max-w-xl flex-col items-start px-5 py-16 sm:py-24">
      <p className="tabular font-mono text-sm font-medium text-brand-ink">{status}</p>
      <h1 className="mt-2 text-2xl font-semibold tracking-[-0.02em] sm:text-3xl">
        {t(`explanations.status${explained}.title`)}
      </h1>
      <p className="mt-3 text-ink-muted">{reason || t(`explanations.status${explained}.description`)}</p>
      <div className="mt-7 flex flex-wrap gap-2">
        {status === 401 ? (
          <Button asChild variant="primary">
            <Link to={`/sign-in?next=${next}`}>{t('signIn')}</Link>
          </Button>
        ) : (
          <Button asChild variant="primary">
            <Link to="/conversations">{t('toConversations')}</Link>
          </Button>
        )}
        <Button asChild>
          <a href={location.pathname + location.search}>{t('reload')}</a>
        </Button>
      </div>
      {status >= 500 && traceId ? (
        <p className="mt-8 text-[0.8125rem] text-ink-muted">
          <Trans
            t={t}
            i18nKey="reference"
            values={{ traceId }}
            components={{ code: <code className="font-mono text-ink" /> }}
          />
        </p>
      ) : null}
    </div>
  );
}

import instrumentSans from '@fontsource-variable/instrument-sans/files/instrument-sans-latin-wght-normal.woff2?url';
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Links, Meta, Outlet, Scripts, ScrollRestoration } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { pageTitle } from './languages/pageTitle.ts';
import { requestLanguage } from './languages/requestLanguage.ts';
import { revalidateUnlessRefused } from './pages/errors/revalidateUnlessRefused.ts';
import { RootErrorPage } from './pages/errors/RootErrorPage.tsx';
import { services } from './services.server.ts';
import { DemoBanner } from './views/layout/DemoBanner.tsx';
import { type RootFrame, useRootFrame } from './views/layout/frame.ts';
import { NavigationProgress } from './views/layout/NavigationProgress.tsx';
import { RouteAnnouncer } from './views/layout/RouteAnnouncer.tsx';
import { SkipLink } from './views/layout/SkipLink.tsx';
import { useNonce } from './views/nonce/NonceContext.ts';
import stylesheet from './views/styles/tailwind.css?url';
import { readTheme } from './views/theme/theme.ts';
import { useTheme } from './views/theme/ThemeSwitch.tsx';
import { classNames } from './views/ui/classNames.ts';
import { ToastProvider } from './views/ui/Toast.tsx';
import { TooltipProvider } from './views/ui/Tooltip.tsx';

export const links: LinksFunction = () => [
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
  { rel: 'preload', href: instrumentSans, as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' },
  { rel: 'stylesheet', href: stylesheet },
];

export const shouldRevalidate = revalidateUnlessRefused;

export const meta: MetaFunction = ({ error, matches }) => [
  error ? pageTitle(matches, (t) => t('errors:title')) : { title: 'Colloquy' },
];

export function loader({ request, context }: LoaderFunctionArgs): RootFrame {
  const { environment, release } = services();
  return {
    language: requestLanguage(request.headers),
    theme: readTheme(request.headers.get('cookie')),
    demoBanner: environment.DEMO_BANNER ?? '',
    traceId: context.traceId,
    sentry: environment.SENTRY_DSN
      ? {
          dsn: environment.SENTRY_DSN,
          tracesSampleRate: environment.SENTRY_TRACES_SAMPLE_RATE,
          release,
          traceId: context.traceId,
        }
      : null,
  };
}

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce();
  const theme = useTheme();
  const { language } = useTranslation().i18n;
  const root = useRootFrame();
  return (
    <html
      lang={language}
      data-theme={theme}
      data-sentry={root?.sentry ? JSON.stringify(root.sentry) : undefined}
    >
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="theme-color" content="#13303a" />
        <Meta />
        <Links />
      </head>
      <body
        className={classNames(
          'flex min-h-dvh flex-col font-sans [--banner-height:0px]',
          root?.demoBanner && 'lg:[--banner-height:2rem]',
        )}
      >
        <SkipLink />
        {root?.demoBanner ? <DemoBanner text={root.demoBanner} /> : null}
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function App() {
  return (
    <ToastProvider>
      <TooltipProvider>
        <NavigationProgress />
        <Outlet />
        <RouteAnnouncer />
      </TooltipProvider>
    </ToastProvider>
  );
}

export function ErrorBoundary() {
  return <RootErrorPage />;
}

import { useLocation, useMatches } from '@remix-run/react';
import { browserTracingIntegration, captureException, init } from '@sentry/remix';
import { useEffect } from 'react';
import { isReportedByServer, scrubEvent } from './scrub.ts';

export type BrowserSettings = {
  dsn: string;
  tracesSampleRate: number;
  release: string;
  /** Of the request that brought the page. */
  traceId: string;
};

/**
 * Starts Sentry's SDK. A separate module that is loaded on demand; the build leaves out everything that it does
 * not import.
 */
export function startSdk({ dsn, tracesSampleRate, release, traceId }: BrowserSettings): void {
  init({
    dsn,
    tracesSampleRate,
    release,
    initialScope: { tags: { traceId } },
    sendDefaultPii: false,
    integrations: [browserTracingIntegration({ useEffect, useLocation, useMatches })],
    beforeSend: (event, hint) => (isReportedByServer(hint) ? null : scrubEvent(event)),
    beforeSendTransaction: scrubEvent,
  });
}

/** Reports an error that the SDK did not catch itself. */
export function captureError(error: unknown): void {
  captureException(error);
}

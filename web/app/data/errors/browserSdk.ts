import { useLocation, useMatches } from '@remix-run/react';
import { browserTracingIntegration, captureException, init } from '@sentry/remix';
import { useEffect } from 'react';
import { isReportedByServer, scrubEvent } from './scrub.ts';

export type BrowserSettings = { dsn: string; tracesSampleRate: number };

/** Starts Sentry's SDK. A module of its own, loaded where it is wanted: what it does not name is left out of the build. */
export function startSdk({ dsn, tracesSampleRate }: BrowserSettings): void {
  init({
    dsn,
    tracesSampleRate,
    sendDefaultPii: false,
    integrations: [browserTracingIntegration({ useEffect, useLocation, useMatches })],
    beforeSend: (event, hint) => (isReportedByServer(hint) ? null : scrubEvent(event)),
    beforeSendTransaction: scrubEvent,
  });
}

/** Reports an error that the SDK did not see itself. */
export function captureError(error: unknown): void {
  captureException(error);
}

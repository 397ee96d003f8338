import { browserTracingIntegration, init } from '@sentry/remix';
import { useLocation, useMatches } from '@remix-run/react';
import { useEffect } from 'react';
import { isReportedByServer, scrubEvent } from './scrub.ts';

type BrowserSettings = { dsn: string; tracesSampleRate: number };

/** Starts reporting from the browser where the server says where to; does nothing where it does not. */
export function startBrowserSentry(settings: string | undefined): void {
  if (settings === undefined) return;
  const { dsn, tracesSampleRate } = JSON.parse(settings) as BrowserSettings;
  init({
    dsn,
    tracesSampleRate,
    sendDefaultPii: false,
    integrations: [browserTracingIntegration({ useEffect, useLocation, useMatches })],
    beforeSend: (event, hint) => (isReportedByServer(hint) ? null : scrubEvent(event)),
    beforeSendTransaction: scrubEvent,
  });
}

import type * as SentryRemix from '@sentry/remix';
import { useLocation, useMatches } from '@remix-run/react';
import { useEffect } from 'react';
import { isReportedByServer, scrubEvent } from './scrub.ts';

type Sdk = typeof SentryRemix;

type BrowserSettings = { dsn: string; tracesSampleRate: number };

let started: Promise<Sdk> | undefined;

/** Starts reporting from the browser where the server says where to; else it does nothing, and loads nothing. */
export function startBrowserSentry(settings: string | undefined): void {
  if (settings === undefined) return;
  started = start(JSON.parse(settings) as BrowserSettings);
}

/** Reports what an error page shows. */
export function reportBrowserError(error: unknown): void {
  void started?.then((sdk) => sdk.captureException(error));
}

async function start({ dsn, tracesSampleRate }: BrowserSettings): Promise<Sdk> {
  const sdk = await import('@sentry/remix');
  sdk.init({
    dsn,
    tracesSampleRate,
    sendDefaultPii: false,
    integrations: [sdk.browserTracingIntegration({ useEffect, useLocation, useMatches })],
    beforeSend: (event, hint) => (isReportedByServer(hint) ? null : scrubEvent(event)),
    beforeSendTransaction: scrubEvent,
  });
  return sdk;
}

import * as Sentry from '@sentry/node';

export interface SentrySettings {
  SENTRY_DSN?: string | undefined;
  SENTRY_TRACES_SAMPLE_RATE: number;
  NODE_ENV: string;
}

/** Reports go where the DSN says; without one this does nothing. Prompts, messages and headers never go along. */
export function startSentry(settings: SentrySettings, process: string): void {
  if (settings.SENTRY_DSN === undefined) return;
  Sentry.init({
    dsn: settings.SENTRY_DSN,
    environment: settings.NODE_ENV,
    tracesSampleRate: settings.SENTRY_TRACES_SAMPLE_RATE,
    sendDefaultPii: false,
    initialScope: { tags: { process } },
    beforeBreadcrumb: (breadcrumb) => (breadcrumb.category === 'console' ? null : breadcrumb),
  });
}

/** Reports an error with ids by which it is found again. */
export function reportError(error: unknown, ids: Record<string, string | number>): void {
  Sentry.captureException(error, { tags: ids });
}

/** Waits until what was reported has left, two seconds at most. */
export async function flushSentry(): Promise<void> {
  await Sentry.flush(2_000);
}

import type * as SentryNode from '@sentry/node';
import { traceOfLine } from './tracing/currentTrace.ts';
import { releaseOf } from './version.ts';

export interface SentrySettings {
  SENTRY_DSN?: string | undefined;
  SENTRY_TRACES_SAMPLE_RATE: number;
  NODE_ENV: string;
  COLLOQUY_COMMIT?: string | undefined;
}

/** Loaded only if there is a DSN: it takes some forty megabytes. */
let sentry: typeof SentryNode | null = null;

/** Reports go where the DSN says; without one this does nothing. Prompts, messages and headers never go along. */
export async function startSentry(settings: SentrySettings, process: string): Promise<void> {
  if (settings.SENTRY_DSN === undefined) return;
  sentry = await import('@sentry/node');
  sentry.init({
    dsn: settings.SENTRY_DSN,
    environment: settings.NODE_ENV,
    release: releaseOf(settings),
    tracesSampleRate: settings.SENTRY_TRACES_SAMPLE_RATE,
    sendDefaultPii: false,
    // Nothing that we call belongs to us: models and tools learn nothing of our reports.
    tracePropagationTargets: [],
    initialScope: { tags: { process } },
    beforeBreadcrumb: (breadcrumb) => (breadcrumb.category === 'console' ? null : breadcrumb),
  });
}

/** Reports an error with the ids by which it can be found, the trace's among them. */
export function reportError(error: unknown, ids: Record<string, string | number>): void {
  sentry?.captureException(error, { tags: { ...ids, ...traceOfLine() } });
}

/** Waits until what was reported has left, two seconds at most. */
export async function flushSentry(): Promise<void> {
  await sentry?.flush(2_000);
}

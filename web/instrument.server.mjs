// Loaded before everything else (`node --import ./web/instrument.server.mjs web/server.ts`): Sentry has to see modules
// load to trace them. Without a DSN it does nothing. What is wrong in the environment web/server.ts says.
import * as Sentry from '@sentry/remix';
import { InvalidEnvironmentError, readEnvironment } from '../platform/environment.ts';
import { traceOfLine } from '../platform/tracing/currentTrace.ts';
import { releaseOf } from '../platform/version.ts';
import { scrubEvent } from './app/data/errors/scrub.ts';

function environmentOrNothing() {
  try {
    return readEnvironment(process.env);
  } catch (error) {
    if (error instanceof InvalidEnvironmentError) return undefined;
    throw error;
  }
}

/** What is reported, with the trace that it belongs to: the reference that people quote. */
function reported(event) {
  return { ...scrubEvent(event), tags: { ...event.tags, ...traceOfLine() } };
}

const environment = environmentOrNothing();

if (environment?.SENTRY_DSN) {
  Sentry.init({
    dsn: environment.SENTRY_DSN,
    environment: environment.NODE_ENV,
    release: releaseOf(environment),
    tracesSampleRate: environment.SENTRY_TRACES_SAMPLE_RATE,
    sendDefaultPii: false,
    // Nothing that we call belongs to us.
    tracePropagationTargets: [],
    beforeSend: reported,
    beforeSendTransaction: reported,
  });
}

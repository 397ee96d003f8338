// Loaded before everything else (`node --import ./web/instrument.server.mjs web/server.ts`): Sentry has to see modules
// load to trace them. Without a DSN it does nothing. What is wrong in the environment web/server.ts says.
import * as Sentry from '@sentry/remix';
import { InvalidEnvironmentError, readEnvironment } from '../platform/environment.ts';
import { scrubEvent } from './app/data/errors/scrub.ts';

function environmentOrNothing() {
  try {
    return readEnvironment(process.env);
  } catch (error) {
    if (error instanceof InvalidEnvironmentError) return undefined;
    throw error;
  }
}

const environment = environmentOrNothing();

if (environment?.SENTRY_DSN) {
  Sentry.init({
    dsn: environment.SENTRY_DSN,
    environment: environment.NODE_ENV,
    tracesSampleRate: environment.SENTRY_TRACES_SAMPLE_RATE,
    sendDefaultPii: false,
    beforeSend: scrubEvent,
    beforeSendTransaction: scrubEvent,
  });
}

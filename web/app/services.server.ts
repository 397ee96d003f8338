import type { Client } from '@temporalio/client';
import { createDatabase, type Database } from '../../platform/database.ts';
import { type Environment, InvalidEnvironmentError, readEnvironment } from '../../platform/environment.ts';
import { createLogger, type Logger } from '../../platform/logger.ts';
import { lazyTemporal } from '../../platform/temporal.ts';
import { type Auth, createAuth } from './data/accounts/createAuth.server.ts';
import { createMarkdownPool, type MarkdownPool } from './data/texts/markdownPool.server.ts';

/** What the web process is made of. */
export type Services = {
  environment: Environment;
  /** The address under which browsers reach the app. */
  appUrl: string;
  logger: Logger;
  database: Database;
  /** Connects on first use: a page that needs no Temporal renders without. */
  temporal: Client;
  auth: Auth;
  markdown: MarkdownPool;
  /** Aborts when the process is asked to end: whoever holds a stream open ends it then. */
  stopping: AbortSignal;
  /** Raises `stopping`. */
  endStreams: () => void;
  /** Closes what holds connections, after the last request. */
  close: () => Promise<void>;
};

const KEY = Symbol.for('colloquy.web.services');

/**
 * The services of this process, composed at the first call. Kept on globalThis: the server, its built routes and a
 * module that Vite has loaded anew must not each open a pool of their own.
 */
export function services(): Services {
  const holder = globalThis as { [KEY]?: Services };
  holder[KEY] ??= compose();
  return holder[KEY];
}

function compose(): Services {
  const environment = readEnvironment(process.env);
  if (environment.SESSION_SECRET === undefined) {
    throw new InvalidEnvironmentError(
      'The environment is not usable:\n  SESSION_SECRET: must be set for the web server',
    );
  }
  const appUrl = environment.APP_URL ?? `http://${environment.HOST}:${environment.PORT}`;
  const logger = createLogger({ process: 'web', level: environment.LOG_LEVEL });
  const database = createDatabase(environment.DATABASE_URL);
  const temporal = lazyTemporal(environment);
  const auth = createAuth({
    database,
    logger,
    appUrl,
    secret: environment.SESSION_SECRET,
    openSignUp: environment.OPEN_SIGN_UP,
  });
  const markdown = createMarkdownPool();
  const stop = new AbortController();
  return {
    environment,
    appUrl,
    logger,
    database,
    temporal,
    auth,
    markdown,
    stopping: stop.signal,
    endStreams: () => stop.abort(),
    close: async () => {
      // Temporal's connection ends with the process: closed before, a call that its client still repeats would throw.
      await Promise.all([database.$disconnect(), markdown.close()]);
    },
  };
}

import type { Client } from '@temporalio/client';
import { appUrlOf } from '../../platform/appUrl.ts';
import { type BackupStatus, createBackupStatus } from '../../platform/backupStatus.ts';
import { bundlePath } from '../../platform/bundlePath.ts';
import { createDatabase, type Database } from '../../platform/database.ts';
import { type Build, buildOf } from '../../platform/deployments/build.ts';
import { type Environment, readWebEnvironment } from '../../platform/environment.ts';
import type { KnowledgeStore } from '../../platform/knowledge/knowledgeStore.ts';
import { openKnowledgeStore } from '../../platform/knowledge/openKnowledgeStore.ts';
import { createLogger, type Logger } from '../../platform/logger.ts';
import { lazyTemporal } from '../../platform/temporal.ts';
import { releaseOf } from '../../platform/version.ts';
import { createReplayer, type Replayer } from '../../replay/replayer.ts';
import { type Auth, createAuth } from './data/accounts/createAuth.server.ts';
import { createMarkdownPool, type MarkdownPool } from './data/texts/markdownPool.server.ts';

/** The services of the web process. */
export type Services = {
  environment: Environment;
  /** The address that browsers use for the app. */
  appUrl: string;
  logger: Logger;
  /** By which reports of errors know this build. */
  release: string;
  database: Database;
  knowledge: KnowledgeStore;
  /** Connects on first use: pages that don't need Temporal work without it. */
  temporal: Client;
  auth: Auth;
  markdown: MarkdownPool;
  /** The build whose workflow code is here; undefined: the workers belong to no deployment. */
  build: Build | undefined;
  /** The newest backup and the last drill; null: nobody has said where backups are. Rejects if they can't be read. */
  readBackups: () => Promise<BackupStatus | null>;
  /** Replays histories, in processes of their own. */
  replayer: Replayer;
  /** Aborts when the process is asked to stop: open streams end then. */
  stopping: AbortSignal;
  /** Triggers `stopping`. */
  endStreams: () => void;
  /** Closes connections, after the last request. */
  close: () => Promise<void>;
};

const KEY = Symbol.for('colloquy.web.services');

/**
 * The services of this process, created at the first call. Kept on globalThis, so that the server, its built
 * routes and modules reloaded by Vite share one pool.
 */
export function services(): Services {
  const holder = globalThis as { [KEY]?: Services };
  holder[KEY] ??= compose();
  return holder[KEY];
}

function compose(): Services {
  const environment = readWebEnvironment(process.env);
  const appUrl = appUrlOf(environment);
  const logger = createLogger({ process: 'web', level: environment.LOG_LEVEL });
  const database = createDatabase(environment.DATABASE_URL);
  const knowledge = openKnowledgeStore(environment, { poolSize: 4 });
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
    release: releaseOf(environment),
    database,
    knowledge,
    temporal,
    auth,
    markdown,
    build: buildOf(environment, bundlePath),
    readBackups: createBackupStatus(process.env, () => performance.now()),
    replayer: createReplayer(stop.signal),
    stopping: stop.signal,
    endStreams: () => stop.abort(),
    close: async () => {
      // Temporal's connection ends with the process: if it were closed earlier, a call that its client is still
      // retrying would throw.
      await Promise.all([database.$disconnect(), knowledge.close(), markdown.close()]);
    },
  };
}

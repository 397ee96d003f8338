import { createServer } from 'node:http';
import { resolve } from 'node:path';
import { InvalidEnvironmentError } from '../platform/environment.ts';
import { watchEventLoop } from '../platform/eventLoopDelay.ts';
import { reportError } from '../platform/sentry.ts';
import { outliveStrayErrors } from '../platform/strayErrors.ts';
import { type Services, services } from './app/services.server.ts';
import { createApp } from './createApp.ts';
import { loadDevelopmentBuild, loadProductionBuild } from './http/loadBuild.ts';

/** How long requests under way may take to end once the process is asked to stop. */
const SHUTDOWN_GRACE_MS = 8_000;

function servicesOrExit(): Services {
  try {
    return services();
  } catch (error) {
    if (!(error instanceof InvalidEnvironmentError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

const composed = servicesOrExit();
const { environment, logger, appUrl } = composed;
outliveStrayErrors(logger, reportError);
watchEventLoop(logger);
const root = resolve(import.meta.dirname, '..');
const loadBuild = environment.NODE_ENV === 'development' ? loadDevelopmentBuild : loadProductionBuild;
const guard = { logger, temporalAddress: environment.TEMPORAL_ADDRESS };
const server = createServer(createApp({ ...composed, ...(await loadBuild(root, guard)) }));

server.once('error', (error) => {
  logger.fatal({ err: error }, `the web server can't listen on ${environment.HOST}:${environment.PORT}`);
  process.exit(1);
});
server.listen(environment.PORT, environment.HOST, () => {
  logger.info({ host: environment.HOST, port: environment.PORT, url: appUrl }, 'web server listening');
});

async function stop(signal: NodeJS.Signals): Promise<void> {
  logger.info({ signal }, 'web server stopping');
  const closed = new Promise<void>((done) => server.close(() => done()));
  composed.endStreams();
  server.closeIdleConnections();
  setTimeout(() => server.closeAllConnections(), SHUTDOWN_GRACE_MS).unref();
  await closed;
  await composed.close();
  logger.info('web server stopped');
  process.exit(0);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void stop(signal));
}

import { createServer } from 'node:http';
import { resolve } from 'node:path';
import { InvalidEnvironmentError } from '../platform/environment.ts';
import { watchEventLoop } from '../platform/eventLoopDelay.ts';
import { measureProcess } from '../platform/metrics/processMetrics.ts';
import { metricsRegistry } from '../platform/metrics/registry.ts';
import { reportError } from '../platform/sentry.ts';
import { outliveStrayErrors } from '../platform/strayErrors.ts';
import { closeTracer } from '../platform/tracing/spans.ts';
import { startTracing } from '../platform/tracing/startTracing.ts';
import { type Services, services } from './app/services.server.ts';
import { createApp } from './createApp.ts';
import { metrics } from './http/httpMetrics.ts';
import { loadDevelopmentBuild, loadProductionBuild } from './http/loadBuild.ts';
import { measureInstallation } from './metrics/installationMetrics.ts';

/** How long requests in progress may take to finish once the process is asked to stop. */
const SHUTDOWN_GRACE_MS = 8_000;

/** How often connections are looked through for those that have nothing more to carry, while the process stops. */
const SWEEP_MS = 200;

/** Longer than proxies keep a connection without requests (60 s): one that we close first may just be carrying one. */
const KEEP_ALIVE_MS = 65_000;

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
await startTracing(environment, 'web', logger);
const root = resolve(import.meta.dirname, '..');
const loadBuild = environment.NODE_ENV === 'development' ? loadDevelopmentBuild : loadProductionBuild;
const guard = { logger, temporalAddress: environment.TEMPORAL_ADDRESS };
const server = createServer(createApp({ ...composed, ...(await loadBuild(root, guard)) }));
server.keepAliveTimeout = KEEP_ALIVE_MS;

const { database, temporal } = composed;
if (environment.METRICS_PORT !== undefined || environment.METRICS_TOKEN !== undefined) {
  measureProcess({ process: 'web', commit: environment.COLLOQUY_COMMIT, pool: database.$pool });
  measureInstallation({
    registry: metricsRegistry,
    database,
    temporal,
    taskQueue: environment.TASK_QUEUE,
    now: () => performance.now(),
  });
}
/** For those who reach this port: the private network, or nobody. */
const metricsServer = createServer((request, response) => {
  if (request.url?.split('?')[0] === '/metrics') metrics(environment.METRICS_TOKEN)(request, response);
  else response.writeHead(404).end();
});
if (environment.METRICS_PORT !== undefined) {
  const port = environment.METRICS_PORT;
  metricsServer.once('error', (error) => {
    logger.error({ err: error }, `/metrics can't listen on ${environment.HOST}:${String(port)}`);
  });
  metricsServer.listen(port, environment.HOST);
}

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
  metricsServer.close();
  // What is still answered is the last of its connection; those of streams, which have just ended, are closed one by one.
  server.prependListener('request', (_request, response) => response.setHeader('connection', 'close'));
  server.closeIdleConnections();
  setInterval(() => server.closeIdleConnections(), SWEEP_MS).unref();
  setTimeout(() => server.closeAllConnections(), SHUTDOWN_GRACE_MS).unref();
  await closed;
  await composed.close();
  await closeTracer();
  logger.info('web server stopped');
  process.exit(0);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void stop(signal));
}

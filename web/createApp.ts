import { createRequestHandler } from '@remix-run/express';
import express, { type Express } from 'express';
import { REPLAY_LIMITS } from '../replay/limits.ts';
import { IMAGE_MAX_BYTES } from '../workflows/contracts/taskInput.ts';
import { IMPORT_MAX_BYTES } from '../workflows/domain/knowledge/importLimits.ts';
import { createApi } from './api/createApi.ts';
import type { Services } from './app/services.server.ts';
import { emptyDocumentTexts } from './app/views/text/documentTexts.ts';
import { bodyLimit } from './http/bodyLimit.ts';
import { clientAddress } from './http/clientAddress.ts';
import { compressResponses } from './http/compressResponses.ts';
import { crossOrigin } from './http/crossOrigin.ts';
import { httpLog } from './http/httpLog.ts';
import { httpMetrics, metrics } from './http/httpMetrics.ts';
import { lastResort } from './http/lastResort.ts';
import type { LoadedBuild } from './http/loadBuild.ts';
import type { Locals } from './http/locals.ts';
import { refuseForeignRequests } from './http/refuseForeignRequests.ts';
import { refuseUnaddressed } from './http/refuseUnaddressed.ts';
import { requestId } from './http/requestId.ts';
import { routeNames } from './http/routeNames.ts';
import { securityHeaders } from './http/securityHeaders.ts';
import { traceRequests } from './http/traceRequests.ts';
import { webhookReceiver } from './http/webhookReceiver.ts';

const BODY_LIMIT_BYTES = 1024 * 1024;
/** Forms that accept an image beside their text. */
const IMAGE_FORMS: ReadonlySet<string> = new Set(['/conversations/new', '/conversations/new.data']);
const IMAGE_FORM_LIMIT_BYTES = IMAGE_MAX_BYTES + BODY_LIMIT_BYTES;
/** Documents for a collection. They are written to storage as they arrive. */
const IMPORT_FORM = /^[/]knowledge[/][^/]+[/]import([.]data)?$/;
const IMPORT_FORM_LIMIT_BYTES = IMPORT_MAX_BYTES + BODY_LIMIT_BYTES;
/** A history to replay, which a process of its own reads. */
const REPLAY_FORM = /^[/]replay([.]data)?$/;

export type AppParts = Pick<Services, 'environment' | 'appUrl' | 'logger'> & LoadedBuild;

/** The HTTP side of the app: the steps that every request passes before Remix sees it, in this order. */
export function createApp({ environment, appUrl, logger, files, build }: AppParts): Express {
  const { TRUST_PROXY, FRONT_DOOR_KEY, CORS_ORIGINS, SENTRY_DSN, NODE_ENV } = environment;
  const development = NODE_ENV === 'development';
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', TRUST_PROXY === undefined ? false : TRUST_PROXY.split(/[\s,]+/));
  app.set('query parser', false);

  app.use(requestId);
  const nameOf = nameOfRoute(build);
  app.use(traceRequests(nameOf));
  app.use(httpMetrics(nameOf));
  app.use(httpLog(logger));
  app.use(clientAddress({ behindProxy: TRUST_PROXY !== undefined, frontDoorKey: FRONT_DOOR_KEY }));
  app.use(...securityHeaders({ sentryDsn: SENTRY_DSN, development, https: appUrl.startsWith('https://') }));
  if (environment.METRICS_TOKEN !== undefined) app.get('/metrics', metrics(environment.METRICS_TOKEN));
  app.use(compressResponses());
  app.use('/api/v1', crossOrigin(CORS_ORIGINS));
  app.use('/api/v1', createApi({ logger, temporalAddress: environment.TEMPORAL_ADDRESS }));
  app.use('/webhooks', webhookReceiver({ logger }));
  app.use(...files);
  app.use(bodyLimit(bodyLimitOf));
  app.use(refuseForeignRequests(appUrl));
  app.use(refuseUnaddressed);
  const remix = createRequestHandler({
    build,
    mode: NODE_ENV,
    getLoadContext(request, response) {
      const { requestId, traceId, nonce, refusal } = response.locals as Locals;
      // If a browser requests data alone (single fetch), no document is rendered.
      const texts = request.path.endsWith('.data') ? null : emptyDocumentTexts();
      return { requestId, traceId, nonce, refusal, bufferedBytes: () => response.writableLength, texts };
    },
  });
  app.all('*', (request, response, next) => void remix(request, response, next));
  app.use(lastResort(logger));
  return app;
}

/** Names paths by the routes of the build; in development by those of the first one. */
function nameOfRoute(build: LoadedBuild['build']): (path: string) => Promise<string> {
  let names: Promise<(path: string) => string> | undefined;
  const read = async () => {
    const { routes } = typeof build === 'function' ? await build() : build;
    return routeNames(Object.values(routes).flatMap((route) => (route === undefined ? [] : [route])));
  };
  return async (path) => (await (names ??= read()))(path);
}

function bodyLimitOf(path: string): number {
  if (IMPORT_FORM.test(path)) return IMPORT_FORM_LIMIT_BYTES;
  if (REPLAY_FORM.test(path)) return REPLAY_LIMITS.mostBytes + BODY_LIMIT_BYTES;
  return IMAGE_FORMS.has(path) ? IMAGE_FORM_LIMIT_BYTES : BODY_LIMIT_BYTES;
}

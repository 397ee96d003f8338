import { createRequestHandler } from '@remix-run/express';
import express, { type Express } from 'express';
import { IMAGE_MAX_BYTES } from '../workflows/contracts/taskInput.ts';
import { createApi } from './api/createApi.ts';
import type { Services } from './app/services.server.ts';
import { emptyDocumentTexts } from './app/views/text/documentTexts.ts';
import { bodyLimit } from './http/bodyLimit.ts';
import { clientAddress } from './http/clientAddress.ts';
import { compressResponses } from './http/compressResponses.ts';
import { httpLog } from './http/httpLog.ts';
import { lastResort } from './http/lastResort.ts';
import type { LoadedBuild } from './http/loadBuild.ts';
import type { Locals } from './http/locals.ts';
import { refuseForeignRequests } from './http/refuseForeignRequests.ts';
import { requestId } from './http/requestId.ts';
import { securityHeaders } from './http/securityHeaders.ts';

const BODY_LIMIT_BYTES = 1024 * 1024;
/** Forms that take an image beside their text. */
const IMAGE_FORMS: ReadonlySet<string> = new Set(['/conversations/new', '/conversations/new.data']);
const IMAGE_FORM_LIMIT_BYTES = IMAGE_MAX_BYTES + BODY_LIMIT_BYTES;

export type AppParts = Pick<Services, 'environment' | 'appUrl' | 'logger'> & LoadedBuild;

/** The HTTP side of the app: what every request goes through before Remix sees it, in this order. */
export function createApp({ environment, appUrl, logger, files, build }: AppParts): Express {
  const { TRUST_PROXY, SENTRY_DSN, NODE_ENV } = environment;
  const development = NODE_ENV === 'development';
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', TRUST_PROXY === undefined ? false : TRUST_PROXY.split(/[\s,]+/));
  app.set('query parser', false);

  app.use(requestId);
  app.use(httpLog(logger));
  app.use(clientAddress({ behindProxy: TRUST_PROXY !== undefined }));
  app.use(...securityHeaders({ sentryDsn: SENTRY_DSN, development, https: appUrl.startsWith('https://') }));
  app.use(compressResponses());
  app.use('/api/v1', createApi({ logger, temporalAddress: environment.TEMPORAL_ADDRESS }));
  app.use(...files);
  app.use(bodyLimit((path) => (IMAGE_FORMS.has(path) ? IMAGE_FORM_LIMIT_BYTES : BODY_LIMIT_BYTES)));
  app.use(refuseForeignRequests(appUrl));
  const remix = createRequestHandler({
    build,
    mode: NODE_ENV,
    getLoadContext(request, response) {
      const { requestId, nonce, refusal } = response.locals as Locals;
      // Where a browser asks for data alone (single fetch), no document is drawn.
      const texts = request.path.endsWith('.data') ? null : emptyDocumentTexts();
      return { requestId, nonce, refusal, bufferedBytes: () => response.writableLength, texts };
    },
  });
  app.all('*', (request, response, next) => void remix(request, response, next));
  app.use(lastResort(logger));
  return app;
}

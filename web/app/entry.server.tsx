import { PassThrough } from 'node:stream';
import {
  type AppLoadContext,
  createReadableStreamFromReadable,
  type EntryContext,
  type HandleErrorFunction,
} from '@remix-run/node';
import { isRouteErrorResponse, RemixServer } from '@remix-run/react';
import { wrapHandleErrorWithSentry } from '@sentry/remix';
import { isbot } from 'isbot';
import { renderToPipeableStream } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { addAllLanguages } from './languages/allLanguages.server.ts';
import { languageOfLoaderData } from './languages/pageLanguage.ts';
import { translatorOf } from './languages/translator.ts';
import { services } from './services.server.ts';
import { NonceContext } from './views/nonce/NonceContext.ts';
import { DocumentTextsContext } from './views/text/DocumentTextsContext.ts';

addAllLanguages();

/** How long deferred loaders may keep a page's stream open. */
export const streamTimeout = 10_000;

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { nonce, requestId, texts }: AppLoadContext,
): Promise<Response> {
  const { loaderData } = remixContext.staticHandlerContext;
  const translator = translatorOf(languageOfLoaderData((routeId) => loaderData[routeId]));
  const wholePageFirst = isbot(request.headers.get('user-agent'));
  return new Promise((resolve, reject) => {
    let shellRendered = false;
    let renderFailed = false;
    const respond = () => {
      shellRendered = true;
      const body = new PassThrough();
      headers.set('content-type', 'text/html; charset=utf-8');
      headers.set('content-language', translator.language);
      headers.append('vary', 'accept-language, cookie');
      headers.set('cache-control', 'no-store');
      resolve(
        new Response(createReadableStreamFromReadable(body), {
          headers,
          status: renderFailed ? 500 : status,
        }),
      );
      stream.pipe(body);
    };
    const stream = renderToPipeableStream(
      <NonceContext.Provider value={nonce}>
        <DocumentTextsContext.Provider value={texts}>
          <I18nextProvider i18n={translator}>
            <RemixServer context={remixContext} url={request.url} nonce={nonce} />
          </I18nextProvider>
        </DocumentTextsContext.Provider>
      </NonceContext.Provider>,
      {
        nonce,
        ...(wholePageFirst ? { onAllReady: respond } : { onShellReady: respond }),
        onShellError: reject,
        onError(error) {
          renderFailed = true;
          if (shellRendered) services().logger.error({ err: error, requestId }, 'rendering failed');
        },
      },
    );
    setTimeout(() => stream.abort(), streamTimeout + 1_000).unref();
  });
}

const report = wrapHandleErrorWithSentry(() => undefined);

export const handleError: HandleErrorFunction = (error, args) => {
  // Remix's own refusals (no such route or method) are responses, not errors.
  if (args.request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return;
  const path = new URL(args.request.url).pathname;
  services().logger.error({ err: error, requestId: args.context.requestId, path }, 'request failed');
  report(error, args);
};

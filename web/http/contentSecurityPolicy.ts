import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HelmetOptions } from 'helmet';
import type { AppResponse } from './locals.ts';

export type ContentSecurityPolicyOptions = {
  /** Where the browser may report errors to, if anywhere. */
  sentryDsn?: string | undefined;
  /** The development server adds style tags without a nonce and talks over a socket. */
  development?: boolean;
};

/**
 * Helmet's options for the policy: nothing is loaded from elsewhere, and only scripts run that carry the answer's
 * nonce (`response.locals.nonce`).
 */
export function contentSecurityPolicy({ sentryDsn, development = false }: ContentSecurityPolicyOptions) {
  const connect = [
    "'self'",
    ...(sentryDsn ? [new URL(sentryDsn).origin] : []),
    ...(development ? ['ws:'] : []),
  ];
  return {
    useDefaults: false,
    directives: {
      'default-src': ["'self'"],
      'script-src': ["'self'", nonceOf, "'strict-dynamic'"],
      'script-src-attr': ["'none'"],
      'style-src': ["'self'", development ? "'unsafe-inline'" : nonceOf],
      'img-src': ["'self'", 'data:'],
      'font-src': ["'self'"],
      'connect-src': connect,
      'object-src': ["'none'"],
      'frame-src': ["'none'"],
      'frame-ancestors': ["'none'"],
      'worker-src': ["'self'"],
      'manifest-src': ["'self'"],
      'base-uri': ["'self'"],
      'form-action': ["'self'"],
    },
  } satisfies HelmetOptions['contentSecurityPolicy'];
}

function nonceOf(_request: IncomingMessage, response: ServerResponse): string {
  return `'nonce-${(response as AppResponse).locals.nonce}'`;
}

import { randomBytes } from 'node:crypto';
import type { NextFunction, Request, RequestHandler } from 'express';
import helmet from 'helmet';
import { contentSecurityPolicy } from './contentSecurityPolicy.ts';
import type { AppResponse } from './locals.ts';

export type SecurityHeaderOptions = {
  sentryDsn?: string | undefined;
  development: boolean;
  /** The app is reached over TLS: browsers are told never to connect without it. */
  https: boolean;
};

/** The headers of every answer, with a nonce of its own. */
export function securityHeaders({ sentryDsn, development, https }: SecurityHeaderOptions): RequestHandler[] {
  return [
    nonce as RequestHandler,
    helmet({
      contentSecurityPolicy: contentSecurityPolicy({ sentryDsn, development }),
      xFrameOptions: { action: 'deny' },
      // Not `no-referrer`: with it browsers send `Origin: null`, and every form would be refused.
      referrerPolicy: { policy: 'same-origin' },
      strictTransportSecurity: https && { maxAge: 31_536_000, includeSubDomains: false },
    }),
    permissionsPolicy,
  ];
}

function nonce(_request: Request, response: AppResponse, next: NextFunction): void {
  response.locals.nonce = randomBytes(18).toString('base64');
  next();
}

/** Helmet leaves this header to the app. */
const permissionsPolicy: RequestHandler = (_request, response, next) => {
  response.setHeader('permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()');
  next();
};

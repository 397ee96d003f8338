import { randomBytes } from 'node:crypto';
import type { NextFunction, Request } from 'express';
import { contentSecurityPolicy } from './contentSecurityPolicy.ts';
import type { AppResponse } from './locals.ts';

export type SecurityHeaderOptions = {
  sentryDsn?: string | undefined;
  development: boolean;
  /** The app is reached over TLS: browsers are told never to try without. */
  https: boolean;
};

/** The headers that every answer carries, with a nonce of its own. */
export function securityHeaders({ sentryDsn, development, https }: SecurityHeaderOptions) {
  return (_request: Request, response: AppResponse, next: NextFunction): void => {
    const nonce = randomBytes(18).toString('base64');
    response.locals.nonce = nonce;
    response.setHeader('content-security-policy', contentSecurityPolicy({ nonce, sentryDsn, development }));
    response.setHeader('x-content-type-options', 'nosniff');
    response.setHeader('x-frame-options', 'DENY');
    // Not `no-referrer`: with it browsers send `Origin: null`, and every form would be refused.
    response.setHeader('referrer-policy', 'same-origin');
    response.setHeader('permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()');
    response.setHeader('cross-origin-opener-policy', 'same-origin');
    response.setHeader('cross-origin-resource-policy', 'same-origin');
    if (https) response.setHeader('strict-transport-security', 'max-age=31536000');
    next();
  };
}

import type { NextFunction, Request } from 'express';
import { fault } from '../app/languages/fault.ts';
import type { AppResponse } from './locals.ts';
import { isSafeMethod, isSameOrigin } from './sameOrigin.ts';

/** better-auth checks the origin of its requests itself, and refuses those without one. */
const JUDGED_AGAIN = /^\/api\/auth\//;

/**
 * Marks requests that a page of another site has made a browser send (CSRF); guardRoutes turns the mark into a 403.
 * After the check the Origin header is removed: Remix would compare it with Host alone, which behind a proxy is not
 * the app's address, and answer with a 500.
 */
export function refuseForeignRequests(appUrl: string) {
  return (request: Request, response: AppResponse, next: NextFunction): void => {
    if (isSafeMethod(request.method)) return next();
    if (!isSameOrigin({ headers: request.headers, appUrl })) {
      response.locals.refusal ??= { status: 403, fault: fault('errors:faults.foreignForm') };
    }
    if (!JUDGED_AGAIN.test(request.path)) delete request.headers.origin;
    next();
  };
}

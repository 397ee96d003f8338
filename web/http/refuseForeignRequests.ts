import type { NextFunction, Request } from 'express';
import type { AppResponse } from './locals.ts';
import { isSafeMethod, isSameOrigin } from './sameOrigin.ts';

const REASON =
  'This form was not sent from a page of this app, so nothing was done. Open the page here, and send it again.';

/** Marks what another site's page has made a browser send (CSRF). guardRoutes turns it into a 403. */
export function refuseForeignRequests(appUrl: string) {
  return (request: Request, response: AppResponse, next: NextFunction): void => {
    if (!isSafeMethod(request.method) && !isSameOrigin({ headers: request.headers, appUrl })) {
      response.locals.refusal ??= { status: 403, reason: REASON };
    }
    next();
  };
}

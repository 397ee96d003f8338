import type { NextFunction, Request } from 'express';
import type { Logger } from '../../platform/logger.ts';
import type { AppResponse } from './locals.ts';

/** What no page could be rendered for: logged, and answered in plain text with the request's id. */
export function lastResort(logger: Logger) {
  // Express knows an error handler by its four parameters.
  return (error: unknown, _request: Request, response: AppResponse, next: NextFunction): void => {
    const { requestId } = response.locals;
    logger.error({ err: error, requestId }, 'request failed outside of the app');
    if (response.headersSent) return next(error);
    response
      .status(500)
      .type('text/plain')
      .send(`Something went wrong on our side. It has been recorded.\nRequest id: ${requestId}\n`);
  };
}

import type { NextFunction, Request } from 'express';
import type { Logger } from '../../platform/logger.ts';
import type { AppResponse } from './locals.ts';

/**
 * Handles errors for which no page could be rendered: they are logged, and answered in plain text with a reference
 * to quote.
 */
export function lastResort(logger: Logger) {
  // Express recognises an error handler by its four parameters.
  return (error: unknown, _request: Request, response: AppResponse, next: NextFunction): void => {
    const { requestId, traceId } = response.locals;
    const status = statusOf(error);
    // What was to be kept for a year was the file, not the refusal of a part that it doesn't have.
    if (!response.headersSent) response.setHeader('cache-control', 'no-store');
    if (status !== 500 && !response.headersSent) {
      response.status(status).type('text/plain').send(`This request can't be read.\nReference: ${traceId}\n`);
      return;
    }
    logger.error({ err: error, requestId, traceId }, 'request failed outside of the app');
    if (response.headersSent) return next(error);
    response
      .status(500)
      .type('text/plain')
      .send(`Something went wrong on our side. It has been recorded.\nReference: ${traceId}\n`);
  };
}

/** Express marks what is wrong with a request (an address that can't be decoded) by a status; all else is our fault. */
function statusOf(error: unknown): number {
  const status = error instanceof Error && 'status' in error ? error.status : undefined;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}

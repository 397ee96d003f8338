import type { NextFunction, Request } from 'express';
import type { Logger } from '../../platform/logger.ts';
import type { AppResponse } from './locals.ts';

/** One line for each request: its path without the query (tokens stand there), never a header or a body. */
export function httpLog(logger: Logger) {
  return (request: Request, response: AppResponse, next: NextFunction): void => {
    const startedAtMs = performance.now();
    response.once('close', () => {
      const line = {
        requestId: response.locals.requestId,
        method: request.method,
        path: request.originalUrl.split('?', 1)[0],
        status: response.statusCode,
        durationMs: Math.round(performance.now() - startedAtMs),
        ...(response.writableFinished ? {} : { aborted: true }),
      };
      // Asked every few seconds by whoever watches us.
      if (line.path === '/health') logger.debug(line, 'request');
      else if (response.statusCode >= 500) logger.warn(line, 'request');
      else logger.info(line, 'request');
    });
    next();
  };
}

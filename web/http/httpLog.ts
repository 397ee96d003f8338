import type { Request } from 'express';
import { type HttpLogger, pinoHttp } from 'pino-http';
import type { Logger } from '../../platform/logger.ts';
import type { AppResponse } from './locals.ts';

/** One line for each request: its path without the query (which may contain tokens), never a header or a body. */
export function httpLog(logger: Logger): HttpLogger<Request, AppResponse> {
  return pinoHttp<Request, AppResponse>({
    logger,
    customAttributeKeys: { reqId: 'requestId' },
    genReqId: (_request, response) => response.locals.requestId,
    // Each line contains only the request's id; by default it would contain the whole request with its headers.
    quietReqLogger: true,
    quietResLogger: true,
    wrapSerializers: false,
    serializers: { req: () => undefined, res: () => undefined },
    customLogLevel(request, response) {
      // Requested every few seconds by monitoring.
      if (['/health', '/metrics'].includes(pathOf(request) ?? '')) return 'debug';
      return response.statusCode >= 500 ? 'warn' : 'info';
    },
    customSuccessMessage: () => MESSAGE,
    customErrorMessage: () => MESSAGE,
    customSuccessObject: (request, response, timed: Timed) => lineOf(request, response, timed),
    customErrorObject: (request, response, _error, timed: Timed) => lineOf(request, response, timed),
  });
}

const MESSAGE = 'request';

interface Timed {
  responseTime: number;
}

function lineOf(request: Request, response: AppResponse, { responseTime }: Timed) {
  return {
    traceId: response.locals.traceId,
    method: request.method,
    path: pathOf(request),
    status: response.statusCode,
    durationMs: responseTime,
    ...(response.writableFinished ? {} : { aborted: true }),
  };
}

function pathOf({ originalUrl }: Request): string | undefined {
  return originalUrl.split('?', 1)[0];
}

import type { NextFunction, Request } from 'express';
import { fault } from '../app/languages/fault.ts';
import type { AppResponse } from './locals.ts';
import { isSafeMethod } from './sameOrigin.ts';

/**
 * A larger body is read up to this many bytes before the refusal is sent, so that a browser gets the answer instead
 * of a reset connection.
 */
const DRAIN_LIMIT_BYTES = 64 * 1024 * 1024;

/**
 * Marks requests whose body is larger than their path's limit, by the length that they declare (Node enforces it).
 * guardRoutes turns the mark into a 413.
 */
export function bodyLimit(limitOf: (path: string) => number) {
  return (request: Request, response: AppResponse, next: NextFunction): void => {
    if (isSafeMethod(request.method)) return next();
    const declared = request.headers['content-length'];
    if (declared === undefined && request.headers['transfer-encoding'] !== undefined) {
      response.locals.refusal ??= { status: 411, fault: '' };
      response.setHeader('connection', 'close');
      return next();
    }
    const limitBytes = limitOf(request.path);
    const lengthBytes = Number(declared ?? 0);
    if (lengthBytes <= limitBytes) return next();
    response.locals.refusal = { status: 413, fault: tooLarge(lengthBytes, limitBytes) };
    if (lengthBytes > DRAIN_LIMIT_BYTES) {
      response.setHeader('connection', 'close');
      return next();
    }
    request.once('end', () => next());
    request.resume();
  };
}

function tooLarge(lengthBytes: number, limitBytes: number): string {
  return fault('errors:faults.bodyTooLarge', {
    size: `${megabytes(lengthBytes)} MB`,
    limit: `${megabytes(limitBytes)} MB`,
  });
}

function megabytes(bytes: number): string {
  return (bytes / (1024 * 1024)).toFixed(bytes % (1024 * 1024) === 0 ? 0 : 1);
}

import { randomUUID } from 'node:crypto';
import type { NextFunction, Request } from 'express';
import type { AppResponse } from './locals.ts';

/** The form of an id that a proxy in front may have given the request: it cannot forge a log line. */
const ACCEPTABLE = /^[A-Za-z0-9_.-]{8,64}$/;

/** Gives every request an id, which appears in its answer, its logs and its error page. */
export function requestId(request: Request, response: AppResponse, next: NextFunction): void {
  const given = request.get('x-request-id') ?? '';
  const id = ACCEPTABLE.test(given) ? given : randomUUID();
  response.locals.requestId = id;
  response.setHeader('x-request-id', id);
  next();
}

import type { NextFunction, Request, Response } from 'express';
import { isDatabaseAway } from '../../platform/databaseAway.ts';
import { isKnowledgeAway } from '../../platform/knowledge/knowledgeError.ts';
import type { Logger } from '../../platform/logger.ts';
import { unavailableServer } from '../http/unavailableServer.ts';
import { Problem } from './problem.ts';

/**
 * Answers an error thrown in the API as application/problem+json. An unexpected error is logged, and its answer gives
 * no details.
 */
export function sendProblem({ logger, temporalAddress }: { logger: Logger; temporalAddress: string }) {
  // Express recognises an error handler by its four parameters.
  return (error: unknown, _request: Request, response: Response, next: NextFunction): void => {
    const { requestId, traceId } = response.locals as { requestId?: string; traceId?: string };
    if (response.headersSent) return next(error);
    const { document, headers } = asProblem(error, temporalAddress);
    if (document.status >= 500) logger.error({ err: error, requestId }, 'api request failed');
    response
      .status(document.status)
      .set(headers)
      .type('application/problem+json')
      .send(JSON.stringify({ ...document, ...(traceId !== undefined && { traceId }) }));
  };
}

function asProblem(error: unknown, temporalAddress: string): Problem {
  if (error instanceof Problem) return error;
  const unreadable = ofUnreadableBody(error);
  if (unreadable !== null) return unreadable;
  if (isUnreadable(error)) {
    return new Problem({
      kind: 'invalid_request',
      status: 400,
      title: 'The request could not be read',
      detail: 'Check how its address and its body are encoded.',
    });
  }
  const away = unavailableServer(error, temporalAddress);
  if (away === null) {
    return new Problem({
      kind: 'internal',
      status: 500,
      title: 'Something went wrong on our side',
      detail:
        'The error has been logged under this answer’s traceId. Try again, and report that id if it happens again.',
    });
  }
  return new Problem({
    kind: 'unavailable',
    status: 503,
    title: `${nameOf(away)} at ${away.address} cannot be reached`,
    detail: `${away.reason}. Nothing is lost: try again in a moment.`,
    headers: { 'retry-after': '2' },
  });
}

function nameOf(away: NonNullable<ReturnType<typeof unavailableServer>>): string {
  if (isDatabaseAway(away)) return 'The database';
  return isKnowledgeAway(away) ? 'The knowledge store' : 'Temporal';
}

/** Express's error for a badly encoded path or a corrupt compressed body. */
function isUnreadable(error: unknown): boolean {
  return error instanceof Error && 'status' in error && error.status === 400;
}

/** The error that express.json() throws, which has its own type for each cause. */
function ofUnreadableBody(error: unknown): Problem | null {
  const type = typeof error === 'object' && error !== null && 'type' in error ? String(error.type) : '';
  switch (type) {
    case 'entity.parse.failed':
      return new Problem({
        kind: 'invalid_request',
        status: 400,
        title: 'The body is not valid JSON',
        detail: error instanceof Error ? error.message : 'Check it with a JSON parser.',
      });
    case 'entity.too.large':
      return new Problem({
        kind: 'too_large',
        status: 413,
        title: 'The body is too large',
        detail: 'At most 32 MB are accepted: send smaller images, or less at once.',
      });
    case 'request.aborted':
    case 'request.size.invalid':
    case 'encoding.unsupported':
    case 'charset.unsupported':
      return new Problem({
        kind: 'invalid_request',
        status: 400,
        title: 'The body could not be read',
        detail: 'Send JSON in UTF-8.',
      });
    default:
      return null;
  }
}

import cors from 'cors';
import type { RequestHandler } from 'express';

/**
 * Lets pages of the given origins call the API from the browser (CORS). Cookies are not among what they may send, so
 * such a page acts by its own token alone. Other origins get no header, and their browsers refuse them the answer.
 */
export function crossOrigin(origins: readonly string[]): RequestHandler {
  return cors({
    origin: [...origins],
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    allowedHeaders: [
      'authorization',
      'content-type',
      'idempotency-key',
      'last-event-id',
      'traceparent',
      'x-request-id',
    ],
    exposedHeaders: ['content-disposition', 'location', 'retry-after', 'x-request-id', 'x-trace-id'],
    maxAge: 600,
  });
}

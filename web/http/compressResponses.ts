import compression from 'compression';
import type { RequestHandler } from 'express';

/** Compresses answers that are worth it; an event stream must reach the browser as it is written. */
export function compressResponses(): RequestHandler {
  return compression({
    filter(request, response) {
      if (String(response.getHeader('content-type')).startsWith('text/event-stream')) return false;
      return compression.filter(request, response);
    },
  });
}

import type { NextFunction, Request } from 'express';
import { inTrace, newTrace } from '../../platform/tracing/currentTrace.ts';
import { openSpan, spanKinds } from '../../platform/tracing/spans.ts';
import { parseTraceparent } from '../../workflows/domain/tracing/traceparent.ts';
import type { AppResponse } from './locals.ts';
import { routeOf } from './routeOf.ts';

/** Requested every few seconds by monitoring: there are no spans of it. */
const UNTRACED: ReadonlySet<string> = new Set(['/health', '/metrics']);

/**
 * Gives every request a trace, or takes over the one that it comes with (W3C Trace Context): log lines, error pages, and whatever the
 * request starts have its id, and so has the answer's header x-trace-id. `nameOf` names paths by their routes.
 */
export function traceRequests(nameOf: (path: string) => Promise<string>) {
  return (request: Request, response: AppResponse, next: NextFunction): void => {
    const { method, path } = request;
    const given = parseTraceparent(request.get('traceparent') ?? '');
    if (UNTRACED.has(path)) {
      takeOn(response, given ?? newTrace(), next);
      return;
    }
    const attributes = { 'http.request.method': method, 'url.path': path };
    const span = openSpan({ name: method, kind: spanKinds.server, attributes }, given);
    response.once('close', () => {
      void routeOf(request, path, nameOf).then((route) => {
        span.rename(`${method} ${route}`);
        span.set({ 'http.route': route, 'http.response.status_code': response.statusCode });
        if (response.statusCode >= 500) span.fail(String(response.statusCode));
        span.end();
      });
    });
    takeOn(response, span.trace, next);
  };
}

function takeOn(response: AppResponse, trace: Parameters<typeof inTrace>[0], next: NextFunction): void {
  response.locals.traceId = trace.traceId;
  response.setHeader('x-trace-id', trace.traceId);
  inTrace(trace, next);
}

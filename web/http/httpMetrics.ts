import type { IncomingMessage, ServerResponse } from 'node:http';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { Gauge, Histogram } from 'prom-client';
import { answerMetrics } from '../../platform/metrics/answerMetrics.ts';
import { metricsRegistry } from '../../platform/metrics/registry.ts';
import { routeOf } from './routeOf.ts';

const SECONDS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

const durations = new Histogram({
  name: 'colloquy_http_request_duration_seconds',
  help: 'How long requests took, by route and status; event streams are apart.',
  labelNames: ['method', 'route', 'status'],
  buckets: SECONDS,
  registers: [metricsRegistry],
});

const open = new Set<ServerResponse>();

new Gauge({
  name: 'colloquy_http_requests_open',
  help: 'Requests that are being answered now; event streams are apart.',
  registers: [metricsRegistry],
  collect() {
    this.set([...open].filter((response) => !isStream(response)).length);
  },
});
new Gauge({
  name: 'colloquy_event_streams_open',
  help: 'Streams of events that browsers and callers of the API have open now.',
  registers: [metricsRegistry],
  collect() {
    this.set([...open].filter(isStream).length);
  },
});

/** Answers with what this process measures, to those who show the token; undefined: to everybody who gets here. */
export function metrics(token: string | undefined) {
  return (request: IncomingMessage, response: ServerResponse): void => {
    void answerMetrics(request, response, { registry: metricsRegistry, token });
  };
}

/** Measures each request under its route's name: `nameOf` gives that of a path that no route of Express has taken. */
export function httpMetrics(nameOf: (path: string) => Promise<string>): RequestHandler {
  return (request: Request, response: Response, next: NextFunction) => {
    const startedAtMs = performance.now();
    const path = request.path;
    open.add(response);
    response.once('close', () => {
      open.delete(response);
      if (isStream(response)) return;
      const seconds = (performance.now() - startedAtMs) / 1_000;
      void routeOf(request, path, nameOf).then((route) => {
        const method = METHODS.has(request.method) ? request.method : 'other';
        durations.observe({ method, route, status: String(response.statusCode) }, seconds);
      });
    });
    next();
  };
}

function isStream(response: ServerResponse): boolean {
  return response.headersSent && String(response.getHeader('content-type')).startsWith('text/event-stream');
}

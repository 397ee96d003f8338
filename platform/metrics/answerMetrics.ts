import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Registry } from 'prom-client';
import { isSameSecret } from '../sameSecret.ts';

export interface MetricsAnswers {
  registry: Registry;
  /** What a caller has to show as a bearer token; undefined: nothing, as only the private network reaches this. */
  token: string | undefined;
  /** Metrics that something else in this process keeps, as text; it may fail, and is left out then. */
  more?: () => Promise<string>;
}

/** Answers a request for `/metrics` in Prometheus' text format: 401 without the token, if there is one. Never rejects. */
export async function answerMetrics(
  request: IncomingMessage,
  response: ServerResponse,
  { registry, token, more = () => Promise.resolve('') }: MetricsAnswers,
): Promise<void> {
  if (token !== undefined && !isShown(request, token)) {
    response.writeHead(401, { 'www-authenticate': 'Bearer', 'content-type': 'text/plain; charset=utf-8' });
    response.end('Show METRICS_TOKEN as a bearer token.\n');
    return;
  }
  try {
    const [own, others] = await Promise.all([registry.metrics(), more().catch(() => '')]);
    response.writeHead(200, { 'content-type': registry.contentType, 'cache-control': 'no-store' });
    response.end(own + others);
  } catch {
    response.writeHead(500).end();
  }
}

function isShown({ headers }: IncomingMessage, token: string): boolean {
  return isSameSecret(headers.authorization ?? '', `Bearer ${token}`);
}

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { withTimeout } from '../platform/withTimeout.ts';

/** One thing that a healthy worker needs; `check` fails with a sentence, or returns one. */
export interface HealthCheck {
  name: string;
  check: () => Promise<string>;
}

/** A check that takes longer has failed. */
const CHECK_TIMEOUT_MS = 2_000;

/**
 * `GET /health`: 200 where every check passes, else 503; one line of text for each, "database: ok" and the like.
 * `GET /metrics` is answered by the other argument. Answers nothing else.
 */
export function createHealthServer(
  checks: readonly HealthCheck[],
  metrics: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
): Server {
  return createServer((request, response) => {
    const path = request.url?.split('?')[0];
    if (path === '/metrics') {
      void metrics(request, response);
      return;
    }
    if (path !== '/health') {
      response.writeHead(404).end();
      return;
    }
    void Promise.all(checks.map(runCheck)).then((results) => {
      const healthy = results.every(({ ok }) => ok);
      response.writeHead(healthy ? 200 : 503, {
        'content-type': 'text/plain; charset=utf-8',
        'cache-control': 'no-store',
      });
      response.end(results.map(({ line }) => `${line}\n`).join(''));
    });
  });
}

async function runCheck({ name, check }: HealthCheck): Promise<{ ok: boolean; line: string }> {
  try {
    return { ok: true, line: `${name}: ${await withTimeout(check(), CHECK_TIMEOUT_MS)}` };
  } catch (error) {
    return {
      ok: false,
      line: `${name}: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'failed'}`,
    };
  }
}

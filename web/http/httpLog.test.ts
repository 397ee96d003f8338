import { once } from 'node:events';
import { createServer, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import express from 'express';
import { pino } from 'pino';
import { httpLog } from './httpLog.ts';
import { requestId } from './requestId.ts';

type Line = Record<string, unknown>;

const held = Promise.withResolvers<void>();
let lines: Line[];
let written: () => void;
let server: ReturnType<typeof createServer>;
let url: string;

beforeEach(async () => {
  lines = [];
  written = () => undefined;
  const logger = pino(
    { level: 'debug', base: null, timestamp: false, formatters: { level: (label) => ({ level: label }) } },
    {
      write(line: string) {
        lines.push(JSON.parse(line) as Line);
        written();
      },
    },
  );
  const app = express();
  app.use(requestId);
  app.use(httpLog(logger));
  app.get('/fails', (_request, response) => {
    response.status(503).json({});
  });
  app.get('/hangs', () => held.resolve());
  app.get('*', (_request, response) => {
    response.set('set-cookie', 'session=secret').json({});
  });
  server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});

/** The log line of one request. */
async function lineOf(ask: () => unknown): Promise<Line | undefined> {
  const line = new Promise<void>((resolve) => (written = resolve));
  await ask();
  await line;
  return lines.at(-1);
}

it('logs only the path of a request: no query, no header, no body', async () => {
  const headers = {
    authorization: 'Bearer secret',
    cookie: 'session=secret',
    'x-request-id': 'of-the-proxy',
  };
  expect(await lineOf(() => fetch(`${url}/owner?token=secret`, { headers }))).toEqual({
    level: 'info',
    msg: 'request',
    requestId: 'of-the-proxy',
    method: 'GET',
    path: '/owner',
    status: 200,
    durationMs: expect.any(Number),
  });
  expect(JSON.stringify(lines)).not.toContain('secret');
});

it('warns about failed requests, and is silent about health checks', async () => {
  const failed = await lineOf(() => fetch(`${url}/fails`));
  expect(failed).toMatchObject({ level: 'warn', msg: 'request', path: '/fails', status: 503 });
  expect(failed).not.toHaveProperty('err');
  expect(await lineOf(() => fetch(`${url}/health?full`))).toMatchObject({ level: 'debug', path: '/health' });
});

it('logs a request as aborted if its client has gone', async () => {
  const line = await lineOf(async () => {
    const hanging = send(`${url}/hangs`).on('error', () => undefined);
    hanging.end();
    await held.promise;
    hanging.destroy();
  });
  expect(line).toMatchObject({ path: '/hangs', aborted: true });
});

import { once } from 'node:events';
import { request as send } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import express from 'express';
import { createLogger } from '../../platform/logger.ts';
import { lastResort } from './lastResort.ts';
import { refuseUnaddressed } from './refuseUnaddressed.ts';
import { requestId } from './requestId.ts';

const app = express();
app.set('trust proxy', ['loopback']);
app.use(requestId);
app.use(refuseUnaddressed);
app.use((_request, response) => void response.send('a page'));
app.use(lastResort(createLogger({ process: 'web', level: 'silent' })));
const server = app.listen(0, '127.0.0.1');

beforeAll(() => once(server, 'listening'));
afterAll(() => void server.close());

async function statusOf(asked: { method?: string; path?: string; headers?: Record<string, string> }) {
  const { port } = server.address() as AddressInfo;
  const sent = send({ host: '127.0.0.1', port, ...asked }).end();
  const [answer] = (await once(sent, 'response')) as [
    { statusCode: number; headers: Record<string, string>; resume: () => void },
  ];
  answer.resume();
  return { status: answer.statusCode, ...answer.headers };
}

describe('what no page can be asked for', () => {
  it.each([
    [{ method: 'TRACE' }, 405],
    [{ headers: { host: 'a b' } }, 400],
    [{ headers: { host: '[' } }, 400],
    [{ headers: { host: 'app.test:99999999' } }, 400],
    [{ headers: { 'x-forwarded-host': 'a b' } }, 400],
    [{ headers: { 'x-forwarded-host': 'app.test:99999999' } }, 400],
    [{ path: 'http://elsewhere.test/' }, 400],
    [{ method: 'OPTIONS', path: '*' }, 400],
  ])('is refused, and kept by nobody: %j', async (asked, status) => {
    expect(await statusOf(asked)).toMatchObject({ status, 'cache-control': 'no-store' });
  });

  it.each([
    {},
    { headers: { host: 'app.test' } },
    { headers: { host: '[::1]:3000' } },
    { headers: { host: 'app.test:3000', 'x-forwarded-host': 'colloquy.test' } },
    { path: '//elsewhere.test/%2e%2e?a=%ff' },
    { method: 'OPTIONS' },
  ])('is no other request: %j', async (asked) => {
    expect(await statusOf(asked)).toMatchObject({ status: 200 });
  });
});

import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { Counter, Registry } from 'prom-client';
import { answerMetrics, type MetricsAnswers } from './answerMetrics.ts';

const TOKEN = 'a token of the tests';
let server: Server | undefined;

async function serve(answers: Partial<MetricsAnswers>): Promise<string> {
  const registry = new Registry();
  new Counter({ name: 'colloquy_test_total', help: 'A test.', registers: [registry] }).inc();
  server = createServer((request, response) => {
    void answerMetrics(request, response, { registry, token: undefined, ...answers });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/metrics`;
}

afterEach(() => {
  server?.close();
});

describe('metrics', () => {
  it('are text for Prometheus, with those that something else keeps', async () => {
    const url = await serve({ more: () => Promise.resolve('temporal_x 1\n') });
    const response = await fetch(url);
    expect(response.headers.get('content-type')).toContain('text/plain; version=0.0.4');
    expect(await response.text()).toMatch(/^colloquy_test_total 1$[^]*^temporal_x 1$/m);
  });

  it('are our own where the others cannot be had', async () => {
    const url = await serve({ more: () => Promise.reject(new Error('not there')) });
    expect(await (await fetch(url)).text()).toContain('colloquy_test_total 1');
  });

  it.each([
    [undefined, 401],
    ['Bearer another token', 401],
    [TOKEN, 401],
    [`Bearer ${TOKEN}`, 200],
  ])('are shown to those who have the token: %s gets %d', async (authorization, status) => {
    const url = await serve({ token: TOKEN });
    const headers = authorization === undefined ? undefined : { authorization };
    const response = await fetch(url, headers === undefined ? {} : { headers });
    expect(response.status).toBe(status);
    expect((await response.text()).includes('colloquy_test_total')).toBe(status === 200);
  });
});

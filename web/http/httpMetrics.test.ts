import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from '@jest/globals';
import express from 'express';
import { metricsRegistry } from '../../platform/metrics/registry.ts';
import { httpMetrics } from './httpMetrics.ts';

const valueOf = async (name: string) => {
  const text = await metricsRegistry.getSingleMetricAsString(name);
  return Number(/ (\d+)$/.exec(text.trim())?.[1]);
};

it('counts event streams while they are open, and apart from requests', async () => {
  const closed: Promise<unknown>[] = [];
  const app = express();
  app.use(httpMetrics(() => Promise.resolve('/stream')));
  app.get('/stream', (_request, response) => {
    closed.push(once(response, 'close'));
    response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
    response.write(': open\n\n');
  });
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const readers = [new AbortController(), new AbortController()];
  for (const { signal } of readers) {
    const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/stream`;
    await (await fetch(url, { signal })).body?.getReader().read();
  }
  expect(await valueOf('colloquy_event_streams_open')).toBe(2);
  expect(await valueOf('colloquy_http_requests_open')).toBe(0);

  for (const reader of readers) reader.abort();
  await Promise.all(closed);
  expect(await valueOf('colloquy_event_streams_open')).toBe(0);
  server.close();
});

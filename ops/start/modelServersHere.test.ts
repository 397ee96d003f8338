import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import { howToUse, modelServersHere } from './modelServersHere.ts';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = undefined;
});

async function serve(answer: string | null): Promise<string> {
  const listening = createServer((_request, response) => {
    if (answer !== null) response.end(answer);
  });
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${String((listening.address() as AddressInfo).port)}/v1`;
}

test('a server that answers is reported with its first model that can chat', async () => {
  const baseUrl = await serve('{"data":[{"id":"nomic-embed-text"},{"id":"llama3.2:1b"}]}');
  const [found] = await modelServersHere([{ name: 'Ollama', baseUrl }]);
  expect(found).toEqual({ name: 'Ollama', baseUrl, model: 'llama3.2:1b' });
  if (found === undefined) throw new Error('It should be found');
  expect(howToUse(found)).toBe(
    `Ollama answers on this machine. To use it: OPENAI_BASE_URL=${baseUrl} DEFAULT_MODEL=llama3.2:1b npm start`,
  );
});

test('a server without models is reported as such', async () => {
  const baseUrl = await serve('{"data":[]}');
  const [found] = await modelServersHere([{ name: 'LM Studio', baseUrl }]);
  expect(found).toEqual({ name: 'LM Studio', baseUrl, model: null });
});

test('no server, an unknown server and one that does not answer are ignored', async () => {
  const stranger = await serve('<!doctype html>');
  expect(await modelServersHere([{ name: 'Ollama', baseUrl: stranger }])).toEqual([]);
  server?.close();
  server?.closeAllConnections();
  expect(await modelServersHere([{ name: 'Ollama', baseUrl: stranger }])).toEqual([]);
  const silent = await serve(null);
  expect(await modelServersHere([{ name: 'Ollama', baseUrl: silent }])).toEqual([]);
});

import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from '@jest/globals';
import { createApiClient } from '../../apiClient.ts';
import { readTextPieces } from './readTextPieces.ts';

it('reads one version to its end, also where another is published meanwhile', async () => {
  const asked: string[] = [];
  // Each piece ends at a place of its own, and the newest version rises with each request.
  const server = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '', 'http://localhost');
    asked.push(searchParams.toString());
    const version = Number(searchParams.get('version') ?? asked.length);
    const offset = Number(searchParams.get('offset'));
    const piece = { version, text: `${String(version)};`, offset, next: offset < 4 ? offset + 2 : null };
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify({ ...piece, length: 6 }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const api = createApiClient({ url, token: 'colloquy_test' });
  const read = async (version?: number) => {
    asked.length = 0;
    let text = '';
    for await (const piece of readTextPieces(api, 'id', version)) text += piece;
    return text;
  };
  expect(await read()).toBe('1;1;1;');
  expect(asked[0]).not.toContain('version');
  expect(asked).toHaveLength(3);
  expect(await read(7)).toBe('7;7;7;');
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});

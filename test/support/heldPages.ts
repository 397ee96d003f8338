import type { ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server of web pages that answers only once the test opens it. */
export interface HeldPages {
  /** The address of a page. */
  address: (name: string) => string;
  /** How many requests have come in. */
  asked: () => number;
  /** Answers all requests, from now on: those in `missing` with 404. */
  open: (missing?: readonly string[]) => void;
  close: () => Promise<void>;
}

export async function startHeldPages(): Promise<HeldPages> {
  const held: { name: string; response: ServerResponse }[] = [];
  let asked = 0;
  let missing: readonly string[] | null = null;
  const answer = (name: string, response: ServerResponse, absent: readonly string[]) => {
    if (absent.includes(name)) {
      response.writeHead(404).end();
      return;
    }
    response
      .writeHead(200, { 'content-type': 'text/plain' })
      .end(`The page ${name} is about ${name} and nothing else.`);
  };
  const server = createServer((request, response) => {
    const name = (request.url ?? '').slice(1);
    asked += 1;
    if (missing === null) held.push({ name, response });
    else answer(name, response, missing);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  return {
    address: (name) => `${origin}/${name}`,
    asked: () => asked,
    open: (absent = []) => {
      missing = absent;
      for (const { name, response } of held.splice(0)) answer(name, response, absent);
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

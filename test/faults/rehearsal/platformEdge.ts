import { once } from 'node:events';
import { Agent, createServer, request as ask } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Stands in for the host's own edge: gives each request to one of a service's processes, in turn. */
export interface PlatformEdge {
  url: string;
  add: (processUrl: string) => void;
  /** Sends it nothing more; what it is answering goes on. */
  remove: (processUrl: string) => void;
  close: () => Promise<void>;
}

/** It asks no second process where the first one fails: such a request is a failure for its client. */
export async function startPlatformEdge(): Promise<PlatformEdge> {
  const targets: URL[] = [];
  const agent = new Agent({ keepAlive: true });
  let turn = 0;
  const server = createServer((request, response) => {
    const target = targets[turn % Math.max(1, targets.length)];
    turn += 1;
    if (target === undefined) {
      response.writeHead(503).end();
      return;
    }
    const onward = ask(
      {
        agent,
        hostname: target.hostname,
        port: target.port,
        method: request.method,
        path: request.url,
        headers: request.headers,
      },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        response.flushHeaders();
        answer.pipe(response);
        // One that breaks off must not look like one that has ended.
        answer.once('error', () => response.destroy());
      },
    );
    onward.once('error', () => {
      if (response.headersSent) response.destroy();
      else response.writeHead(502).end();
    });
    response.once('close', () => onward.destroy());
    request.pipe(onward);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    add: (url) => void targets.push(new URL(url)),
    remove: (url) => {
      const index = targets.findIndex(({ origin }) => origin === url);
      if (index >= 0) targets.splice(index, 1);
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
      agent.destroy();
    },
  };
}

import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

interface Message {
  id?: number;
  method: string;
  params?: { name?: string };
}

export interface OddHttpServer {
  url: string;
  /** The number of calls of the tool "count" that were carried out. */
  calls(): number;
  /** Forgets all sessions, as if the server had been restarted. */
  forget(): void;
  close(): void;
}

/** An MCP server over streamable HTTP that answers a session that it does not know with `status`. */
export async function startOddHttpServer(status: number): Promise<OddHttpServer> {
  let sessions = new Set<string>();
  let last = 0;
  let calls = 0;

  const answer = (response: ServerResponse, id: number, result: object, headers = {}) =>
    response
      .writeHead(200, { 'content-type': 'application/json', ...headers })
      .end(JSON.stringify({ jsonrpc: '2.0', id, result }));

  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    if (request.method !== 'POST') return void response.writeHead(405).end();
    const { id, method, params } = (await json(request)) as Message;
    if (method === 'initialize' && id !== undefined) {
      const session = `session-${String((last += 1))}`;
      sessions.add(session);
      const result = {
        protocolVersion: '2025-06-18',
        capabilities: { tools: {} },
        serverInfo: { name: 'odd', version: '1' },
      };
      return void answer(response, id, result, { 'mcp-session-id': session });
    }
    if (!sessions.has(String(request.headers['mcp-session-id']))) {
      return void response.writeHead(status).end('No valid session');
    }
    if (id === undefined) return void response.writeHead(202).end();
    if (method === 'tools/list') {
      const inputSchema = { type: 'object', properties: {} };
      const tools = ['count', 'break'].map((name) => ({ name, inputSchema }));
      return void answer(response, id, { tools });
    }
    if (params?.name === 'break') {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write(': begun\n\n');
      setImmediate(() => response.destroy());
      return;
    }
    calls += 1;
    answer(response, id, { content: [{ type: 'text', text: String(calls) }] });
  };

  const server = createServer((request, response) => void handle(request, response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}/mcp`,
    calls: () => calls,
    forget: () => {
      sessions = new Set();
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

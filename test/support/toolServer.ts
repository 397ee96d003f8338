import { createServer, type IncomingMessage } from 'node:http';
import { text as readText } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import type { HttpTool } from '../../workflows/domain/tools/kinds/http.ts';

/** A call that the server got. */
export interface SeenCall {
  tool: string;
  arguments: Record<string, unknown>;
  idempotencyKey: string | undefined;
}

/** Real tools behind HTTP on this machine, which count how often they are called. */
export interface ToolServer {
  /** All calls so far, oldest first. */
  calls: readonly SeenCall[];
  /** A tool with one argument that this server answers. */
  tool: (name: string, changes?: Partial<HttpTool>) => HttpTool;
  /** Sets the answer to calls; until then a call is answered with its own arguments. */
  answer: (reply: (call: SeenCall) => string | Promise<string>) => void;
  /** Resolves when this many calls have arrived. */
  received: (count: number, timeoutMs?: number) => Promise<void>;
  close: () => Promise<void>;
}

export async function startToolServer(): Promise<ToolServer> {
  const calls: SeenCall[] = [];
  let reply: (call: SeenCall) => string | Promise<string> = ({ tool, arguments: given }) =>
    `${tool}(${JSON.stringify(given)})`;

  const server = createServer((request, response) => {
    void seen(request)
      .then(async (call) => {
        calls.push(call);
        response.end(await reply(call));
      })
      .catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The tool server has no port');
  const base = `http://127.0.0.1:${String(address.port)}`;

  return {
    calls,
    tool: (name, changes = {}) => ({
      kind: 'http',
      name,
      description: `Does ${name}.`,
      method: 'POST',
      url: `${base}/${name}`,
      headers: {},
      parameters: {
        type: 'object',
        properties: { what: { type: 'string' } },
        required: ['what'],
        additionalProperties: false,
      },
      returns: 'text',
      timeoutSeconds: 60,
      ...changes,
    }),
    answer: (next) => {
      reply = next;
    },
    received: async (count, timeoutMs = 15_000) => {
      const deadline = Date.now() + timeoutMs;
      while (calls.length < count) {
        if (Date.now() > deadline)
          throw new Error(`${String(calls.length)} of ${String(count)} tool calls came.`);
        await delay(10);
      }
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function seen(request: IncomingMessage): Promise<SeenCall> {
  const body = await readText(request);
  const key = request.headers['idempotency-key'];
  return {
    tool: request.url?.slice(1) ?? '',
    arguments: (body === '' ? {} : JSON.parse(body)) as Record<string, unknown>,
    idempotencyKey: typeof key === 'string' ? key : undefined,
  };
}

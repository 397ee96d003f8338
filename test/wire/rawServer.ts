import { createServer, type ServerResponse } from 'node:http';

/** A server that answers every request exactly as told, byte by byte. */
export interface RawServer {
  baseUrl: string;
  /** How many requests have arrived. */
  count: () => number;
  answer: (how: (response: ServerResponse) => void) => void;
  close: () => Promise<void>;
}

export async function startRawServer(): Promise<RawServer> {
  let how: (response: ServerResponse) => void = (response) => response.destroy();
  let count = 0;
  const server = createServer((request, response) => {
    count += 1;
    request.resume().once('end', () => {
      how(response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    baseUrl: `http://127.0.0.1:${String(address.port)}/v1`,
    count: () => count,
    answer: (next) => (how = next),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Ways of sending a complete answer, all of which must have the same result. */
export const wholeTransports = {
  streamed: (events, _whole) => sse(events),
  'streamed under a wrong type': (events) => ({ ...sse(events), type: 'application/json' }),
  'streamed without the last empty line': (events) => {
    const { body, type } = sse(events);
    return { type, body: body.trimEnd() };
  },
  'streamed, then broken off': (events) => ({ ...sse(events), breaks: true }),
  'streamed with carriage returns and comments': (events) => {
    const { body, type } = sse(events);
    return { type, body: `: hello\r\n\r\n${body.replaceAll('\n', '\r\n')}` };
  },
  'as a whole': (_events, whole) => ({ type: 'application/json', body: JSON.stringify(whole) }),
  'as a whole under a wrong type': (_events, whole) => ({
    type: 'text/event-stream',
    body: `\n ${JSON.stringify(whole, null, 2)}\n`,
  }),
} satisfies Record<string, (events: readonly { type: string }[], whole: object) => RawAnswer>;

export interface RawAnswer {
  status?: number;
  type: string;
  body: string;
  headers?: Record<string, string>;
  /** Whether the connection is broken off after it. */
  breaks?: boolean;
}

export function sse(events: readonly { type: string }[]): RawAnswer {
  const body = events.map((event) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`).join('');
  return { type: 'text/event-stream', body };
}

export function send(response: ServerResponse, answer: RawAnswer): void {
  response.writeHead(answer.status ?? 200, { 'content-type': answer.type, ...answer.headers });
  if (answer.breaks !== true) return void response.end(answer.body);
  response.write(answer.body, () => {
    setTimeout(() => response.destroy(), 5);
  });
}

import { createServer, type IncomingMessage } from 'node:http';
import { gunzipSync } from 'node:zlib';

/** What the SDKs sent: the type of an envelope's item and its content. */
export interface EnvelopeItem {
  type: string;
  body: Record<string, unknown>;
}

export interface EnvelopeServer {
  dsn: string;
  /** Everything received so far, unparsed, to search for what must not be in it. */
  raw: () => string;
  items: (type: string) => EnvelopeItem[];
  close: () => Promise<void>;
}

/** Takes the place of Sentry: a server on this machine that stores the envelopes it receives. */
export async function startEnvelopeServer(): Promise<EnvelopeServer> {
  const envelopes: string[] = [];
  const server = createServer((request, response) => {
    void readBody(request).then((body) => {
      if (request.method === 'POST') envelopes.push(body);
      response.writeHead(200, { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' });
      response.end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    dsn: `http://public@127.0.0.1:${String(port)}/7`,
    raw: () => envelopes.join('\n'),
    items: (type) => envelopes.flatMap(parseEnvelope).filter((item) => item.type === type),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  return (request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body).toString('utf8');
}

/** An envelope is a line about itself, then two lines per item: a header and the content. */
function parseEnvelope(envelope: string): EnvelopeItem[] {
  const lines = envelope.split('\n').slice(1);
  const items: EnvelopeItem[] = [];
  for (let index = 0; index + 1 < lines.length; index += 2) {
    const { type } = JSON.parse(lines[index] ?? '{}') as { type?: string };
    items.push({ type: type ?? '', body: JSON.parse(lines[index + 1] ?? '{}') as Record<string, unknown> });
  }
  return items;
}

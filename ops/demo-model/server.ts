import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { answerChat } from './chat.ts';
import { answerEmbeddings } from './embeddings.ts';
import { RequestError } from './requestError.ts';
import { errorBody } from './wire.ts';

export interface DemoModelOptions {
  /** The pace of streamed answers; 0: no delay. */
  tokensPerSecond: number;
}

/** OpenAI's own limit is also some megabytes, so a request that is too large there fails here too. */
const MAX_BODY_BYTES = 16 * 1024 * 1024;

/** An OpenAI-compatible server whose model follows a few rules instead of having learnt anything. */
export function createDemoModel(options: DemoModelOptions): Server {
  return createServer((request, response) => {
    handle(request, response, options).catch((error: unknown) => sendError(response, error));
  });
}

async function handle(request: IncomingMessage, response: ServerResponse, options: DemoModelOptions) {
  const path = new URL(request.url ?? '/', 'http://demo').pathname;
  const route = `${request.method} ${path}`;
  switch (route) {
    case 'POST /v1/chat/completions':
      return answerChat(await readJson(request), response, options.tokensPerSecond);
    case 'POST /v1/embeddings':
      return sendJson(response, answerEmbeddings(await readJson(request)));
    case 'GET /v1/models':
      return sendJson(response, {
        object: 'list',
        data: [{ id: 'demo', object: 'model', created: 0, owned_by: 'colloquy' }],
      });
    default:
      throw new RequestError(404, `Unknown request URL: ${route}.`, 'unknown_url');
  }
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) throw new RequestError(413, 'The request is too large.', null);
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    throw new RequestError(400, 'We could not parse the JSON body of your request.', null);
  }
}

function sendJson(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

function sendError(response: ServerResponse, error: unknown): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  if (error instanceof RequestError) {
    sendJson(response, errorBody(error.message, 'invalid_request_error', error.code), error.status);
    return;
  }
  console.error(error);
  sendJson(response, errorBody('The demo model failed.', 'server_error'), 500);
}

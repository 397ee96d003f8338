import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { text as readText } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import type { ChatRequest } from '../../ops/demo-model/wire.ts';
import { chatRequestSchema, errorBody } from '../../ops/demo-model/wire.ts';
import type { ScriptedReply } from './scriptedReply.ts';
import { sendReply } from './scriptedReply.ts';

/** A request that the model got. */
export interface ModelRequest {
  body: ChatRequest;
  /** The exact bytes, to compare with what the ledger says was sent. */
  rawBody: string;
  headers: IncomingHttpHeaders;
  /** Whether the client hung up before the answer was complete. */
  aborted: boolean;
  /** Whether the answer was sent completely. */
  answered: boolean;
}

/** A stand-in for a model's provider that follows a test's script, over real HTTP. */
export interface ScriptedModel {
  /** For OPENAI_BASE_URL. */
  baseUrl: string;
  /** All requests so far, oldest first. */
  requests: readonly ModelRequest[];
  /** Scripts the next answers, one for each request, in order. */
  script: (...replies: ScriptedReply[]) => void;
  /** Answers all requests beyond the script, which otherwise are a failure. For benchmarks and long runs. */
  otherwise: (reply: (request: ChatRequest, rawBody: string) => ScriptedReply) => void;
  /** Resolves when this many requests have arrived. */
  received: (count: number, timeoutMs?: number) => Promise<void>;
  /** Throws if a request came that was not in the script, or if a scripted request did not come. */
  verify: () => void;
  /** Stops the server, then verifies. */
  close: () => Promise<void>;
}

/**
 * Starts a scripted model.
 *
 * @example
 * const model = await startScriptedModel();
 * model.script(rateLimited(2), text('Hello'));
 * // … run against model.baseUrl …
 * await model.close();
 */
export async function startScriptedModel(): Promise<ScriptedModel> {
  const replies: ScriptedReply[] = [];
  const requests: ModelRequest[] = [];
  const unexpected: string[] = [];
  let fallback: ((request: ChatRequest, rawBody: string) => ScriptedReply) | undefined;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const rawBody = await readText(request);
    if (!request.url?.endsWith('/chat/completions')) {
      unexpected.push(`${request.method} ${request.url}`);
      response.writeHead(404, { 'content-type': 'application/json' });
      response.end(JSON.stringify(errorBody(`Not in the script: ${request.url}`, 'invalid_request_error')));
      return;
    }
    const body = chatRequestSchema.parse(JSON.parse(rawBody));
    const seen: ModelRequest = { body, rawBody, headers: request.headers, aborted: false, answered: false };
    requests.push(seen);
    const gone = new AbortController();
    response.once('close', () => {
      gone.abort();
      // A moment later: a scripted cut also closes the connection, but counts as an answer.
      setImmediate(() => (seen.aborted = !seen.answered));
    });
    const reply = replies.shift() ?? fallback?.(body, rawBody);
    if (reply === undefined) {
      unexpected.push(`chat request ${requests.length}: ${body.messages.at(-1)?.content.slice(0, 200)}`);
      response.writeHead(400, { 'content-type': 'application/json' });
      response.end(JSON.stringify(errorBody('This request is not in the script.', 'invalid_request_error')));
      return;
    }
    await sendReply(reply, body, response, gone.signal);
    seen.answered = true;
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (response.destroyed) return;
      unexpected.push(String(error));
      response.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The scripted model has no port.');

  function verify(): void {
    const problems = unexpected.map((request) => `Not in the script: ${request}`);
    if (replies.length > 0) problems.push(`${replies.length} scripted request(s) never came.`);
    if (problems.length > 0) throw new Error(problems.join('\n'));
  }

  return {
    baseUrl: `http://127.0.0.1:${address.port}/v1`,
    requests,
    script: (...next) => void replies.push(...next),
    otherwise: (reply) => {
      fallback = reply;
    },
    received: async (count, timeoutMs = 15_000) => {
      const deadline = Date.now() + timeoutMs;
      while (requests.length < count) {
        if (Date.now() > deadline) throw new Error(`${requests.length} of ${count} requests came.`);
        await delay(10);
      }
    },
    verify,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      verify();
    },
  };
}

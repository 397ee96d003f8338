import type { IncomingHttpHeaders } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { answerEmbeddings } from '../../ops/demo-model/embeddings.ts';

/** A request that the server got. */
export interface EmbeddingsRequest {
  model: string;
  input: string[];
  dimensions?: number;
  encoding_format?: string;
}

/** A server's answer: a status with a body, or none (`cut`: it hangs up; `silent`: it never answers). */
export type EmbeddingsReply =
  { status: number; body: unknown; headers?: Record<string, string> } | 'cut' | 'silent';

/** A server of OpenAI's Embeddings API. */
export interface EmbeddingServer {
  /** For EMBEDDING_BASE_URL. */
  baseUrl: string;
  requests: readonly EmbeddingsRequest[];
  /** The headers of the last request. */
  lastHeaders: () => IncomingHttpHeaders;
  /**
   * Scripts the answers to the next requests, one each; after them it answers like the demo model, by the words of
   * the texts.
   */
  script: (...replies: ((request: EmbeddingsRequest) => EmbeddingsReply)[]) => void;
  /** Resolves when this many requests have arrived. */
  received: (count: number) => Promise<void>;
  close: () => Promise<void>;
}

export async function startEmbeddingServer(): Promise<EmbeddingServer> {
  const requests: EmbeddingsRequest[] = [];
  const replies: ((request: EmbeddingsRequest) => EmbeddingsReply)[] = [];
  const waiting: { count: number; done: () => void }[] = [];
  let headers: IncomingHttpHeaders = {};
  const server = createServer((request, response) => {
    void json(request).then((body) => {
      const asked = body as EmbeddingsRequest;
      headers = request.headers;
      requests.push(asked);
      for (const { count, done } of waiting) if (requests.length >= count) done();
      const reply = replies.shift()?.(asked) ?? { status: 200, body: answerEmbeddings(body) };
      if (reply === 'silent') return;
      if (reply === 'cut') {
        response.destroy();
        return;
      }
      response.writeHead(reply.status, { 'content-type': 'application/json', ...reply.headers });
      response.end(typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    baseUrl: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/v1`,
    requests,
    lastHeaders: () => headers,
    script: (...more) => void replies.push(...more),
    received: (count) =>
      requests.length >= count
        ? Promise.resolve()
        : new Promise((done) => void waiting.push({ count, done })),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

import { z } from 'zod';
import { messageOf } from '../causes.ts';
import { findRefusal } from '../network/guardedFetch.ts';

/** What code in a sandbox wants to send; `body` is base64. */
const requestSchema = z.object({
  method: z.string().regex(/^[A-Za-z]{1,20}$/),
  url: z.url({ protocol: /^https?$/ }).max(16_384),
  headers: z.array(z.tuple([z.string(), z.string()])).max(200),
  body: z.string().nullable(),
  timeoutSeconds: z.number().nonnegative().nullable(),
});

/** Headers of a single connection, and headers that fetch sets itself. */
const OWN_HEADERS = new Set([
  ...['connection', 'keep-alive', 'proxy-authorization', 'proxy-connection', 'te', 'trailer', 'upgrade'],
  ...['transfer-encoding', 'content-length', 'expect', 'host', 'accept-encoding'],
]);
/** Not true of a body that has been decoded already. */
const DECODED_HEADERS = new Set([
  ...['content-encoding', 'content-length', 'transfer-encoding', 'connection', 'keep-alive'],
]);
const MIB = 1024 * 1024;
export const MAX_REQUEST_BYTES = 8 * MIB;
const MAX_RESPONSE_BYTES = 16 * MIB;
const MAX_TIMEOUT_MS = 2 ** 31 - 1;

/** Makes a request that came out of a sandbox, and gives what goes back in; both are JSON. It never rejects. */
export type HttpBridge = (request: string, signal: AbortSignal) => Promise<string>;

/** Requests go by `fetch`, which keeps to the operator's rules; redirects are the sandbox's own to follow. */
export function createHttpBridge(fetch: typeof globalThis.fetch): HttpBridge {
  return async (text, signal) => {
    try {
      return JSON.stringify(await answer(fetch, text, signal));
    } catch (error) {
      const timedOut = error instanceof Error && error.name === 'TimeoutError';
      return JSON.stringify({ error: findRefusal(error)?.message ?? messageOf(error), timedOut });
    }
  };
}

async function answer(fetch: typeof globalThis.fetch, text: string, signal: AbortSignal): Promise<object> {
  const { method, url, headers, body, timeoutSeconds } = requestSchema.parse(JSON.parse(text));
  const timeoutMs = Math.min((timeoutSeconds ?? 0) * 1000, MAX_TIMEOUT_MS);
  const response = await fetch(url, {
    method,
    headers: headers.filter(([name]) => !OWN_HEADERS.has(name.toLowerCase())),
    ...(body !== null && { body: Buffer.from(body, 'base64') }),
    redirect: 'manual',
    signal: timeoutMs > 0 ? AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]) : signal,
  });
  return {
    status: response.status,
    statusText: response.statusText,
    headers: [...response.headers].filter(([name]) => !DECODED_HEADERS.has(name)),
    body: (await readWithin(response)).toString('base64'),
  };
}

async function readWithin(response: Response): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (response.body ?? []) as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    // Leaving the loop cancels the response.
    if (size > MAX_RESPONSE_BYTES) {
      throw new Error(`The response is larger than the ${String(MAX_RESPONSE_BYTES / MIB)} MiB allowed`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

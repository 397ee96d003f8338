import { STATUS_CODES } from 'node:http';
import { formatOfMediaType } from '../../../workflows/domain/knowledge/documentFormat.ts';
import { messageOf } from '../../tools/causes.ts';
import { findRefusal } from '../../tools/network/guardedFetch.ts';
import { tooLarge } from '../parse/readerProcess.ts';
import { RefusedDocument } from '../parse/refusedDocument.ts';

/** What stands at an address. Its bytes come as they are taken; taking them can fail as fetching does. */
export interface FetchedDocument {
  /** Where redirects led. */
  address: string;
  contentType: string;
  bytes: AsyncIterable<Uint8Array>;
}

export interface FetchLimits {
  mostBytes: number;
  /** For all of it. */
  timeoutMs: number;
}

export const FETCH_TIMEOUT_MS = 60_000;

/** What a server may say that nobody reads: it is left to the bytes. */
const SAYS_NOTHING = new Set(['', 'application/octet-stream', 'binary/octet-stream']);
/** Servers that are away for a while, or ask to wait. */
const AWAY = new Set([408, 425, 429, 500, 502, 503, 504]);

/**
 * Fetches what stands at an address, by the network rules that tools have (`fetch` is guarded): each connection is judged
 * by the address that it goes to, those of redirects too. Throws RefusedDocument; where `signal` aborts, its reason.
 */
export async function fetchDocument(
  address: string,
  fetch: typeof globalThis.fetch,
  { mostBytes, timeoutMs }: FetchLimits,
  signal: AbortSignal,
): Promise<FetchedDocument> {
  const url = checkAddress(address);
  const limit = AbortSignal.timeout(timeoutMs);
  const fail = (error: unknown): never => {
    signal.throwIfAborted();
    throw asRefusal(error, url, limit.aborted ? timeoutMs : null);
  };
  const response = await fetch(url, {
    redirect: 'follow',
    signal: AbortSignal.any([signal, limit]),
    headers: {
      accept: 'text/html, application/pdf, text/markdown, text/plain, */*;q=0.5',
      'user-agent': 'Colloquy (knowledge)',
    },
  }).catch(fail);
  try {
    checkStatus(response);
    const contentType = response.headers.get('content-type') ?? '';
    checkContentType(contentType);
    if (Number(response.headers.get('content-length') ?? 0) > mostBytes) throw tooLarge(mostBytes);
    return { address: response.url || url.href, contentType, bytes: bytesOf(response, mostBytes, fail) };
  } catch (error) {
    // Nobody takes the rest.
    await response.body?.cancel();
    throw error;
  }
}

function checkAddress(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
    throw new RefusedDocument(
      'address_not_allowed',
      `"${address}" is no address that begins with http:// or https://.`,
    );
  }
  if (url.username !== '' || url.password !== '') {
    throw new RefusedDocument('address_not_allowed', 'An address must not hold a user name or a password.');
  }
  return url;
}

function checkStatus({ status, ok, url }: Response): void {
  if (ok) return;
  const answered = `${new URL(url).host} answered ${String(status)} (${STATUS_CODES[status] ?? 'unknown'}).`;
  if (AWAY.has(status)) throw new RefusedDocument('address_unreachable', `${answered} Try again later.`);
  throw new RefusedDocument(
    'address_refused',
    `${answered} Check the address, or bring the document as a file.`,
  );
}

function checkContentType(contentType: string): void {
  const mediaType = (contentType.split(';')[0] ?? '').trim().toLowerCase();
  if (SAYS_NOTHING.has(mediaType) || mediaType.startsWith('text/') || formatOfMediaType(mediaType) !== null)
    return;
  throw new RefusedDocument('unknown_format', `The server gives ${mediaType}, which is not read.`);
}

async function* bytesOf(response: Response, mostBytes: number, fail: (error: unknown) => never) {
  let size = 0;
  const body = (response.body ?? []) as unknown as AsyncIterable<Uint8Array>;
  try {
    for await (const part of body) {
      size += part.length;
      // Leaving the loop cancels the response.
      if (size > mostBytes) throw tooLarge(mostBytes);
      yield part;
    }
  } catch (error) {
    fail(error);
  }
}

/** What fetch throws, as whoever brought the address is told it. */
function asRefusal(error: unknown, url: URL, afterMs: number | null): unknown {
  if (error instanceof RefusedDocument) return error;
  const refusal = findRefusal(error);
  if (refusal) return new RefusedDocument('address_not_allowed', `${refusal.message}.`, { cause: error });
  const slow = afterMs === null ? null : `gave it not within ${String(afterMs / 1_000)} s`;
  if (slow === null && !(error instanceof TypeError)) return error;
  return new RefusedDocument(
    'address_unreachable',
    `${url.host} ${slow ?? `cannot be reached: ${messageOf(error)}`}.`,
    {
      cause: error,
    },
  );
}

import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import type { Request as HttpRequest } from 'express';
import { IMPORT_MAX_BYTES } from '../../workflows/domain/knowledge/importLimits.ts';
import { Problem } from './problem.ts';

/** Besides the files. */
const FIELDS_BYTES = 1024 * 1024;
const LIMIT_BYTES = IMPORT_MAX_BYTES + FIELDS_BYTES;

/** A form with files whose body has not been read: it is read as it comes. */
export type FormRequest = globalThis.Request;

export function isForm(request: HttpRequest): boolean {
  return request.is('multipart/form-data') !== false && request.is('multipart/form-data') !== null;
}

/** The request as the readers of forms take it. Too large a body is refused, at the latest where it becomes that. */
export function formRequest(request: HttpRequest): FormRequest {
  if (Number(request.headers['content-length'] ?? 0) > LIMIT_BYTES) throw tooLarge();
  const body = Readable.toWeb(Readable.from(upToLimit(request), { objectMode: false }));
  return new Request('http://localhost/', {
    method: 'POST',
    headers: { 'content-type': request.headers['content-type'] ?? '' },
    body: body as ReadableStream<Uint8Array> as globalThis.ReadableStream<Uint8Array>,
    duplex: 'half',
  });
}

async function* upToLimit(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let sizeBytes = 0;
  for await (const part of body) {
    sizeBytes += part.length;
    if (sizeBytes > LIMIT_BYTES) throw tooLarge();
    yield part;
  }
}

function tooLarge(): Problem {
  return new Problem({
    kind: 'too_large',
    status: 413,
    title: 'The form is too large',
    detail: `Its files may have ${String(IMPORT_MAX_BYTES / 2 ** 20)} MiB together: bring in fewer at a time.`,
    // What is still on its way is not read.
    headers: { connection: 'close' },
  });
}

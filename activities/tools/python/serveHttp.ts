import type { Duplex } from 'node:stream';
import { type HttpBridge, MAX_REQUEST_BYTES } from './httpBridge.ts';

const NEWLINE = 0x0a;

/**
 * Answers the HTTP requests that a sandbox sends over its wire: a line each, answered by a length of four bytes and a
 * text. One at a time, since its process waits for the answer. `signal` ends it.
 */
export function serveHttp(
  wire: Duplex,
  http: HttpBridge,
  { signal, onTooLarge, onError }: { signal: AbortSignal; onTooLarge: () => void; onError: () => void },
): void {
  let asked: Buffer[] = [];
  let bytes = 0;
  wire.on('error', onError);
  wire.on('data', (chunk: Buffer) => {
    asked.push(chunk);
    bytes += chunk.length;
    if (bytes > 2 * MAX_REQUEST_BYTES) onTooLarge();
    if (chunk.at(-1) !== NEWLINE) return;
    const request = Buffer.concat(asked).toString();
    asked = [];
    bytes = 0;
    void http(request, signal).then((answer) => {
      const text = Buffer.from(answer);
      const length = Buffer.alloc(4);
      length.writeUInt32BE(text.length);
      if (!signal.aborted) wire.write(Buffer.concat([length, text]));
    });
  });
}

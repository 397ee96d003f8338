/** A message from a client of PostgreSQL. */
export interface FrontendMessage {
  /** The message's type byte; the three kinds that may precede a session have none. */
  type: string;
  bytes: Buffer;
}

const CODES = new Map([
  [80877103, 'ssl-request'],
  [80877104, 'gss-request'],
  [80877102, 'cancel-request'],
]);

/** Splits a client's byte stream into complete messages. */
export async function* frontendMessages(stream: AsyncIterable<Buffer>): AsyncGenerator<FrontendMessage> {
  let buffer: Buffer = Buffer.alloc(0);
  let started = false;
  for await (const chunk of stream) {
    buffer = buffer.length === 0 ? chunk : Buffer.concat([buffer, chunk]);
    for (;;) {
      // Before the session a message begins with its length, within it with its type; the length includes itself.
      const typeBytes = started ? 1 : 0;
      if (buffer.length < typeBytes + 8 && !(started && buffer.length >= 5)) break;
      const length = typeBytes + buffer.readInt32BE(typeBytes);
      if (buffer.length < length) break;
      const bytes = buffer.subarray(0, length);
      buffer = buffer.subarray(length);
      const type = started ? bytes.toString('latin1', 0, 1) : (CODES.get(bytes.readInt32BE(4)) ?? 'startup');
      if (type === 'startup') started = true;
      yield { type, bytes };
    }
  }
}

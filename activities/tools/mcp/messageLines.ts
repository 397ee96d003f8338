/** A message is larger than may be: what follows can't be understood. */
export class MessageTooLarge extends Error {
  override readonly name = 'MessageTooLarge';

  constructor(maxBytes: number) {
    super(`It sent a message of more than ${maxBytes} bytes`);
  }
}

const NEWLINE = 0x0a;

/** Splits a stream of bytes into lines and looks at each byte once, so that large messages take linear time. */
export class MessageLines {
  readonly #maxBytes: number;
  #parts: Buffer[] = [];
  #bytes = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /** The lines that end in this chunk, without their ends. Throws MessageTooLarge. */
  *take(chunk: Buffer): Generator<string> {
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
      this.#keep(chunk.subarray(from, end));
      const line = Buffer.concat(this.#parts).toString().replace(/\r$/, '');
      this.#parts = [];
      this.#bytes = 0;
      from = end + 1;
      yield line;
    }
    this.#keep(chunk.subarray(from));
  }

  #keep(part: Buffer): void {
    this.#bytes += part.length;
    if (this.#bytes > this.#maxBytes) throw new MessageTooLarge(this.#maxBytes);
    if (part.length > 0) this.#parts.push(part);
  }
}

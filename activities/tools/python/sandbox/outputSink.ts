/** What is written to a stream, up to a size; the rest is dropped. */
export class OutputSink {
  #chunks: Uint8Array[] = [];
  #kept = 0;
  #limit = 0;

  /** Starts again. */
  reset(limitBytes: number): void {
    this.#chunks = [];
    this.#kept = 0;
    this.#limit = limitBytes;
  }

  /** Pyodide's handler of a stream: takes the bytes and says how many it took. The bytes are reused by the caller. */
  write(bytes: Uint8Array): number {
    const kept = bytes.slice(0, this.#limit - this.#kept);
    if (kept.length > 0) this.#chunks.push(kept);
    this.#kept += kept.length;
    return bytes.length;
  }

  text(): string {
    const bytes = new Uint8Array(this.#kept);
    let at = 0;
    for (const chunk of this.#chunks) {
      bytes.set(chunk, at);
      at += chunk.length;
    }
    return new TextDecoder().decode(bytes);
  }
}

import { Buffer } from 'node:buffer';
import { readSync, writeSync } from 'node:fs';

// Taken before code runs that could replace them.
const { wait } = Atomics;
const pause = new Int32Array(new SharedArrayBuffer(4));

/** The descriptor by which a sandbox asks its worker for what is outside. */
const WIRE = 3;

/**
 * Sends a line and blocks until the answer arrives, as Python code expects of a connection. An answer is its length
 * in bytes (32 bits, big-endian) and its text.
 */
export function exchange(request: string): string {
  const line = Buffer.from(`${request}\n`);
  for (let sent = 0; sent < line.length;) sent += again(() => writeSync(WIRE, line, sent));
  const text = read(read(4).readUInt32BE());
  return text.toString();
}

function read(length: number): Buffer {
  const bytes = Buffer.alloc(length);
  for (let filled = 0; filled < length;) {
    const count = again(() => readSync(WIRE, bytes, filled, length - filled, null));
    if (count === 0) throw new Error('The worker is gone');
    filled += count;
  }
  return bytes;
}

/** Waits if the descriptor does not block. */
function again(step: () => number): number {
  for (;;) {
    try {
      return step();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
      wait(pause, 0, 0, 2);
    }
  }
}

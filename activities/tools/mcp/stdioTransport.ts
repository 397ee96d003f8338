import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import type { Readable, Writable } from 'node:stream';
import { ReadBuffer, serializeMessage } from '@modelcontextprotocol/sdk/shared/stdio.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import type { JSONRPCMessage } from '@modelcontextprotocol/sdk/types.js';

interface StdioServer {
  command: string;
  args: readonly string[];
  /** Besides PATH and HOME, which are this process's. */
  env: Record<string, string>;
}

const MAX_MESSAGE_BYTES = 16 * 1024 * 1024;
const GRACE_MS = 1_000;
const STDERR_CHARACTERS = 4_000;

/**
 * A server as a process that is spoken to over its standard streams. Unlike the SDK's own transport, it hands on no
 * more of the environment than it says, and ends the server with all that this has started.
 */
export class StdioTransport implements Transport {
  onclose?: () => void;
  onerror?: (error: Error) => void;
  onmessage?: (message: JSONRPCMessage) => void;
  readonly #server: StdioServer;
  readonly #buffer = new ReadBuffer({ maxBufferSize: MAX_MESSAGE_BYTES });
  #child: ChildProcessByStdio<Writable, Readable, Readable> | null = null;
  #stderr = '';

  constructor(server: StdioServer) {
    this.#server = server;
  }

  /** The end of what the server said on its standard error. */
  get stderr(): string {
    return this.#stderr.trim();
  }

  /** Rejects with what the system says if there is no such command. */
  async start(): Promise<void> {
    const { command, args, env } = this.#server;
    const child = spawn(command, args, {
      env: { ...inherited(), ...env } as NodeJS.ProcessEnv,
      stdio: 'pipe',
      // Its own process group, so that a wrapper such as npx does not leave its child behind.
      detached: true,
    });
    child.stdout.on('data', (chunk: Buffer) => this.#receive(chunk));
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.#stderr = (this.#stderr + text).slice(-STDERR_CHARACTERS);
    });
    // A server that has just ended can't be written to; that it ended is what counts.
    child.stdin.on('error', (error) => this.onerror?.(error));
    child.on('exit', () => this.#endLeftovers(child));
    child.on('close', () => {
      this.#child = null;
      this.onclose?.();
    });
    await once(child, 'spawn');
    child.on('error', (error) => this.onerror?.(error));
    this.#child = child;
  }

  async send(message: JSONRPCMessage): Promise<void> {
    if (!this.#child) throw new Error('Not connected');
    if (!this.#child.stdin.write(serializeMessage(message))) await once(this.#child.stdin, 'drain');
  }

  /** Asks the server to end by closing its input, and ends what is left of it and its children after a second. */
  async close(): Promise<void> {
    const child = this.#child;
    if (!child) return;
    const closed = once(child, 'close');
    child.stdin.end();
    await Promise.race([closed, wait(GRACE_MS)]);
    killGroup(child.pid);
    await closed;
  }

  /** What a server has started may outlive it, and hold its output open. */
  #endLeftovers(child: ChildProcessByStdio<Writable, Readable, Readable>): void {
    killGroup(child.pid);
    // One that has left the group is not ours to end; it is not listened to any more.
    const deaf = setTimeout(() => {
      child.stdout.destroy();
      child.stderr.destroy();
    }, GRACE_MS);
    child.once('close', () => clearTimeout(deaf));
  }

  #receive(chunk: Buffer): void {
    try {
      this.#buffer.append(chunk);
      for (let message = this.#read(); message; message = this.#read()) this.onmessage?.(message);
    } catch (error) {
      // More than one message may have: the rest can't be understood.
      this.onerror?.(error as Error);
      killGroup(this.#child?.pid);
    }
  }

  /** The next message; a line that is none (a server that logs on its output) is passed over, as the SDK does. */
  #read(): JSONRPCMessage | null {
    for (;;) {
      try {
        return this.#buffer.readMessage();
      } catch (error) {
        this.onerror?.(error as Error);
      }
    }
  }
}

function inherited(): Record<string, string> {
  const { PATH, HOME } = process.env;
  return { ...(PATH !== undefined && { PATH }), ...(HOME !== undefined && { HOME }) };
}

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    // None of the group is left.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

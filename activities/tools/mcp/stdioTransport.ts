import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import { deserializeMessage, serializeMessage } from '@modelcontextprotocol/sdk/shared/stdio.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import type { JSONRPCMessage } from '@modelcontextprotocol/sdk/types.js';
import { storableText } from '../../../workflows/domain/storable.ts';
import { MessageLines } from './messageLines.ts';

interface StdioServer {
  command: string;
  args: readonly string[];
  /** Besides PATH and HOME, which are this process's. */
  env: Record<string, string>;
}

type ServerProcess = ChildProcessByStdio<Writable, Readable, Readable>;

const MAX_MESSAGE_BYTES = 16 * 1024 * 1024;
const GRACE_MS = 1_000;
const STDERR_CHARACTERS = 4_000;

/** A message of which the server has not read the end, so that it can't have acted on it. */
export class NotDelivered extends Error {
  override readonly name = 'NotDelivered';
}

/**
 * A server process that is spoken to over its standard streams. Unlike the SDK's transport, it passes on only the
 * given environment, and ends the server with all processes that it started.
 */
export class StdioTransport implements Transport {
  onclose?: () => void;
  onerror?: (error: Error) => void;
  onmessage?: (message: JSONRPCMessage) => void;
  /** The server has ended or can't be understood any more; answers that it gave before may still come. */
  onfailure?: () => void;
  readonly #server: StdioServer;
  readonly #lines = new MessageLines(MAX_MESSAGE_BYTES);
  readonly #sending = new Set<Promise<void>>();
  #child: ServerProcess | null = null;
  #hasFailed = false;
  #isLost = false;
  #stderr = '';

  constructor(server: StdioServer) {
    this.#server = server;
  }

  /** The end of what the server said on its standard error, without the terminal's control sequences. */
  get stderr(): string {
    return storableText(stripVTControlCharacters(this.#stderr)).trim();
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
    child.stdout.on('end', () => this.#fail());
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.#stderr = (this.#stderr + text).slice(-STDERR_CHARACTERS);
    });
    child.stdin.on('error', (error) => {
      this.#fail();
      this.onerror?.(error);
    });
    child.on('exit', () => {
      this.#fail();
      this.#endLeftovers(child);
    });
    child.on('close', () => void this.#closed(child));
    await once(child, 'spawn');
    child.on('error', (error) => this.onerror?.(error));
    this.#child = child;
  }

  /** Rejects with NotDelivered where the server can't have read the message to its end. */
  async send(message: JSONRPCMessage): Promise<void> {
    const child = this.#child;
    if (!child || this.#hasFailed) throw new NotDelivered('The MCP server has ended');
    const sent = Promise.withResolvers<void>();
    this.#sending.add(sent.promise);
    child.stdin.write(serializeMessage(message), (error) => {
      if (error) sent.reject(new NotDelivered(error.message, { cause: error }));
      else sent.resolve();
    });
    try {
      await sent.promise;
    } finally {
      this.#sending.delete(sent.promise);
    }
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

  #fail(): void {
    if (this.#hasFailed) return;
    this.#hasFailed = true;
    this.onfailure?.();
  }

  async #closed(child: ServerProcess): Promise<void> {
    this.#child = null;
    this.#fail();
    // Who still sends learns that it was not delivered, before all others learn that nothing more will come.
    child.stdin.destroy();
    await Promise.allSettled(this.#sending);
    this.onclose?.();
  }

  /** What a server has started may outlive it, and hold its output open. */
  #endLeftovers(child: ServerProcess): void {
    killGroup(child.pid);
    // One that has left the group is not ours to end; it is not listened to any more.
    const deaf = setTimeout(() => {
      child.stdout.destroy();
      child.stderr.destroy();
    }, GRACE_MS);
    child.once('close', () => clearTimeout(deaf));
  }

  #receive(chunk: Buffer): void {
    if (this.#isLost) return;
    try {
      for (const line of this.#lines.take(chunk)) this.#read(line);
    } catch (error) {
      // After a message that is too large, the rest is part of none.
      this.#isLost = true;
      this.#fail();
      this.onerror?.(error as Error);
      killGroup(this.#child?.pid);
    }
  }

  /** A line that is no message (a server that logs on its output) is passed over, as the SDK does. */
  #read(line: string): void {
    let message: JSONRPCMessage;
    try {
      message = deserializeMessage(line);
    } catch (error) {
      this.onerror?.(error as Error);
      return;
    }
    this.onmessage?.(message);
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

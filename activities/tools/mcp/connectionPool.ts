import { setImmediate } from 'node:timers/promises';
import { ToolUnavailable } from '../toolErrors.ts';
import { connect, type Connection, type McpClients, type McpServer } from './connect.ts';

interface Entry {
  connection: Promise<Connection>;
  /** Null: not open yet. */
  opened: Connection | null;
  isFresh: boolean;
  inUse: number;
  idle: NodeJS.Timeout | undefined;
}

export interface UseOptions {
  scope: string | undefined;
  timeoutMs: number;
  signal: AbortSignal;
}

/** A connection is kept for so long after its last use: a team's calls come in bursts. */
const IDLE_MS = 30_000;
const MAX_CONNECTIONS = 64;

/** Connections to MCP servers, one for each server and scope. */
export class ConnectionPool {
  readonly #clients: McpClients;
  readonly #entries = new Map<string, Entry>();
  #isClosed = false;

  constructor(clients: McpClients) {
    this.#clients = clients;
  }

  /**
   * Runs `work` with an open connection; `isFresh` means that nobody has used it before. A failed connection is
   * removed before `work` or anybody else learns of the failure, so that a repeated call gets a new one. Rejects with
   * ToolUnavailable if no connection can be opened.
   */
  async use<Result>(
    server: McpServer,
    options: UseOptions,
    work: (connection: Connection, isFresh: boolean) => Promise<Result>,
  ): Promise<Result> {
    const key = keyOf(server, options.scope);
    for (;;) {
      const entry = this.#usable(key) ?? this.#open(key, server, options);
      entry.inUse += 1;
      clearTimeout(entry.idle);
      try {
        const connection = await abortable(entry.connection, options.signal);
        const { isFresh } = entry;
        // The system may know that a server has exited before this process does.
        if (!isFresh) await setImmediate();
        // It has failed between two looks; the next one is another.
        if (!connection.isOpen) continue;
        entry.isFresh = false;
        return await work(connection, isFresh);
      } finally {
        entry.inUse -= 1;
        if (entry.inUse === 0) this.#keepForAWhile(key, entry);
      }
    }
  }

  /** Ends all connections, and the servers that were started. */
  async close(): Promise<void> {
    this.#isClosed = true;
    const entries = [...this.#entries.values()];
    this.#entries.clear();
    await Promise.all(entries.map(closeEntry));
  }

  /** The connection that there is, unless it has failed. */
  #usable(key: string): Entry | null {
    const entry = this.#entries.get(key);
    if (!entry) return null;
    if (entry.opened?.isOpen !== false) return entry;
    this.#drop(key, entry);
    if (entry.inUse === 0) void closeEntry(entry);
    return null;
  }

  #open(key: string, server: McpServer, { scope, timeoutMs }: UseOptions): Entry {
    if (this.#isClosed) throw new ToolUnavailable('closed', 'The toolbox is closed');
    this.#makeRoom();
    // Not the caller's signal: others who wait for the same connection have their own.
    const signal = new AbortController().signal;
    const connection = connect(server, this.#clients, { scope, timeoutMs, signal });
    const entry: Entry = { connection, opened: null, isFresh: true, inUse: 0, idle: undefined };
    this.#entries.set(key, entry);
    connection.then(
      (opened) => {
        entry.opened = opened;
      },
      () => this.#drop(key, entry),
    );
    return entry;
  }

  #makeRoom(): void {
    if (this.#entries.size < MAX_CONNECTIONS) return;
    const unused = [...this.#entries].find(([, entry]) => entry.inUse === 0);
    if (!unused)
      throw new ToolUnavailable(
        'unreachable',
        `All ${MAX_CONNECTIONS} connections to MCP servers are in use: try again later`,
      );
    this.#drop(...unused);
    void closeEntry(unused[1]);
  }

  #keepForAWhile(key: string, entry: Entry): void {
    // Dropped or failed while it was in use.
    if (this.#entries.get(key) !== entry || entry.opened?.isOpen === false) {
      this.#drop(key, entry);
      void closeEntry(entry);
      return;
    }
    entry.idle = setTimeout(() => {
      this.#drop(key, entry);
      void closeEntry(entry);
    }, IDLE_MS);
    entry.idle.unref();
  }

  #drop(key: string, entry: Entry): void {
    clearTimeout(entry.idle);
    if (this.#entries.get(key) === entry) this.#entries.delete(key);
  }
}

function keyOf(server: McpServer, scope: string | undefined): string {
  const { overrides: _names, timeoutSeconds: _limit, ...connection } = server;
  return JSON.stringify([scope ?? null, connection]);
}

async function closeEntry(entry: Entry): Promise<void> {
  // A connection that could not be opened has already told everybody who waited for it.
  const connection = await entry.connection.catch(() => null);
  // A connection that can't be closed is already gone; nobody waits for this.
  await connection?.close().catch(connection.markFailed);
}

async function abortable<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value> {
  signal.throwIfAborted();
  const aborted = Promise.withResolvers<never>();
  const abort = () => aborted.reject(signal.reason as Error);
  signal.addEventListener('abort', abort, { once: true });
  try {
    return await Promise.race([promise, aborted.promise]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}

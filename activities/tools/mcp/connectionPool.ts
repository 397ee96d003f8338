import { ToolUnavailable } from '../toolErrors.ts';
import { connect, type Connection, type McpClients, type McpServer } from './connect.ts';

interface Entry {
  connection: Promise<Connection>;
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

  /** Runs `work` with an open connection. Rejects with ToolUnavailable where there is none to be had. */
  async use<Result>(
    server: McpServer,
    options: UseOptions,
    work: (connection: Connection) => Promise<Result>,
  ): Promise<Result> {
    const key = keyOf(server, options.scope);
    const entry = this.#entries.get(key) ?? this.#open(key, server, options);
    entry.inUse += 1;
    clearTimeout(entry.idle);
    try {
      const connection = await abortable(entry.connection, options.signal);
      if (!connection.isOpen) {
        this.#drop(key, entry);
        throw new ToolUnavailable('unreachable', 'The MCP server has closed the connection');
      }
      return await work(connection);
    } finally {
      entry.inUse -= 1;
      if (entry.inUse === 0) this.#keepForAWhile(key, entry);
    }
  }

  /** The next use connects anew. */
  async drop(server: McpServer, scope: string | undefined): Promise<void> {
    const key = keyOf(server, scope);
    const entry = this.#entries.get(key);
    if (!entry) return;
    this.#drop(key, entry);
    await closeEntry(entry);
  }

  /** Ends all connections, and the servers that were started. */
  async close(): Promise<void> {
    this.#isClosed = true;
    const entries = [...this.#entries.values()];
    this.#entries.clear();
    await Promise.all(entries.map(closeEntry));
  }

  #open(key: string, server: McpServer, { scope, timeoutMs }: UseOptions): Entry {
    if (this.#isClosed) throw new ToolUnavailable('closed', 'The toolbox is closed');
    this.#makeRoom();
    // Not the caller's signal: who waits beside it for the same connection has one of its own.
    const signal = new AbortController().signal;
    const connection = connect(server, this.#clients, { scope, timeoutMs, signal });
    const entry: Entry = { connection, inUse: 0, idle: undefined };
    this.#entries.set(key, entry);
    connection.then(
      ({ client }) => {
        const closed = client.onclose;
        client.onclose = () => {
          closed?.();
          this.#drop(key, entry);
        };
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
        `All ${MAX_CONNECTIONS} connections to MCP servers are in use`,
      );
    this.#drop(...unused);
    void closeEntry(unused[1]);
  }

  #keepForAWhile(key: string, entry: Entry): void {
    // Dropped while it was in use.
    if (this.#entries.get(key) !== entry) {
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
  // One that could not be opened has told whoever waited for it.
  const connection = await entry.connection.catch(() => null);
  await connection?.close();
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

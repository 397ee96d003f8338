import { types } from 'node:util';
import pg from 'pg';
import { DatabaseAwayError, isDatabaseAway } from './databaseAway.ts';

/** How long a statement waits for a connection. */
const CONNECT_TIMEOUT_MS = 5_000;

/**
 * SQLSTATEs with which PostgreSQL says that it takes no statements now or ends the connection: connection exceptions,
 * operator intervention but for a cancelled statement, too many connections, sessions ended for being idle too long.
 */
const AWAY = /^(08\w{3}|57P0\d|53300|25P0[34])$/;
/** Refusals to let somebody in; their messages name the user. */
const NOT_LET_IN = /^28\w{3}$/;

/**
 * A pool of connections to the database, the one door to it: whatever fails because the database is not there comes out
 * as a `DatabaseAwayError`, anything else as the driver made it. `end()` it.
 */
export function createPool(url: string, { poolSize }: { poolSize: number }): pg.Pool {
  return new TypedPool(
    { connectionString: url, max: poolSize, connectionTimeoutMillis: CONNECT_TIMEOUT_MS },
    addressOf(url),
  );
}

/** The database's address for people: "host:port/database", without user and password. */
export function addressOf(url: string): string {
  const { host, port, database } = new pg.Client({ connectionString: url });
  const name = host.includes(':') ? `[${host}]` : host;
  return `${name}:${String(port)}/${database ?? ''}`;
}

type ConnectCallback = (
  error: Error | undefined,
  client: pg.PoolClient | undefined,
  done: (release?: unknown) => void,
) => void;

class TypedPool extends pg.Pool {
  readonly #address: string;

  constructor(config: pg.PoolConfig, address: string) {
    super({
      ...config,
      Client: class extends TypedClient {
        constructor(clientConfig?: pg.ClientConfig) {
          super(address, clientConfig);
        }
      },
    });
    this.#address = address;
    // A connection that breaks while it is idle is dropped by the pool; without a listener it would end the process.
    this.on('error', () => undefined);
  }

  override connect(): Promise<pg.PoolClient>;
  override connect(callback: ConnectCallback): void;
  override connect(callback?: ConnectCallback): Promise<pg.PoolClient> | void {
    if (callback === undefined) {
      return super.connect().catch((error: unknown) => {
        throw this.#typed(error);
      });
    }
    super.connect((error, client, done) => callback(error && this.#typed(error), client, done));
  }

  /** A client that gets no connection has not reached the database, whatever the reason, unless the pool was ended. */
  #typed(error: unknown): Error {
    return this.ending && types.isNativeError(error) ? error : away(this.#address, error);
  }
}

class TypedClient extends pg.Client {
  readonly #address: string;
  #isGone = false;

  constructor(address: string, config?: pg.ClientConfig) {
    super(config);
    this.#address = address;
    this.on('end', () => {
      this.#isGone = true;
    });
    // Running statements fail by themselves; without a listener the event would end the process.
    this.on('error', () => undefined);
    // Its overloads can't be overridden one by one.
    const query = this.query.bind(this) as (...args: unknown[]) => unknown;
    this.query = ((...args: unknown[]) => this.#typedQuery(query, args)) as pg.Client['query'];
  }

  /** The event tells everybody who listens (as the pool does) of a connection that broke. */
  override emit(event: string, ...args: unknown[]): boolean {
    if (event !== 'error') return super.emit(event, ...args);
    this.#isGone = true;
    return super.emit(event, away(this.#address, args[0]));
  }

  #typedQuery(query: (...args: unknown[]) => unknown, args: unknown[]): unknown {
    const last = args.at(-1);
    if (typeof last === 'function') {
      const callback = last as (error: unknown, result: unknown) => void;
      return query(...args.slice(0, -1), (error: unknown, result: unknown) => {
        callback(error === null || error === undefined ? error : this.#typed(error), result);
      });
    }
    const result = query(...args);
    if (!(result instanceof Promise)) return result;
    return result.catch((error: unknown) => {
      throw this.#typed(error);
    });
  }

  #typed(error: unknown): unknown {
    if (error instanceof pg.DatabaseError) {
      return AWAY.test(error.code ?? '') ? away(this.#address, error) : error;
    }
    return this.#isGone ? away(this.#address, error) : error;
  }
}

function away(address: string, cause: unknown): DatabaseAwayError {
  return isDatabaseAway(cause) ? cause : new DatabaseAwayError(address, reasonOf(cause), { cause });
}

/** A socket's code, else the server's or the driver's sentence; of several addresses tried in vain, the last one's. */
function reasonOf(error: unknown): string {
  if (!types.isNativeError(error)) return 'no reason given';
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (error instanceof pg.DatabaseError) {
    return NOT_LET_IN.test(code) ? `it refused the login (${code})` : error.message;
  }
  if (code !== '') return code;
  const tried: readonly unknown[] = 'errors' in error && Array.isArray(error.errors) ? error.errors : [];
  return tried.length > 0 ? reasonOf(tried.at(-1)) : error.message;
}

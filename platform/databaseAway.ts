import { types } from 'node:util';

/**
 * The database could not be reached, or the connection was lost during a statement; the statement itself was valid.
 * Only the database client throws it (databasePool.ts).
 */
export class DatabaseAwayError extends Error {
  override readonly name = 'DatabaseAwayError';
  /** "host:port/database"; never a user or a password. */
  readonly address: string;
  /** The driver's or the server's own word for it: ECONNREFUSED, "the database system is starting up". */
  readonly reason: string;

  constructor(address: string, reason: string, options?: ErrorOptions) {
    super(`The database at ${address} cannot be reached: ${reason}`, options);
    this.address = address;
    this.reason = reason;
  }
}

/** By its name: the web server and its bundled routes each have a copy of the class. */
export function isDatabaseAway(error: unknown): error is DatabaseAwayError {
  return types.isNativeError(error) && error.name === 'DatabaseAwayError';
}

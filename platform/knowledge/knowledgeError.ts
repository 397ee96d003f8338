import { types } from 'node:util';

/**
 * Why the knowledge store refused: `not_found`, `conflict` (it stands otherwise), `unfit` (a vector, or too many at once),
 * `not_migrated` (it lacks what this version calls), `refused` (by the database or the server, for a reason that asking again doesn't mend).
 */
export type KnowledgeRefusal = 'not_found' | 'conflict' | 'unfit' | 'not_migrated' | 'refused';

/** The knowledge store has answered, and did not do it. The message is for people. */
export class KnowledgeError extends Error {
  override readonly name = 'KnowledgeError';
  readonly kind: KnowledgeRefusal;

  constructor(kind: KnowledgeRefusal, message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }
}

/** The knowledge store could not be reached, or broke off: asking again can help. */
export class KnowledgeAwayError extends Error {
  override readonly name = 'KnowledgeAwayError';
  /** "host:port/database", or the server's origin; never a user, a password or a key. */
  readonly address: string;
  readonly reason: string;

  constructor(address: string, reason: string, options?: ErrorOptions) {
    super(`The knowledge store at ${address} cannot be reached: ${reason}`, options);
    this.address = address;
    this.reason = reason;
  }
}

/** What the store's functions raise (supabase/migrations). */
const REFUSALS: Record<string, KnowledgeRefusal> = { KN404: 'not_found', KN409: 'conflict', KN422: 'unfit' };

/** What a SQLSTATE of the store means; undefined: it is no refusal of the store's own. */
export function refusalOf(sqlState: string | undefined): KnowledgeRefusal | undefined {
  return sqlState === undefined ? undefined : REFUSALS[sqlState];
}

/** What the store says was wrong, and what to do where it says that. */
export function sentence(message: string, hint: string | null | undefined): string {
  const fault = `${message.charAt(0).toUpperCase()}${message.slice(1)}.`;
  return hint === null || hint === undefined || hint === '' ? fault : `${fault} ${hint}`;
}

/** The store lacks a function, or all of them. */
export function notMigrated(address: string, cause: unknown): KnowledgeError {
  return new KnowledgeError(
    'not_migrated',
    `The knowledge store at ${address} is not up to date. Apply its migrations: npm run knowledge:migrate`,
    { cause },
  );
}

/** By its name: the web server and its bundled routes each have a copy of the class. */
export function isKnowledgeError(error: unknown): error is KnowledgeError {
  return types.isNativeError(error) && error.name === 'KnowledgeError';
}

/** By its name, as isKnowledgeError. */
export function isKnowledgeAway(error: unknown): error is KnowledgeAwayError {
  return types.isNativeError(error) && error.name === 'KnowledgeAwayError';
}

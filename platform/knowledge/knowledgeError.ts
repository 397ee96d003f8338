/**
 * Why the knowledge store refused: `not_found`, `conflict` (it stands otherwise), `unfit` (a vector, or too many at once),
 * `refused` (by the database or the server, for a reason that asking again doesn't mend).
 */
export type KnowledgeRefusal = 'not_found' | 'conflict' | 'unfit' | 'refused';

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
  const said = `${message.charAt(0).toUpperCase()}${message.slice(1)}.`;
  return hint === null || hint === undefined || hint === '' ? said : `${said} ${hint}`;
}

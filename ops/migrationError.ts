/** A migration or its rollback could not be applied; the message says which, what of it was done, and the database's own words. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';

  constructor(what: string, cause: unknown) {
    super(`${what} ${cause instanceof Error ? cause.message.trim() : String(cause)}`, { cause });
  }
}

import pg from 'pg';
import { Prisma } from '../prisma/generated/client.ts';

const PRISMA_ERRORS = [
  Prisma.PrismaClientKnownRequestError,
  Prisma.PrismaClientUnknownRequestError,
  Prisma.PrismaClientValidationError,
  Prisma.PrismaClientInitializationError,
  Prisma.PrismaClientRustPanicError,
] as const;

/**
 * An error of the database client without values, safe for a history, a log or a report: its messages quote the
 * values of a statement. Any other error is returned unchanged.
 */
export function withoutValues(error: unknown): unknown {
  if (!isDatabaseClients(error)) return error;
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  const harmless = new Error(`${error instanceof pg.DatabaseError ? 'DatabaseError' : error.name}${code}`);
  harmless.stack = `${harmless.message}\n${(error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n')}`;
  return harmless;
}

function isDatabaseClients(error: unknown): error is Error {
  return error instanceof pg.DatabaseError || PRISMA_ERRORS.some((type) => error instanceof type);
}

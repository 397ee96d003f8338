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
 * An error of the database client's as it may stand in a history, a log or a report: its messages quote the values of a
 * statement, which have no place there. Anything else comes back as it is.
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

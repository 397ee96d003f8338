import { Prisma } from '../../../../prisma/generated/client.ts';

/** Whether a write failed because a row with this key already exists. */
export function isUniqueViolation(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002';
}

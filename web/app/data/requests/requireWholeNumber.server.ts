import { z } from 'zod';
import { refuse } from './refuse.server.ts';

/** Parses a whole number from 1 from the address. Throws a 404 if it is invalid. */
export function requireWholeNumber(value: string | undefined): number {
  const parsed = z.coerce.number().int().min(1).max(2_147_483_647).safeParse(value);
  if (!parsed.success) throw refuse(404);
  return parsed.data;
}

import { z } from 'zod';
import { refuse } from './refuse.server.ts';

/** A whole number from 1 from the address; a 404 where there is none. */
export function requireWholeNumber(value: string | undefined): number {
  const parsed = z.coerce.number().int().min(1).max(2_147_483_647).safeParse(value);
  if (!parsed.success) throw refuse(404);
  return parsed.data;
}

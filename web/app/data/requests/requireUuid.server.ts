import { z } from 'zod';
import { refuse } from './refuse.server.ts';

/** Parses an id from the address. Throws a 404 if it is invalid, before the database is asked. */
export function requireUuid(value: string | undefined): string {
  const parsed = z.guid().safeParse(value);
  if (!parsed.success) throw refuse(404);
  return parsed.data;
}

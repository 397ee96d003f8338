import { z } from 'zod';
import { refuse } from './refuse.server.ts';

/** An id from the address; a 404 where it can't be one, before the database is asked. */
export function requireUuid(value: string | undefined): string {
  const parsed = z.guid().safeParse(value);
  if (!parsed.success) throw refuse(404);
  return parsed.data;
}

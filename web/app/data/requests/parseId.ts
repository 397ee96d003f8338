import { z } from 'zod';

/** Parses an id from an address; null if it can't be one, so that the database is not asked in vain. */
export function parseId(value: string | undefined): string | null {
  return z.uuid().safeParse(value).data ?? null;
}

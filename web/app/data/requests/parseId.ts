import { z } from 'zod';

/** An id from an address; null where it can't be one, so that the database is not asked for nonsense. */
export function parseId(value: string | undefined): string | null {
  return z.uuid().safeParse(value).data ?? null;
}

import { isIP } from 'node:net';
import pg from 'pg';
import { z } from 'zod';

/** Nothing but space in the environment means "not set": compose files and hosts' forms produce it. */
function given(value: unknown): unknown {
  return typeof value === 'string' && value.trim() === '' ? undefined : value;
}

/** The same variables without those that are not set. */
export function withoutBlanks(
  variables: Record<string, string | undefined>,
): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(variables).filter(([, value]) => given(value) !== undefined));
}

export const optional = <T extends z.ZodType>(schema: T) => z.preprocess(given, schema.optional());

export const withDefault = <T extends z.ZodType>(schema: T, fallback: string) =>
  z.preprocess((value) => given(value) ?? fallback, schema);

export const flag = z.enum(['true', 'false']).transform((value) => value === 'true');

/** Docker's --env-file and some hosts' forms keep quotes, which are never meant to be part of a value. */
const isInQuotes = (value: string) => /^(["']).*\1$/s.test(value);
const IN_QUOTES = 'must stand without quotes around it';

/** Any text; space around it, such as the end of a line, doesn't count. */
export const text = z
  .string()
  .trim()
  .refine((value) => !isInQuotes(value), IN_QUOTES);

/** A key that is sent in a header. It is not trimmed: what else was given the same text would have another one. */
export const key = z
  .string()
  .regex(/^[\x21-\x7e]+$/, 'must be printable ASCII without spaces; is there a line break at its end?')
  .refine((value) => !isInQuotes(value), IN_QUOTES);

/** The same where people think it up themselves, perhaps of several words. */
export const sharedSecret = z
  .string()
  .regex(
    /^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/,
    'must be printable ASCII, with no space or line break around it',
  )
  .refine((value) => !isInQuotes(value), IN_QUOTES);

export const port = z
  .string()
  .trim()
  .regex(/^\d{1,5}$/, 'must be a port: a number from 0 to 65535')
  .transform(Number)
  .refine((value) => value <= 65_535, 'must be a port: a number from 0 to 65535');

/** The values of a text with commas between them. */
export function itemsOf(value: string): string[] {
  return value
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

export const list = z
  .string()
  .transform(itemsOf)
  .refine((items) => !items.some(isInQuotes), 'must have no quotes around its values');

export const httpUrl = z.url({ protocol: /^https?$/, error: 'must be an http:// or https:// URL' });

export const databaseUrl = z
  .url({
    protocol: /^postgres(ql)?$/,
    error:
      'must be a postgresql:// URL, in which special characters of the password are written as %23 and the like',
  })
  .superRefine((url, context) => {
    const fault = faultOfDatabaseUrl(url);
    if (fault !== null) context.addIssue({ code: 'custom', message: fault });
  });

/** Why the database's driver does not take a URL of its scheme, without a word of it; null: it does. */
function faultOfDatabaseUrl(url: string): string | null {
  try {
    // It reads the files that the URL names, and connects to nothing.
    new pg.Client({ connectionString: url });
    return null;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    return code.startsWith('E') && !code.startsWith('ERR_')
      ? `names a file (sslrootcert, sslcert or sslkey) that can't be read (${code})`
      : "can't be read by the database's driver: is each of its parameters right?";
  }
}

/** An IP address, or a range of them in CIDR form. */
export function isAddressOrRange(value: string): boolean {
  const [address = '', prefix, ...more] = value.split('/');
  const family = isIP(address);
  if (family === 0 || more.length > 0) return false;
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (family === 4 ? 32 : 128));
}

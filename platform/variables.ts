import { z } from 'zod';

/** Empty strings in the environment mean "not set", as compose files produce them. */
export const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

export const withDefault = <T extends z.ZodType>(schema: T, fallback: string) =>
  z.preprocess((value) => (value === undefined || value === '' ? fallback : value), schema);

export const flag = z.enum(['true', 'false']).transform((value) => value === 'true');

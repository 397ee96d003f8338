/**
 * Schemas of flat objects for what the workflow sandbox reads, with the part of zod's interface that is used here. Not zod
 * itself: half a megabyte of code that each cached workflow would evaluate for itself and keep, since what workflows share
 * is frozen, and a frozen zod does not work.
 */
export interface FlatSchema<T> {
  /** Throws a TypeError that names the field. */
  parse: (value: unknown) => T;
  safeParse: (value: unknown) => Parsed<T>;
}

export type Parsed<T> =
  { success: true; data: T } | { success: false; error: { issues: { path: string[]; message: string }[] } };

/** The type of a field; `expected` describes it in errors. */
export interface Field<T> {
  expected: string;
  accepts: (value: unknown) => value is T;
}

/** An object with these fields; others that it has are left out. */
export function flatObject<T extends object>(fields: { [Name in keyof T]: Field<T[Name]> }): FlatSchema<T> {
  const entries = Object.entries<Field<unknown>>(fields);
  const safeParse = (value: unknown): Parsed<T> => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return refused([], 'an object');
    const given = new Map<string, unknown>(Object.entries(value));
    for (const [name, { accepts, expected }] of entries) {
      if (!accepts(given.get(name))) return refused([name], expected);
    }
    const data = Object.fromEntries(entries.map(([name]) => [name, given.get(name)])) as T;
    return { success: true, data };
  };
  const parse = (value: unknown): T => {
    const parsed = safeParse(value);
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    throw new TypeError(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'unreadable'}`);
  };
  return { parse, safeParse };
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

export const uuid: Field<string> = {
  expected: 'a UUID',
  accepts: (value): value is string => typeof value === 'string' && UUID.test(value),
};

/** Text that is not empty. */
export const someText: Field<string> = {
  expected: 'text that is not empty',
  accepts: (value): value is string => typeof value === 'string' && value !== '',
};

export function oneOf<const Value extends string>(...values: readonly Value[]): Field<Value> {
  return {
    expected: `one of ${values.join(', ')}`,
    accepts: (value): value is Value => values.some((each) => each === value),
  };
}

function refused(path: string[], expected: string): Parsed<never> {
  return { success: false, error: { issues: [{ path, message: `expected ${expected}` }] } };
}

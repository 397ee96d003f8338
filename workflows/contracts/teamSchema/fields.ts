import { z } from 'zod';

/**
 * The kinds of fields that a team has. Their messages are read by whoever wrote the team: each says what is wrong and
 * what to do about it; where it is, is said by its path.
 */

/** A text of bounded length. */
export function text(max: number, min: 0 | 1 = 0) {
  return z
    .string({ error: unlike('a text in quotes') })
    .min(min, 'Is empty; write something here')
    .max(max, `Has more than ${max.toLocaleString('en')} characters; shorten it`);
}

export function integer(min: number, max: number) {
  return z
    .number({ error: unlike('a whole number') })
    .int('Must be a whole number')
    .min(min, `Must be at least ${String(min)}; raise it`)
    .max(max, `Must be at most ${max.toLocaleString('en')}; lower it`);
}

export function positiveNumber(max: number) {
  return z
    .number({ error: unlike('a number') })
    .positive('Must be more than 0; raise it')
    .max(max, `Must be at most ${max.toLocaleString('en')}; lower it`);
}

export function flag() {
  return z.boolean({ error: unlike('true or false') });
}

export function choice<const Values extends readonly string[]>(values: Values) {
  return z.enum(values, { error: unlike(oneOf(values)) });
}

export function list<Item extends z.ZodType>(item: Item, max: number) {
  return z
    .array(item, { error: unlike('a list') })
    .max(max, `Has more than ${String(max)} entries; remove some`);
}

/** An object that has these fields and no others. */
export function object<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `Has no field ${quoted(issue.keys)}; remove it`
        : unlike('an object')(issue),
  });
}

/** Names and texts, in any number up to the limit. */
export function texts(maxEntries: number, maxLength: number) {
  return z
    .record(text(200, 1), text(maxLength), { error: unlike('an object of texts') })
    .refine(
      (record) => Object.keys(record).length <= maxEntries,
      `Has more than ${String(maxEntries)} entries`,
    );
}

/** Objects by their kind, as zod wants them; a registry's contracts say of a schema no more than what it gives. */
export function asOptions(schemas: readonly z.ZodType[]): z.ZodObject[] {
  return schemas.map((schema) => {
    if (schema instanceof z.ZodObject) return schema;
    throw new TypeError('The schema of a kind is an object with its kind in it');
  });
}

/** Anything of these kinds; `error` says what the kinds are where it is of none. */
export function ofKinds<Value>(
  schemas: readonly z.ZodType<Value>[],
  error?: ReturnType<typeof unknownKind>,
): z.ZodType<Value> {
  const [first, ...others] = asOptions(schemas);
  if (first === undefined) throw new TypeError('There is no kind');
  return z.discriminatedUnion('kind', [first, ...others], { error }) as unknown as z.ZodType<Value>;
}

/** The message for a union by `kind` whose kind is none of these. */
export function unknownKind(kinds: readonly string[]) {
  return (issue: { input?: unknown; code?: string | undefined }) =>
    issue.code === 'invalid_union' ? `Must be ${oneOf(kinds)}` : unlike('an object')(issue);
}

function unlike(expected: string) {
  return ({ input }: { input?: unknown }) =>
    input === undefined ? `Is missing; add it: ${expected}` : `Must be ${expected}`;
}

function oneOf(values: readonly string[]): string {
  return values.length === 1 ? `"${values.join()}"` : `one of ${quoted(values)}`;
}

function quoted(values: readonly string[]): string {
  return values.map((value) => `"${value}"`).join(', ');
}

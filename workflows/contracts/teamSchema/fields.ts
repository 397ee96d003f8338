import { z } from 'zod';
import { teamFinding } from '../findings/finding.ts';

/**
 * The kinds of fields of a team. Their messages are for the team's author: each says what is wrong and what to do;
 * the path says where.
 */

/** A text of bounded length. */
export function text(max: number, min: 0 | 1 = 0) {
  return z
    .string({ error: unlike(teamFinding('text')) })
    .min(min, teamFinding('empty'))
    .max(max, teamFinding('tooLong', { max }));
}

export function integer(min: number, max: number) {
  return z
    .number({ error: unlike(teamFinding('wholeNumber')) })
    .int(teamFinding('unlike', { expected: teamFinding('wholeNumber') }))
    .min(min, teamFinding('tooSmall', { min }))
    .max(max, teamFinding('tooLarge', { max }));
}

export function positiveNumber(max: number) {
  return z
    .number({ error: unlike(teamFinding('number')) })
    .positive(teamFinding('notPositive'))
    .max(max, teamFinding('tooLarge', { max }));
}

export function number(min: number, max: number) {
  return z
    .number({ error: unlike(teamFinding('number')) })
    .min(min, teamFinding('tooSmall', { min }))
    .max(max, teamFinding('tooLarge', { max }));
}

export function flag() {
  return z.boolean({ error: unlike(teamFinding('flag')) });
}

export function choice<const Values extends readonly string[]>(values: Values) {
  return z.enum(values, { error: unlike(oneOf(values)) });
}

export function list<Item extends z.ZodType>(item: Item, max: number) {
  return z
    .array(item, { error: unlike(teamFinding('list')) })
    .max(max, teamFinding('tooManyEntries', { max }));
}

/** An object that has these fields and no others. */
export function object<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? teamFinding('unknownField', { names: quoted(issue.keys) })
        : unlike(teamFinding('object'))(issue),
  });
}

/** Names and texts, in any number up to the limit. */
export function texts(maxEntries: number, maxLength: number) {
  return z
    .record(text(200, 1), text(maxLength), { error: unlike(teamFinding('objectOfTexts')) })
    .refine(
      (record) => Object.keys(record).length <= maxEntries,
      teamFinding('tooManyEntries', { max: maxEntries }),
    );
}

/** Objects by their kind, in the form that zod needs; a registry's contracts only say what a schema returns. */
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

/** The message for an object whose `kind` is unknown. */
export function unknownKind(kinds: readonly string[]) {
  return (issue: { input?: unknown; code?: string | undefined }) =>
    issue.code === 'invalid_union'
      ? teamFinding('unlike', { expected: oneOf(kinds) })
      : unlike(teamFinding('object'))(issue);
}

/** The message for a value of another type, or none. */
export function unlike(expected: string) {
  return ({ input }: { input?: unknown }) =>
    teamFinding(input === undefined ? 'missing' : 'unlike', { expected });
}

function oneOf(values: readonly string[]): string {
  return values.length === 1 ? `"${values.join()}"` : teamFinding('oneOf', { values: quoted(values) });
}

function quoted(values: readonly string[]): string {
  return values.map((value) => `"${value}"`).join(', ');
}

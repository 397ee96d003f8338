import { expect, it } from '@jest/globals';
import { z } from 'zod';
import { type ApiEndpoint, apiEndpoints } from './endpoints.ts';

/** Texts that are read and not kept, or kept without what can't be stored. */
const NOT_KEPT: readonly RegExp[] = [
  // What says when a schedule is due is read as a whole, and what can't be read is refused.
  /^(?:create|update|preview)Schedule[.]spec[.]timing[.]/,
  // An image, of which only base64 is taken.
  /[.]task[.]content[.]data$/,
  // The place that a page of a list has given: numbers and an id, which are read out of it.
  /^listConversations[.]cursor$/,
  /^listMessages[.]after$/,
  // The form's handler reads its fields itself (receiveImport.server.ts).
  /^startImport[.](?:addresses|idempotencyKey)$/,
];

/** The places of a schema at which a text is taken that PostgreSQL can't keep. */
function unguarded(schema: unknown, path: string): string[] {
  if (!(schema instanceof z.ZodType)) return [];
  if (schema instanceof z.ZodString) {
    const takes = (text: string) => schema.safeParse(text).success;
    return takes('ab') && (takes('a\0b') || takes('a\ud83d')) ? [path] : [];
  }
  if (schema instanceof z.ZodObject) {
    return Object.entries(schema.shape).flatMap(([name, field]) => unguarded(field, `${path}.${name}`));
  }
  if (schema instanceof z.ZodArray) return unguarded(schema.element, path);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => unguarded(option, path));
  if (schema instanceof z.ZodRecord) return unguarded(schema.keyType, `${path}.KEY`);
  if (schema instanceof z.ZodPipe) return unguarded(schema.in, path);
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault ||
    schema instanceof z.ZodReadonly
  ) {
    return unguarded(schema.unwrap(), path);
  }
  return [];
}

it.each(Object.entries(apiEndpoints).map(([name, endpoint]) => [name, endpoint as ApiEndpoint] as const))(
  '%s refuses texts that can’t be kept',
  (name, { query, body, form }) => {
    const found = [query, body, form].flatMap((schema) => unguarded(schema, name));
    expect(found.filter((place) => !NOT_KEPT.some((known) => known.test(place)))).toEqual([]);
  },
);

/**
 * Python's `format` with named fields: `{field}` is replaced, doubled braces become one. An unknown field stays
 * unchanged, where Python raises. Suffixes of a field's name (`:>8`, `!r`, `.part`) are not supported.
 */
export function formatted(format: string, fields: Readonly<Record<string, string>>): string {
  return format.replace(
    /\{\{|\}\}|\{(\p{XID_Continue}+)(?!\p{XID_Continue})[^{}]*\}/gu,
    (match, field?: string) => {
      if (match === '{{') return '{';
      if (match === '}}') return '}';
      return field !== undefined && Object.hasOwn(fields, field) ? (fields[field] ?? match) : match;
    },
  );
}

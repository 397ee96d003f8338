/**
 * Python's `format` with named fields: `{field}` is replaced, doubled braces are one. A field that is not known stays as
 * it is, where Python raises. What follows a field's name (`:>8`, `!r`, `.part`) is not carried out.
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

import type { Json } from '../../json.ts';

/** The formats of strings that the API knows. */
const FORMATS = ['date-time', 'time', 'date', 'duration', 'email', 'hostname', 'uri', 'ipv4', 'ipv6', 'uuid'];
/** Keywords that stay unchanged. */
const KEPT = ['$ref', 'enum', 'const', 'type', 'description', 'title', 'required', 'default'];

/**
 * A schema as the Messages API accepts it for an answer: objects are closed, and constraints that it can't enforce
 * (lengths, ranges, patterns) are described in words, as Anthropic's own client does.
 */
export function answerSchema(schema: Json): { [keyword: string]: Json } {
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) return { type: 'object' };
  const written: { [keyword: string]: Json } = {};
  const told: string[] = [];
  for (const [keyword, value] of Object.entries(schema)) {
    const taken = takenAs(keyword, value);
    if (taken !== null) written[taken.keyword] = taken.value;
    else if (keyword !== '$schema' && keyword !== 'additionalProperties') {
      told.push(`${keyword}: ${JSON.stringify(value)}`);
    }
  }
  if (written.type === 'object' || written.properties !== undefined) {
    written.properties ??= {};
    written.additionalProperties = false;
  }
  if (told.length === 0) return written;
  const own = typeof written.description === 'string' ? `${written.description}\n\n` : '';
  return { ...written, description: `${own}{${told.join(', ')}}` };
}

function takenAs(keyword: string, value: Json): { keyword: string; value: Json } | null {
  if (KEPT.includes(keyword)) return { keyword, value };
  if (keyword === 'properties' || keyword === '$defs' || keyword === 'definitions') {
    return { keyword, value: eachOf(value) };
  }
  if ((keyword === 'anyOf' || keyword === 'oneOf' || keyword === 'allOf') && Array.isArray(value)) {
    return { keyword: keyword === 'oneOf' ? 'anyOf' : keyword, value: value.map(answerSchema) };
  }
  if (keyword === 'items') return { keyword, value: answerSchema(value) };
  if (keyword === 'minItems' && (value === 0 || value === 1)) return { keyword, value };
  if (keyword === 'format' && typeof value === 'string' && FORMATS.includes(value)) return { keyword, value };
  return null;
}

function eachOf(schemas: Json): Json {
  if (typeof schemas !== 'object' || schemas === null || Array.isArray(schemas)) return {};
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, answerSchema(schema)]));
}

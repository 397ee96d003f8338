import type { Json } from '../../workflows/domain/json.ts';
import { onWire } from '../../workflows/domain/names/wireNames.ts';
import type { StructuredOutput } from '../../workflows/domain/team.ts';

/** A request's response_format for a reply of a shape: strict, as OpenAI's own client makes it of a schema. */
export function responseFormat(output: StructuredOutput): Json {
  return {
    type: 'json_schema',
    json_schema: { name: onWire(output.name, {}), schema: strict(output.schema), strict: true },
  };
}

/** Strict schemas close every object and require all of its properties. */
function strict(schema: Json): Json {
  if (Array.isArray(schema)) return schema.map(strict);
  if (schema === null || typeof schema !== 'object') return schema;
  const inner = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, strict(value)]));
  const { properties } = schema;
  if (schema.type !== 'object' || properties === null || typeof properties !== 'object') return inner;
  return { ...inner, additionalProperties: false, required: Object.keys(properties ?? {}) };
}

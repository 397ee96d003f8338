import type { Json } from '../../workflows/domain/json.ts';

/** The response format for an answer in JSON: by its schema, as any JSON, or null, as the model can do it. */
export function jsonFormat(
  { structuredOutput, jsonOutput }: { structuredOutput: boolean; jsonOutput: boolean },
  { name, schema }: { name: string; schema: Json },
): Json {
  if (structuredOutput) return { type: 'json_schema', json_schema: { name, schema, strict: true } };
  return jsonOutput ? { type: 'json_object' } : null;
}

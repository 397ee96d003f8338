import { isObject, type Json } from '../json.ts';
import type { ToolDescription } from '../tool.ts';

/** The tools of a question, out of the form in which they are stored with requests. */
export function toolDescriptions(list: Json): ToolDescription[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((tool): ToolDescription[] => {
    const described = isObject(tool) ? tool.function : undefined;
    if (!isObject(described) || typeof described.name !== 'string') return [];
    const { name, description, parameters } = described;
    return [
      {
        name,
        description: typeof description === 'string' ? description : '',
        parameters: parameters ?? { type: 'object', properties: {} },
      },
    ];
  });
}

/** The shape that an answer is to have; null: text. */
export type AnswerShape =
  { kind: 'json' } | { kind: 'schema'; name: string; schema: Json; strict: boolean } | null;

/** The schema of a question's answer, from the form that is stored with requests. */
export function answerShape(format: Json): AnswerShape {
  if (!isObject(format)) return null;
  if (format.type === 'json_object') return { kind: 'json' };
  const described = format.json_schema;
  if (format.type !== 'json_schema' || !isObject(described)) return null;
  const { name, schema, strict } = described;
  return {
    kind: 'schema',
    name: typeof name === 'string' ? name : 'answer',
    schema: schema ?? {},
    strict: strict === true,
  };
}

import { answerTo } from '../answer.ts';
import { readSituation } from '../situation.ts';
import { plausible } from './plausible.ts';
import { callable, type Play, saying } from './play.ts';

/** A structured answer: JSON that satisfies its schema. Tools that have to be called first take precedence. */
export const fillSchema: Play = (request) => {
  const { response_format: format, messages } = request;
  if (format === undefined || format === null || callable(request).length > 0) return null;
  const { task } = readSituation(messages);
  if (format.json_schema !== undefined) {
    const { schema } = format.json_schema;
    return saying(JSON.stringify(plausible(schema, { task, root: schema })));
  }
  return format.type === 'json_object' ? saying(JSON.stringify({ answer: answerTo(messages) })) : null;
};

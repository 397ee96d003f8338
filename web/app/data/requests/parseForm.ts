import { parseWithZod } from '@conform-to/zod/v4';
import type { z } from 'zod';
import { fault } from '../../languages/fault.ts';

/**
 * Reads a form by its schema. What the schema itself does not name is said by zod's own code, as a fault
 * (languages/fault.ts) and never in zod's English.
 */
export function parseForm<Schema extends z.ZodType>(formData: FormData, schema: Schema) {
  return parseWithZod(formData, { schema, error: faultOf });
}

/** What is wrong with a value, where the schema has no fault of its own for it. */
export const faultOf: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? fault('common:faults.missing') : fault('common:faults.invalid');
    case 'too_small':
      return issue.origin === 'string'
        ? fault('common:faults.tooShort', { count: Number(issue.minimum) })
        : fault('common:faults.tooSmall', { min: String(issue.minimum) });
    case 'too_big':
      return issue.origin === 'string'
        ? fault('common:faults.tooLong', { count: Number(issue.maximum) })
        : fault('common:faults.tooLarge', { max: String(issue.maximum) });
    case 'custom':
    case 'invalid_element':
    case 'invalid_format':
    case 'invalid_key':
    case 'invalid_union':
    case 'invalid_value':
    case 'not_multiple_of':
    case 'unrecognized_keys':
      return fault('common:faults.invalid');
  }
};

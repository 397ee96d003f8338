import { parseWithZod } from '@conform-to/zod/v4';
import type { z } from 'zod';
import { isStorable } from '../../../../workflows/contracts/storableText.ts';
import { fault } from '../../languages/fault.ts';

/** What is wrong with a text that can't be stored. */
export const NOT_STORABLE = fault('common:faults.notStorable');

/**
 * Parses a form with its schema. Errors without a message in the schema get a fault by zod's code
 * (languages/fault.ts), never zod's English. A text that can't be stored is refused at its field.
 */
export function parseForm<Schema extends z.ZodType>(formData: FormData, schema: Schema) {
  const storable = schema.superRefine((value, context) => {
    for (const name of unstorableFields(value)) {
      // Its own schema has said so.
      if (context.issues.some(({ path }) => path?.[0] === name)) continue;
      context.addIssue({ code: 'custom', path: formData.has(name) ? [name] : [], message: NOT_STORABLE });
    }
  });
  return parseWithZod(formData, { schema: storable, error: faultOf });
}

/** The fields of a form's value with a text that can't be stored, however deep in them it stands. */
function unstorableFields(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, field]) => (isStorableWithin(field) ? [] : [name]));
}

function isStorableWithin(value: unknown): boolean {
  const pending = [value];
  while (pending.length > 0) {
    const each = pending.pop();
    if (typeof each === 'string' && !isStorable(each)) return false;
    if (typeof each === 'object' && each !== null) {
      for (const member of Object.values(each)) pending.push(member);
    }
  }
  return true;
}

/** The fault for a value if the schema has none of its own. */
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
        : fault('common:faults.tooLarge', { max: Number(issue.maximum) });
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

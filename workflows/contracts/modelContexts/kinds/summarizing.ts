import { autogenFinding } from '../../findings/finding.ts';
import { integer, text } from '../../teamSchema/fields.ts';
import { modelClientSchema } from '../../teamSchema/model.ts';
import type { ContextContract } from '../contract.ts';

export const summarizing: ContextContract<'summarizing'> = {
  fields: {
    keep: integer(1, 100_000),
    summarizeAfter: integer(1, 100_000),
    model: modelClientSchema.nullable(),
    prompt: text(100_000, 1).nullable(),
  },
  autogen: {
    component: 'BufferedChatCompletionContext',
    write: ({ keep }) => ({ buffer_size: keep }),
    note: autogenFinding('summarizing'),
  },
};

import { integer } from '../../teamSchema/fields.ts';
import type { ContextContract } from '../contract.ts';

export const headAndTail: ContextContract<'head_and_tail'> = {
  fields: { head: integer(1, 100_000), tail: integer(1, 100_000) },
  autogen: {
    component: 'HeadAndTailChatCompletionContext',
    read: (fields) => ({
      kind: 'head_and_tail',
      head: fields.integer('head_size'),
      tail: fields.integer('tail_size'),
    }),
    write: ({ head, tail }) => ({ head_size: head, tail_size: tail }),
  },
};

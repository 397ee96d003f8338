import { integer } from '../../teamSchema/fields.ts';
import type { ContextContract } from '../contract.ts';

export const buffered: ContextContract<'buffered'> = {
  fields: { size: integer(1, 100_000) },
  autogen: {
    component: 'BufferedChatCompletionContext',
    read: (fields) => ({ kind: 'buffered', size: fields.integer('buffer_size') }),
    write: ({ size }) => ({ buffer_size: size }),
  },
};

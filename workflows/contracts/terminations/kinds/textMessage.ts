import { z } from 'zod';
import { object } from '../../teamSchema/fields.ts';
import { latch, name, type TerminationContract } from '../contract.ts';

export const textMessage: TerminationContract<'text_message'> = {
  condition: object({ kind: z.literal('text_message'), source: name.nullable() }),
  state: latch('text_message'),
  autogen: {
    component: 'TextMessageTermination',
    read: (fields) => ({ kind: 'text_message', source: fields.textOr('source', null) }),
    write: ({ source }) => ({ source }),
  },
};

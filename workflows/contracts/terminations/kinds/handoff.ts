import { z } from 'zod';
import { object } from '../../teamSchema/fields.ts';
import { latch, name, type TerminationContract } from '../contract.ts';

export const handoff: TerminationContract<'handoff'> = {
  condition: object({ kind: z.literal('handoff'), target: name }),
  state: latch('handoff'),
  autogen: {
    component: 'HandoffTermination',
    read: (fields) => ({ kind: 'handoff', target: fields.text('target') }),
    write: ({ target }) => ({ target }),
  },
};

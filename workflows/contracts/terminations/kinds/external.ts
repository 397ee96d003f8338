import { z } from 'zod';
import { object } from '../../teamSchema/fields.ts';
import { latch, type TerminationContract } from '../contract.ts';

export const external: TerminationContract<'external'> = {
  condition: object({ kind: z.literal('external') }),
  state: latch('external'),
  autogen: {
    component: 'ExternalTermination',
    read: () => ({ kind: 'external' }),
    write: () => ({}),
  },
};

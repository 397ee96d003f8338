import { z } from 'zod';
import { object } from '../../teamSchema/fields.ts';
import { latch, type TerminationContract } from '../contract.ts';

export const stopMessage: TerminationContract<'stop_message'> = {
  condition: object({ kind: z.literal('stop_message') }),
  state: latch('stop_message'),
  autogen: {
    component: 'StopMessageTermination',
    read: () => ({ kind: 'stop_message' }),
    write: () => ({}),
  },
};

import { z } from 'zod';
import { object, positiveNumber } from '../../teamSchema/fields.ts';
import { fired, type TerminationContract } from '../contract.ts';

export const timeout: TerminationContract<'timeout'> = {
  condition: object({ kind: z.literal('timeout'), seconds: positiveNumber(366 * 24 * 60 * 60) }),
  state: z.object({ kind: z.literal('timeout'), startedAtMs: z.number().nullable(), fired }),
  autogen: {
    component: 'TimeoutTermination',
    read: (fields) => ({ kind: 'timeout', seconds: fields.number('timeout_seconds') }),
    write: ({ seconds }) => ({ timeout_seconds: seconds }),
  },
};

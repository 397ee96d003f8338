import { z } from 'zod';
import { object } from '../../teamSchema/fields.ts';
import { latch, name, type TerminationContract } from '../contract.ts';

export const functionCall: TerminationContract<'function_call'> = {
  condition: object({ kind: z.literal('function_call'), functionName: name }),
  state: latch('function_call'),
  autogen: {
    component: 'FunctionCallTermination',
    read: (fields) => ({ kind: 'function_call', functionName: fields.text('function_name') }),
    write: ({ functionName }) => ({ function_name: functionName }),
  },
};

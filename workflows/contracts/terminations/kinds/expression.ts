import { z } from 'zod';
import { autogenFinding } from '../../findings/finding.ts';
import { object, text } from '../../teamSchema/fields.ts';
import { latch, type TerminationContract } from '../contract.ts';

export const expression: TerminationContract<'expression'> = {
  condition: object({ kind: z.literal('expression'), expression: text(10_000, 1) }),
  state: latch('expression'),
  autogen: {
    component: null,
    note: autogenFinding('noExpression'),
  },
};

import { z } from 'zod';
import { autogenFinding } from '../../findings/finding.ts';
import { integer, object } from '../../teamSchema/fields.ts';
import { fired, type TerminationContract } from '../contract.ts';

export const cost: TerminationContract<'cost'> = {
  condition: object({ kind: z.literal('cost'), maxMicroUsd: integer(1, 1_000_000_000_000) }),
  state: z.object({ kind: z.literal('cost'), spentMicroUsd: z.number().nonnegative(), fired }),
  autogen: { component: null, note: autogenFinding('noCost') },
};

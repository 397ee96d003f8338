import { z } from 'zod';
import { object } from '../../teamSchema/fields.ts';
import type { PatternContract } from '../contract.ts';

export const roundRobin: PatternContract<'round_robin'> = {
  config: object({ kind: z.literal('round_robin') }),
  planned: z.object({ kind: z.literal('round_robin') }),
  state: z.object({ kind: z.literal('round_robin'), nextIndex: z.number().int().nonnegative() }),
  works: {},
  holdsTeams: true,
  autogen: {
    component: 'RoundRobinGroupChat',
    description: 'A team of agents.',
    read: () => ({ kind: 'round_robin' }),
    write: () => ({}),
  },
};

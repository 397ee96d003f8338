import { z } from 'zod';
import { teamFinding } from '../../findings/finding.ts';
import { object } from '../../teamSchema/fields.ts';
import type { PatternContract } from '../contract.ts';

export const singleAgent: PatternContract<'single_agent'> = {
  config: object({ kind: z.literal('single_agent') }),
  planned: z.object({ kind: z.literal('single_agent') }),
  state: z.object({ kind: z.literal('single_agent'), answered: z.boolean() }),
  works: {},
  faults: (_pattern, { participants }) =>
    participants.length === 1
      ? []
      : [
          {
            path: ['participants'],
            message: teamFinding('singleAgentTooMany'),
          },
        ],
  autogen: { component: 'agent' },
};

import { z } from 'zod';
import { flag, integer, object } from '../../teamSchema/fields.ts';
import { count, fired, type TerminationContract } from '../contract.ts';

export const maxMessages: TerminationContract<'max_messages'> = {
  condition: object({
    kind: z.literal('max_messages'),
    maxMessages: integer(1, 1_000_000),
    includeAgentEvents: flag(),
  }),
  state: z.object({ kind: z.literal('max_messages'), count, fired }),
  autogen: {
    component: 'MaxMessageTermination',
    read(fields) {
      fields.notNull('include_agent_event');
      return {
        kind: 'max_messages',
        maxMessages: fields.integer('max_messages'),
        includeAgentEvents: fields.flagOr('include_agent_event', false),
      };
    },
    write: ({ maxMessages: limit, includeAgentEvents }) => ({
      max_messages: limit,
      include_agent_event: includeAgentEvents,
    }),
  },
};

import { z } from 'zod';
import { object, text } from '../../teamSchema/fields.ts';
import type { ParticipantContract } from '../contract.ts';
import { description } from '../fields.ts';

export const team: ParticipantContract<'team'> = {
  // A team never speaks itself: AutoGen lets its name be anything.
  schema: (within) => object({ kind: z.literal('team'), name: text(200, 1), description, team: within.team }),
  planned: (plan) => z.object({ kind: z.literal('team'), name: z.string(), team: plan }),
  autogen: {
    // There it is a team, and no agent.
    classes: {},
    write: ({ name, description: said, team: inner }, path, writer) =>
      writer.team({ ...inner, name, description: said }, `${path}.team`),
  },
};

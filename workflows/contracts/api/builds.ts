import { z } from 'zod';
import { conversationStates } from '../../domain/recordStates.ts';
import { buildStandings } from '../../domain/releases/buildStanding.ts';
import { id, moment } from './fields.ts';

/** Temporal's id of a build. */
export const buildId = z.string().min(1).max(255);

const openConversation = z.object({
  id,
  title: z.string(),
  state: z.enum(conversationStates),
});

export const buildsSchema = z
  .object({
    deployment: z.string().nullable().describe('Null: workers belong to none, and nothing is pinned.'),
    currentBuild: z.string().nullable().describe('Where what begins goes.'),
    builds: z
      .array(
        z.object({
          id: z.string(),
          standing: z
            .enum(buildStandings)
            .describe(
              '`draining`: conversations are open on it. `drained`: none is, its workers can be stopped. `inactive`: it was never current.',
            ),
          sharePercent: z.number().describe('Its share of what begins.'),
          deployedAt: moment.describe('When a worker of it came for the first time.'),
          isPolled: z.boolean().describe('Whether a worker of it runs.'),
          openConversations: z.number().int().describe('Those of this project that stay on it.'),
          conversations: z
            .array(openConversation)
            .describe('Of a build that is not current: the first of them, at most 50.'),
        }),
      )
      .describe('The newest first.'),
  })
  .meta({ id: 'Builds' });

export const moveSchema = z.strictObject({
  conversationId: id.optional().describe('Only this one; all of the build without it.'),
});

export const movedSchema = z
  .object({
    asked: z
      .number()
      .int()
      .describe('So many were told to move: at once if they wait or are paused, else after their turn.'),
    left: z.number().int().describe('So many were not told yet: send the request again.'),
    kept: z
      .array(z.object({ id, words: z.string() }))
      .describe(
        'Those that stand still, since their build has no worker, and that the current code cannot go on with.',
      ),
  })
  .meta({ id: 'Moved' });

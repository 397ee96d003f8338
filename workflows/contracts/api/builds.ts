import { z } from 'zod';
import { conversationStates } from '../../domain/recordStates.ts';
import { buildStates } from '../../domain/releases/buildStates.ts';
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
    currentBuild: z.string().nullable().describe('The build on which new work begins.'),
    builds: z
      .array(
        z.object({
          id: z.string(),
          state: z
            .enum(buildStates)
            .describe(
              '`draining`: conversations are open on it. `drained`: none is, its workers can be stopped. `inactive`: it was never current.',
            ),
          sharePercent: z.number().describe('Its share of new work, in percent.'),
          deployedAt: moment.describe('When one of its workers first connected.'),
          isPolled: z.boolean().describe('Whether one of its workers is running.'),
          openConversations: z.number().int().describe('Those of this project that stay on it.'),
          conversations: z
            .array(openConversation)
            .describe('The first of them, at most 50; empty for the current build.'),
        }),
      )
      .describe('The newest first.'),
  })
  .meta({ id: 'Builds' });

export const moveSchema = z.strictObject({
  conversationId: id.optional().describe('Only this one; by default all of the build.'),
});

export const movedSchema = z
  .object({
    asked: z
      .number()
      .int()
      .describe('How many were told to move: at once if they wait or are paused, else after their turn.'),
    left: z.number().int().describe('How many have not been told yet: send the request again.'),
    kept: z
      .array(z.object({ id, words: z.string() }))
      .describe(
        'Those that stand still, since their build has no worker, and that the current code can’t continue.',
      ),
  })
  .meta({ id: 'Moved' });

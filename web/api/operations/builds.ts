import type { MoveRefusal } from '../../../workflows/domain/releases/buildStates.ts';
import { moveConversations } from '../../app/data/builds/moveConversations.server.ts';
import { readBuilds } from '../../app/data/builds/readBuilds.server.ts';
import type { OperationHandlers } from '../operation.ts';
import { notFound, Problem } from '../problem.ts';
import { unlessBusy } from './unlessBusy.ts';

/** The operations on builds of the workers. */
export const buildOperations: Pick<OperationHandlers, 'listBuilds' | 'moveConversations'> = {
  listBuilds: async ({ holder }) => {
    const { deploymentName, currentBuildId, builds } = await readBuilds(holder.scope);
    const views = builds.map(({ buildId: id, open: openConversations, deployedAt, ...build }) => ({
      id,
      openConversations,
      deployedAt: deployedAt.toISOString(),
      ...build,
    }));
    return { body: { deployment: deploymentName, currentBuild: currentBuildId, builds: views } };
  },

  moveConversations: async ({ holder: { scope, userId }, params: { buildId }, body }) => {
    const { conversationId } = body;
    const move = await unlessBusy(() => moveConversations(scope, userId, { buildId, conversationId }));
    if (move.outcome === 'refused') throw refused(move.refusal);
    const { asked, left, kept } = move;
    return { body: { asked, left, kept } };
  },
};

const DETAILS: Record<Exclude<MoveRefusal, 'unknown_build'>, string> = {
  is_current: 'It is the current build, to which the others move.',
  no_current_build: 'No build is current. Make one current with npm run release:current.',
  no_worker_of_current_build: 'No worker of the current build is running. Start one, then try again.',
  other_code_here:
    'The build has no worker, and this server’s workflow code differs from the current build’s, so it can’t tell which conversations would continue. Ask a server of the current build, or start a worker of the old one.',
};

function refused(refusal: MoveRefusal): Problem {
  if (refusal === 'unknown_build') return notFound('build');
  return new Problem({
    kind: 'not_movable',
    status: 409,
    title: 'Conversations of this build cannot be moved now',
    detail: DETAILS[refusal],
  });
}

import { buildId, buildsSchema, movedSchema, moveSchema } from './builds.ts';

/** The endpoints of builds, by their operation id. */
export const buildEndpoints = {
  listBuilds: {
    method: 'get',
    path: '/builds',
    tag: 'Builds',
    summary: 'Lists the builds of the workers, with the open conversations on each',
    params: {},
    response: buildsSchema,
    refusals: [503],
  },
  moveConversations: {
    method: 'post',
    path: '/builds/{buildId}/move',
    tag: 'Builds',
    summary: 'Moves open conversations of a build to the current one',
    description:
      'Those of a build without a worker are replayed with the current code first. A request works for a minute at most; sending it again does no harm.',
    params: { buildId },
    body: moveSchema,
    response: movedSchema,
    refusals: [404, 409, 503],
  },
} as const;

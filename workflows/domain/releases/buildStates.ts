/**
 * What a build gets: `current` and `ramping` ones get what begins, `draining` ones have open conversations that are pinned to
 * them, `drained` ones have none, `inactive` ones have never got any.
 */
export const buildStates = ['current', 'ramping', 'draining', 'drained', 'inactive'] as const;
export type BuildState = (typeof buildStates)[number];

/** Why conversations of a build are not moved. */
export const moveRefusals = [
  'unknown_build',
  'is_current',
  'no_current_build',
  'no_worker_of_current_build',
  'other_code_here',
] as const;
export type MoveRefusal = (typeof moveRefusals)[number];

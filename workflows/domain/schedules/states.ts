/** What happens to a run that is due while an earlier one is still going; Temporal's own policies. */
export const overlapPolicies = [
  'skip',
  'buffer_one',
  'buffer_all',
  'cancel_other',
  'terminate_other',
  'allow_all',
] as const;
export type OverlapPolicy = (typeof overlapPolicies)[number];

/** What a run is told of the runs before it. */
export const carryOverKinds = ['none', 'outcome', 'summary', 'open_points'] as const;
export type CarryOverKind = (typeof carryOverKinds)[number];

/** Why there is a run: its time came, a person asked for it, or its time was filled in afterwards. */
export const runKinds = ['scheduled', 'manual', 'backfill'] as const;
export type RunKind = (typeof runKinds)[number];

/**
 * How a run stands. `requested`: asked for by a person, not begun yet. `refused`: a limit of the schedule, its team or task, or the
 * conversation that it was to wake did not let it begin. The last four are those of its conversation.
 */
export const scheduledRunStates = [
  'requested',
  'running',
  'refused',
  'finished',
  'stopped',
  'cancelled',
  'failed',
] as const;
export type ScheduledRunState = (typeof scheduledRunStates)[number];

/**
 * Why a run was refused: a limit of the schedule, a team that can't run, or a conversation that can't be woken. `not_taken`: of a
 * run that was cancelled, as the conversation was ended for good before it had taken what was to wake it.
 */
export const runRefusals = [
  'max_runs',
  'runs_a_day',
  'cost_a_day',
  'team_archived',
  'task_refused',
  'not_standing',
  'conversation_deleted',
  'wake_ups_full',
  'not_taken',
  'deleted',
] as const;
export type RunRefusal = (typeof runRefusals)[number];

/** Who paused a schedule: a person here, or somebody with Temporal's own tools. */
export const pauseCauses = ['person', 'outside'] as const;

/** What somebody did to a schedule with Temporal's own tools that the app can't follow by itself. */
export const outsideChanges = ['edited', 'deleted'] as const;
export type OutsideChange = (typeof outsideChanges)[number];

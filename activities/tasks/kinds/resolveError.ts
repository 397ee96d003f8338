import { RESOLVE_ERROR_DEADLINE_SECONDS } from '../../../workflows/domain/tasks/kinds/resolveError.ts';
import type { TaskWork } from '../taskWork.ts';

export const resolveError: TaskWork<'resolve_error'> = {
  detail: (_database, { task }) => ({ failure: task.failure }),

  /** Those who are asked about the participant's other tasks. */
  asking: ({ team, task }) => {
    const failed = team.participants.find(({ name }) => name === task.speaker);
    const named =
      failed?.kind === 'agent'
        ? failed.review?.asking
        : failed?.kind === 'person'
          ? failed.asking
          : undefined;
    if (named === undefined || named.assignees.length === 0) return null;
    // A week is a week: the calendar is for answers that a team waits for in working hours.
    const { calendar: _calendar, ...asking } = named;
    return { asking, deadlineSeconds: RESOLVE_ERROR_DEADLINE_SECONDS };
  },

  /** The workflow carries out the decision; nothing is written to the transcript. */
  carryOut: () => Promise.resolve(null),
};

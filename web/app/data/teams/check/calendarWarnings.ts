import { participantsWithin } from '../../../../../workflows/domain/participantsWithin.ts';
import type { Asking } from '../../../../../workflows/domain/tasks/asking.ts';
import type { TeamConfig } from '../../../../../workflows/domain/team.ts';
import { fault } from '../../../languages/fault.ts';
import type { TeamIssue, TeamPath } from './issuesOf.ts';

/** Where a team, or one within it, says whom it asks. */
function placedAsking(team: TeamConfig): { path: TeamPath; asking: Asking }[] {
  return [
    ...ofPolicies(team, []),
    ...participantsWithin(team).flatMap(({ path, participant }) => {
      switch (participant.kind) {
        case 'person':
          return placed(participant.asking, [...path, 'asking']);
        case 'agent':
          return placed(participant.review?.asking, [...path, 'review', 'asking']);
        case 'team':
        case 'society':
          return ofPolicies(participant.team, [...path, 'team']);
        case 'code_executor':
          return [];
      }
    }),
  ];
}

function ofPolicies({ toolPolicies }: TeamConfig, at: TeamPath) {
  return toolPolicies.flatMap(({ asking }, index) =>
    placed(asking, [...at, 'toolPolicies', index, 'asking']),
  );
}

function placed(asking: Asking | undefined, path: TeamPath) {
  return asking === undefined ? [] : [{ path, asking }];
}

/** Whether a team names a working calendar. */
export function namesCalendar(team: TeamConfig): boolean {
  return placedAsking(team).some(({ asking }) => asking.calendar !== undefined);
}

/** Where a team names working calendars that are not among the known ones. */
export function unknownCalendars(team: TeamConfig, known: readonly string[]): TeamIssue[] {
  return placedAsking(team).flatMap(({ path, asking: { calendar } }) =>
    calendar === undefined || known.includes(calendar)
      ? []
      : [{ path: [...path, 'calendar'], message: fault('findings:faults.noCalendar', { name: calendar }) }],
  );
}

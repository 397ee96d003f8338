import { assertNever } from '../../../../workflows/domain/json.ts';
import { fault } from '../../languages/fault.ts';
import type { ScheduleRefusal } from './findTarget.server.ts';
import { faultsOfWaking } from './scheduleForm.ts';

/** Why a schedule can't be written, at the fields of its form. */
export function faultsOfRefusal(refusal: ScheduleRefusal): Record<string, string[]> {
  switch (refusal.outcome) {
    case 'unknown_team':
      return { teamId: [fault('schedules:faults.unknownTeam')] };
    case 'not_standing':
      return { wakes: [fault('schedules:faults.notStanding')] };
    case 'not_for_waking':
      return faultsOfWaking(refusal.problems);
    case 'refused':
      return { task: [refusal.reason] };
    default:
      return assertNever(refusal);
  }
}

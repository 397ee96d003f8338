import { matchingExpressions } from '../../../../platform/expressions.ts';
import { numbered, placeTask } from '../../../../workflows/contracts/placedTask.ts';
import { refusedTask } from '../../../../workflows/contracts/refusedTask.ts';
import type { ScheduleInput } from '../../../../workflows/contracts/schedules/scheduleInput.ts';
import { taskMessagesOf } from '../../../../workflows/contracts/taskInput.ts';
import { teamConfigSchema } from '../../../../workflows/contracts/team.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { findTeamToRun, type TeamChoice } from '../teams/findTeamToRun.server.ts';

/** Which team a schedule runs: always its newest version, or one version. */
export interface ScheduledTeam {
  teamId: string;
  /** Null: the newest at each run. */
  teamVersionId: string | null;
}

/** Why a schedule can't be written. */
export type ScheduleRefusal =
  /** The project has no such team, or it is archived. */
  | { outcome: 'unknown_team' }
  /** The team can't start with this task; the reason is a sentence. */
  | { outcome: 'refused'; reason: string };

/** The team that a choice names, unless it can't run a schedule's task. */
export async function findScheduledTeam(
  scope: ProjectScope,
  choice: TeamChoice,
  { task: given }: Pick<ScheduleInput, 'task'>,
): Promise<{ outcome: 'found'; team: ScheduledTeam } | ScheduleRefusal> {
  const version = await findTeamToRun(scope, choice);
  if (version === null) return { outcome: 'unknown_team' };
  const config = teamConfigSchema.parse(version.config);
  const task = placeTask(config, numbered(taskMessagesOf(given), 0), matchingExpressions);
  const reason = refusedTask({ team: config, task, ended: null });
  if (reason !== null) return { outcome: 'refused', reason };
  const teamVersionId = 'teamVersionId' in choice ? version.id : null;
  return { outcome: 'found', team: { teamId: version.teamId, teamVersionId } };
}

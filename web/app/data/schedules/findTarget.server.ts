import { matchingExpressions } from '../../../../platform/expressions.ts';
import { numbered, placeTask } from '../../../../workflows/contracts/placedTask.ts';
import { refusedTask } from '../../../../workflows/contracts/refusedTask.ts';
import type { ScheduleInput } from '../../../../workflows/contracts/schedules/scheduleInput.ts';
import { taskMessagesOf } from '../../../../workflows/contracts/taskInput.ts';
import { teamConfigSchema } from '../../../../workflows/contracts/team.ts';
import { type WakingProblem, wakingProblems } from '../../../../workflows/domain/schedules/waking.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { isStanding } from '../standing/isStanding.server.ts';
import { findTeamToRun, type TeamChoice } from '../teams/findTeamToRun.server.ts';

/** What a schedule does at its dates: a team starts a new conversation, or a standing conversation is woken. */
export type TargetChoice = TeamChoice | { wakes: string };

/** The same as a schedule's row keeps it. */
export interface ScheduleTarget {
  /** Null: it wakes a conversation. */
  teamId: string | null;
  /** Null: the newest at each run. */
  teamVersionId: string | null;
  wakesId: string | null;
}

/** Why a schedule can't be written. */
export type ScheduleRefusal =
  /** The project has no such team, or it is archived. */
  | { outcome: 'unknown_team' }
  /** The project has no such conversation, or it is no standing one. */
  | { outcome: 'not_standing' }
  /** This does not go with waking a conversation. */
  | { outcome: 'not_for_waking'; problems: WakingProblem[] }
  /** The team can't start with this task; the reason is a sentence. */
  | { outcome: 'refused'; reason: string };

/** What a choice names, unless a schedule can't do that. */
export async function findTarget(
  scope: ProjectScope,
  choice: TargetChoice,
  { task: given, overlap, carryOver }: Pick<ScheduleInput, 'task' | 'overlap' | 'carryOver'>,
): Promise<{ outcome: 'found'; target: ScheduleTarget } | ScheduleRefusal> {
  if ('wakes' in choice) {
    const problems = wakingProblems({ overlap, carryOver, task: taskMessagesOf(given) });
    if (problems.length > 0) return { outcome: 'not_for_waking', problems };
    if (!(await isStanding(scope, choice.wakes))) return { outcome: 'not_standing' };
    return { outcome: 'found', target: { teamId: null, teamVersionId: null, wakesId: choice.wakes } };
  }
  const version = await findTeamToRun(scope, choice);
  if (version === null) return { outcome: 'unknown_team' };
  const config = teamConfigSchema.parse(version.config);
  const task = placeTask(config, numbered(taskMessagesOf(given), 0), matchingExpressions);
  const reason = refusedTask({ team: config, task, ended: null });
  if (reason !== null) return { outcome: 'refused', reason };
  const teamVersionId = 'teamVersionId' in choice ? version.id : null;
  return { outcome: 'found', target: { teamId: version.teamId, teamVersionId, wakesId: null } };
}

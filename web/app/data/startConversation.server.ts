import { matchingExpressions } from '../../../platform/expressions.ts';
import { numbered, placeTask, type PlacedTaskMessage } from '../../../workflows/contracts/placedTask.ts';
import { refusedTask } from '../../../workflows/contracts/refusedTask.ts';
import { taskMessagesOf, type ParsedTask } from '../../../workflows/contracts/taskInput.ts';
import { teamConfigSchema } from '../../../workflows/contracts/team.ts';
import type { ProjectScope } from '../auth/projectScope.server.ts';
import { titleOf } from '../conversations/titleOf.ts';
import { services } from '../services.server.ts';
import { findTeamToRun, type TeamChoice } from './findTeamToRun.server.ts';
import { launchRun } from './launchRun.server.ts';
import { isUniqueViolation } from './isUniqueViolation.server.ts';
import { recordAudit } from './recordAudit.server.ts';
import { taskRows } from './taskRows.server.ts';

export interface StartConversationOptions {
  team: TeamChoice;
  task: ParsedTask;
  /** The same key again is the same conversation, whatever else is asked for. */
  idempotencyKey: string;
}

export type StartResult =
  /** "written": the workflow could not be started now; the worker's reconciler does it later. */
  | { outcome: 'started' | 'written'; conversationId: string }
  /** The project has no such team, or it is archived. */
  | { outcome: 'unknown_team' }
  /** The team can't begin with this task; why, in a sentence. */
  | { outcome: 'refused'; reason: string };

interface StartRow {
  id: string;
  title: string;
  isNew: boolean;
}

/** Starts a team on a task: the row first, then its workflow. */
export async function startConversation(
  scope: ProjectScope,
  userId: string,
  { team: choice, task: given, idempotencyKey }: StartConversationOptions,
): Promise<StartResult> {
  const { projectId } = scope;
  const version = await findTeamToRun(scope, choice);
  if (version === null) return { outcome: 'unknown_team' };
  const team = teamConfigSchema.parse(version.config);
  const task = placeTask(team, numbered(taskMessagesOf(given), 0), matchingExpressions);
  const reason = refusedTask({ team, task, ended: null });
  if (reason !== null) return { outcome: 'refused', reason };
  const title = titleOf(task[0]?.content ?? '') || version.team.name;
  const row = await writeRows(scope, userId, { teamVersionId: version.id, title, task, idempotencyKey });
  if (!row.isNew) return { outcome: 'written', conversationId: row.id };
  const outcome = await launchRun({
    id: row.id,
    projectId,
    teamVersionId: version.id,
    title: row.title,
    teamName: version.team.name,
    team,
    task,
    run: 0,
    ended: null,
  });
  return { outcome, conversationId: row.id };
}

async function writeRows(
  scope: ProjectScope,
  userId: string,
  start: { teamVersionId: string; title: string; task: PlacedTaskMessage[]; idempotencyKey: string },
): Promise<StartRow> {
  const { database } = services();
  const { projectId } = scope;
  const { teamVersionId, title, task, idempotencyKey } = start;
  const select = { id: true, title: true, revision: true };
  try {
    return await database.$transaction(async (transaction) => {
      const { revision, ...row } = await transaction.conversation.create({
        data: {
          projectId,
          teamVersionId,
          idempotencyKey,
          title,
          createdBy: userId,
          messageCount: task.length,
        },
        select,
      });
      const where = { projectId, conversationId: row.id, userId, idempotencyKey };
      await transaction.message.createMany({
        data: taskRows({ ...where, task, run: 0, turn: 0, revision }),
      });
      await recordAudit(transaction, scope, {
        userId,
        action: 'conversation.start',
        subjectType: 'conversation',
        subjectId: row.id,
        detail: { teamVersionId },
      });
      return { ...row, isNew: true };
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    const { id, title: itsTitle } = await database.conversation.findUniqueOrThrow({
      where: { projectId_idempotencyKey: { projectId, idempotencyKey } },
      select,
    });
    return { id, title: itsTitle, isNew: false };
  }
}

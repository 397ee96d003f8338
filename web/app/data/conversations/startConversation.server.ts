import { writeConversation } from '../../../../platform/conversationRuns.ts';
import { matchingExpressions } from '../../../../platform/expressions.ts';
import { numbered, type PlacedTaskMessage, placeTask } from '../../../../workflows/contracts/placedTask.ts';
import { refusedTask } from '../../../../workflows/contracts/refusedTask.ts';
import { type ParsedTask, taskMessagesOf } from '../../../../workflows/contracts/taskInput.ts';
import { teamConfigSchema } from '../../../../workflows/contracts/team.ts';
import { writerText } from '../../../../workflows/domain/writer.ts';
import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { recordAudit } from '../audit/recordAudit.server.ts';
import { isUniqueViolation } from '../database/isUniqueViolation.server.ts';
import { launchRun } from '../runs/launchRun.server.ts';
import { isStanding } from '../standing/isStanding.server.ts';
import { isSameRequest, requestDigest } from '../submissions/requestDigest.server.ts';
import { findTeamToRun, type TeamChoice } from '../teams/findTeamToRun.server.ts';
import { titleOf } from './titleOf.ts';

export interface StartConversationOptions {
  team: TeamChoice;
  task: ParsedTask;
  /** Whether it sleeps when a run has ended, until something wakes it. */
  standing?: boolean;
  /** The standing conversation that each end of a run of it wakes. */
  wakes?: string | undefined;
  /** The same key with the same team and task again is the same conversation. */
  idempotencyKey: string;
}

export type StartResult =
  /** "written": the workflow could not be started now; the worker's reconciler starts it later. */
  | { outcome: 'started' | 'written'; conversationId: string }
  /** The key has already started this conversation with another team or task. */
  | { outcome: 'differs'; conversationId: string }
  /** The project has no such team, or it is archived. */
  | { outcome: 'unknown_team' }
  /** The project has no such standing conversation to wake. */
  | { outcome: 'not_standing' }
  /** The team can't start with this task; the reason is a sentence. */
  | { outcome: 'refused'; reason: string };

/** Starts a team on a task: writes the rows first, then starts the workflow. */
export async function startConversation(
  scope: ProjectScope,
  userId: string,
  { team: choice, task: given, standing = false, wakes, idempotencyKey }: StartConversationOptions,
): Promise<StartResult> {
  const { projectId } = scope;
  const messages = taskMessagesOf(given);
  const key = {
    idempotencyKey,
    requestSha256: requestDigest([
      choice,
      messages,
      ...(standing ? ['standing'] : []),
      ...(wakes === undefined ? [] : ['wakes', wakes]),
    ]),
  };
  // Checked before anything that may have changed since, such as the team's name or whether it is archived.
  const repeated = await findStarted(scope, key);
  if (repeated !== null) return repeated;
  const version = await findTeamToRun(scope, choice);
  if (version === null) return { outcome: 'unknown_team' };
  if (wakes !== undefined && !(await isStanding(scope, wakes))) return { outcome: 'not_standing' };
  const team = teamConfigSchema.parse(version.config);
  const task = placeTask(team, numbered(messages, 0), matchingExpressions);
  const reason = refusedTask({ team, task, ended: null });
  if (reason !== null) return { outcome: 'refused', reason };
  const title = titleOf(task[0]?.content ?? '') || version.team.name;
  const started = await writeRows(scope, userId, {
    teamVersionId: version.id,
    title,
    task,
    standing,
    wakes,
    ...key,
  });
  // Another request with this key was faster.
  if (started === null) return (await findStarted(scope, key)) ?? { outcome: 'unknown_team' };
  const outcome = await launchRun({
    id: started,
    projectId,
    teamVersionId: version.id,
    title,
    teamName: version.team.name,
    team,
    task,
    run: 0,
    ended: null,
  });
  return { outcome, conversationId: started };
}

interface RequestKey {
  idempotencyKey: string;
  requestSha256: string;
}

/** The conversation that this key has already started, or null. */
async function findStarted(
  { projectId }: ProjectScope,
  { idempotencyKey, requestSha256 }: RequestKey,
): Promise<StartResult | null> {
  const row = await services().database.conversation.findUnique({
    where: { projectId_idempotencyKey: { projectId, idempotencyKey } },
    select: {
      id: true,
      state: true,
      runs: { where: { projectId, run: 0 }, select: { requestSha256: true } },
    },
  });
  if (row === null) return null;
  const { id: conversationId, state, runs } = row;
  if (!isSameRequest(runs[0]?.requestSha256 ?? null, requestSha256)) {
    return { outcome: 'differs', conversationId };
  }
  return { outcome: state === 'starting' ? 'written' : 'started', conversationId };
}

/** Writes a conversation with its task. Returns its id, or null if the key was used in the meantime. */
async function writeRows(
  scope: ProjectScope,
  userId: string,
  given: RequestKey & {
    teamVersionId: string;
    title: string;
    task: PlacedTaskMessage[];
    standing: boolean;
    wakes: string | undefined;
  },
): Promise<string | null> {
  const { projectId } = scope;
  const { wakes, ...start } = given;
  try {
    return await services().database.$transaction(async (transaction) => {
      const conversationId = await writeConversation(transaction, {
        ...start,
        projectId,
        writtenBy: writerText({ kind: 'form', idempotencyKey: start.idempotencyKey }),
        wakesId: wakes ?? null,
        createdBy: userId,
      });
      await recordAudit(transaction, scope, {
        userId,
        action: 'conversation.start',
        subjectType: 'conversation',
        subjectId: conversationId,
        detail: { teamVersionId: start.teamVersionId },
      });
      return conversationId;
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return null;
  }
}

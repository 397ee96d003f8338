import type { Client } from '@temporalio/client';
import { startWorkflow } from '../../../platform/startWorkflow.ts';
import { Prisma } from '../../../prisma/generated/client.ts';
import { conversationStart } from '../../../workflows/contracts/conversationStart.ts';
import { teamConfigSchema } from '../../../workflows/contracts/team.ts';
import { USER_SOURCE } from '../../../workflows/domain/message.ts';
import type { TeamConfig } from '../../../workflows/domain/team.ts';
import type { ProjectScope } from '../auth/projectScope.server.ts';
import type { StartConversation } from '../conversations/forms.ts';
import { titleOf } from '../conversations/titleOf.ts';
import { services } from '../services.server.ts';
import { askTemporal } from './askTemporal.server.ts';
import { recordAudit } from './recordAudit.server.ts';

/** How long a page waits for Temporal before it says that the start comes later. */
const START_TIMEOUT_MS = 2_500;

export type StartResult =
  | { outcome: 'started' | 'written'; conversationId: string }
  /** The project has no such team, or it is archived. */
  | { outcome: 'unknown_team' };

interface StartRow {
  id: string;
  title: string;
  teamVersionId: string;
}

/**
 * Starts a team on a task: the row first, then its workflow. "written" says that the workflow could not be started now;
 * the worker's reconciler does it later. The same idempotency key again is the same conversation.
 */
export async function startConversation(
  scope: ProjectScope,
  userId: string,
  { teamId, task, idempotencyKey }: StartConversation,
): Promise<StartResult> {
  const { database, temporal, environment, logger } = services();
  const version = await database.teamVersion.findFirst({
    where: { projectId: scope.projectId, teamId, team: { archivedAt: null } },
    orderBy: { version: 'desc' },
    include: { team: { select: { name: true } } },
  });
  if (version === null) return { outcome: 'unknown_team' };
  const row = await writeRows(scope, userId, { teamVersionId: version.id, task, idempotencyKey });
  if (row.teamVersionId !== version.id) return { outcome: 'written', conversationId: row.id };
  try {
    await startRow(temporal, environment.TASK_QUEUE, {
      row,
      projectId: scope.projectId,
      teamName: version.team.name,
      team: teamConfigSchema.parse(version.config),
      task,
    });
    return { outcome: 'started', conversationId: row.id };
  } catch (error) {
    logger.warn({ err: error, conversationId: row.id }, 'the workflow could not be started yet');
    return { outcome: 'written', conversationId: row.id };
  }
}

async function writeRows(
  scope: ProjectScope,
  userId: string,
  start: { teamVersionId: string; task: string; idempotencyKey: string },
): Promise<StartRow> {
  const { database } = services();
  const { projectId } = scope;
  const { teamVersionId, task, idempotencyKey } = start;
  try {
    return await database.$transaction(async (transaction) => {
      const row = await transaction.conversation.create({
        data: {
          projectId,
          teamVersionId,
          idempotencyKey,
          title: titleOf(task),
          createdBy: userId,
          messageCount: 1,
          messages: {
            create: {
              projectId,
              seq: 0,
              turn: 0,
              source: USER_SOURCE,
              type: 'TextMessage',
              content: task,
              userId,
              writtenBy: `web:${idempotencyKey}`,
              revision: 1,
            },
          },
        },
        select: { id: true, title: true, teamVersionId: true },
      });
      await recordAudit(transaction, scope, {
        userId,
        action: 'conversation.start',
        subjectType: 'conversation',
        subjectId: row.id,
        detail: { teamVersionId },
      });
      return row;
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return database.conversation.findUniqueOrThrow({
      where: { projectId_idempotencyKey: { projectId, idempotencyKey } },
      select: { id: true, title: true, teamVersionId: true },
    });
  }
}

async function startRow(
  temporal: Client,
  taskQueue: string,
  start: { row: StartRow; projectId: string; teamName: string; team: TeamConfig; task: string },
): Promise<void> {
  const { row, task, ...rest } = start;
  const message = { seq: 0, type: 'TextMessage', source: USER_SOURCE, content: task } as const;
  const workflow = conversationStart({ ...rest, ...row, task: [message] });
  await askTemporal(temporal, START_TIMEOUT_MS, () => startWorkflow(temporal, taskQueue, workflow));
}

function isUniqueViolation(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002';
}

import type { Prisma } from '../../../../prisma/generated/client.ts';
import type { ScheduleInput } from '../../../../workflows/contracts/schedules/scheduleInput.ts';
import { taskMessagesOf } from '../../../../workflows/contracts/taskInput.ts';
import { compileSpec } from '../../../../workflows/domain/schedules/compileSpec.ts';
import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { recordAudit } from '../audit/recordAudit.server.ts';
import { isUniqueViolation } from '../database/isUniqueViolation.server.ts';
import { isSameRequest, requestDigest } from '../submissions/requestDigest.server.ts';
import {
  findTarget,
  type ScheduleRefusal,
  type ScheduleTarget,
  type TargetChoice,
} from './findTarget.server.ts';

export interface CreateScheduleOptions {
  /** A team or a standing conversation. A version keeps the schedule to it; otherwise the team's newest one runs. */
  target: TargetChoice;
  schedule: ScheduleInput;
  /** It begins paused. */
  isPaused?: boolean;
  /** The same key with the same schedule again is the same schedule. */
  idempotencyKey: string;
}

export type CreateScheduleResult =
  | ScheduleRefusal
  | { outcome: 'created'; scheduleId: string }
  /** The key has already made this schedule, which was described otherwise. */
  | { outcome: 'differs'; scheduleId: string };

/**
 * Writes a schedule and its first revision; a worker puts it into Temporal within a second or two (`unappliedSince` is null
 * then).
 */
export async function createSchedule(
  scope: ProjectScope,
  userId: string,
  { target: choice, schedule, isPaused = false, idempotencyKey }: CreateScheduleOptions,
): Promise<CreateScheduleResult> {
  const { database } = services();
  const { projectId } = scope;
  const requestSha256 = requestDigest([choice, schedule, isPaused]);
  // Checked before anything that may have changed since, such as the team's name or whether the conversation is standing.
  const repeated = await findCreated(scope, idempotencyKey, requestSha256);
  if (repeated !== null) return repeated;
  const found = await findTarget(scope, choice, schedule);
  if (found.outcome !== 'found') return found;
  const { target } = found;
  const now = new Date();
  try {
    const scheduleId = await database.$transaction(async (transaction) => {
      const { id } = await transaction.schedule.create({
        data: {
          projectId,
          ...columnsOf(target, schedule),
          pausedAt: isPaused ? now : null,
          idempotencyKey,
          requestSha256,
          createdBy: userId,
        },
        select: { id: true },
      });
      await transaction.scheduleRevision.create({
        data: {
          scheduleId: id,
          projectId,
          revision: 1,
          createdBy: userId,
          ...revisionColumnsOf(schedule, now),
        },
      });
      await recordAudit(transaction, scope, {
        userId,
        action: 'schedule.create',
        subjectType: 'schedule',
        subjectId: id,
        detail: target.wakesId === null ? { teamId: target.teamId } : { wakes: target.wakesId },
      });
      return id;
    });
    return { outcome: 'created', scheduleId };
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    const first = await findCreated(scope, idempotencyKey, requestSha256);
    if (first === null) throw error;
    return first;
  }
}

async function findCreated(
  { projectId }: ProjectScope,
  idempotencyKey: string,
  requestSha256: string,
): Promise<CreateScheduleResult | null> {
  const row = await services().database.schedule.findUnique({
    where: { projectId_idempotencyKey: { projectId, idempotencyKey } },
    select: { id: true, requestSha256: true },
  });
  if (row === null) return null;
  const outcome = isSameRequest(row.requestSha256, requestSha256) ? 'created' : 'differs';
  return { outcome, scheduleId: row.id };
}

/** What a schedule's row says of a person's description. */
export function columnsOf(target: ScheduleTarget, schedule: ScheduleInput) {
  const { name, task, maxRuns, runsADay, costADayMicroUsd, carryOver } = schedule;
  return {
    ...target,
    name,
    task: taskMessagesOf(task) as unknown as Prisma.InputJsonArray,
    maxRuns,
    runsADay,
    costADayMicroUsd,
    carryOver,
  };
}

/** What a revision's row says of it. */
export function revisionColumnsOf({ spec, overlap, catchUpSeconds }: ScheduleInput, now: Date) {
  return {
    spec: spec as unknown as Prisma.InputJsonObject,
    serverSpec: compileSpec(spec, now) as unknown as Prisma.InputJsonObject,
    overlap,
    catchUpSeconds,
  };
}

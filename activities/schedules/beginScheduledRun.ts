import type { Database, Transaction } from '../../platform/database.ts';
import { lockSchedule } from '../../platform/rowLocks.ts';
import type { BeginRunInput, BegunRun } from '../../workflows/contracts/schedules/scheduledRun.ts';
import { serverSpecSchema } from '../../workflows/contracts/schedules/storedSchedule.ts';
import { oneOf } from '../../workflows/domain/recordStates.ts';
import { dueTimes } from '../../workflows/domain/schedules/serverTimes.ts';
import type { ServerSpec } from '../../workflows/domain/schedules/spec.ts';
import { type RunKind, runKinds } from '../../workflows/domain/schedules/states.ts';
import { limitReached } from './limitReached.ts';
import { runBefore } from './runBefore.ts';
import { readTeamStart, startTeam } from './startTeam.ts';
import { wakeStanding } from './wakeStanding.ts';
import type { WriteRun } from './writeRun.ts';

type Begin = (input: BeginRunInput) => Promise<BegunRun>;

/**
 * Writes the run of a time with its conversation, or with what wakes one. The schedule's row is locked meanwhile, so that limits hold for runs that
 * begin at once; a time has one run, and who comes second is told so.
 */
export function createBeginScheduledRun({ database }: { database: Database }): Begin {
  return async (input) => {
    const { projectId, scheduleId, workflowRunId } = input;
    const nominalAt = new Date(input.nominalAt);
    const begun = await database.$transaction(async (transaction) => {
      if (!(await lockSchedule(transaction, { projectId, scheduleId }))) {
        return { kind: 'refused', refusal: 'deleted' } as const;
      }
      const existing = await transaction.scheduledRun.findFirst({
        where: { scheduleId, projectId, nominalAt },
      });
      const isOurs = existing?.workflowRunId === workflowRunId;
      if (existing?.state === 'running' && isOurs) return { kind: 'begun' } as const;
      // One that was refused may be tried again, by a backfill.
      const isOpen =
        existing === null || existing.state === 'requested' || (existing.state === 'refused' && !isOurs);
      if (!isOpen) return { kind: 'repeated' } as const;
      const schedule = await transaction.schedule.findUniqueOrThrow({ where: { id: scheduleId, projectId } });
      const specs = await newestSpecs(transaction, input);
      const kind = existing
        ? oneOf(runKinds, existing.kind)
        : await kindOf(transaction, input, { nominalAt, specs });
      // The server begins none beside another unless it has lost sight of it: it was killed as it started it.
      const before = await runBefore(transaction, input, { nominalAt, kind });
      if (before.kind === 'wait') throw new Error('the run before it is still going');
      if (before.kind !== 'begin') return before;
      const timeZone = specs[0]?.timeZone;
      if (timeZone === undefined) throw new Error('a schedule has a revision');
      const date = { nominalAt, timeZone };
      const writeRun: WriteRun = (data) => {
        const written = { kind, revision: schedule.revision, workflowRunId, ...data };
        return transaction.scheduledRun.upsert({
          where: { scheduleId_nominalAt: { scheduleId, nominalAt }, projectId },
          create: { projectId, scheduleId, nominalAt, ...written },
          update: written,
          select: { id: true },
        });
      };
      const createdBy = existing?.createdBy ?? schedule.createdBy;
      const refusal =
        (await limitReached(transaction, schedule, { kind, timeZone })) ??
        (schedule.teamId === null
          ? await wakeStanding(transaction, schedule, date, writeRun)
          : await startTeam(
              transaction,
              { ...schedule, teamId: schedule.teamId, createdBy },
              date,
              writeRun,
            ));
      if (refusal === null) return { kind: 'begun' } as const;
      await writeRun({ state: 'refused', refusal, endedAt: new Date() });
      return { kind: 'refused', refusal } as const;
    });
    return begun.kind === 'begun' ? readBegun(database, { projectId, scheduleId, nominalAt }) : begun;
  };
}

/** What is to be done, made of the run's rows: an attempt that was lost is told the same. */
async function readBegun(
  database: Database,
  { projectId, scheduleId, nominalAt }: { projectId: string; scheduleId: string; nominalAt: Date },
): Promise<BegunRun> {
  const {
    id: runId,
    conversationId,
    wakeUp,
  } = await database.scheduledRun.findUniqueOrThrow({
    where: { scheduleId_nominalAt: { scheduleId, nominalAt }, projectId },
    select: { id: true, conversationId: true, wakeUp: { select: { conversationId: true } } },
  });
  if (wakeUp !== null) return { kind: 'woken', runId, conversationId: wakeUp.conversationId };
  // It was deleted in the meantime.
  if (conversationId === null) return { kind: 'repeated' };
  return {
    kind: 'begun',
    runId,
    conversationId,
    start: await readTeamStart(database, { projectId, conversationId }),
  };
}

/** When a schedule is due by its last ten revisions, the newest first. */
async function newestSpecs(
  transaction: Transaction,
  { projectId, scheduleId }: BeginRunInput,
): Promise<ServerSpec[]> {
  const revisions = await transaction.scheduleRevision.findMany({
    where: { projectId, scheduleId },
    orderBy: { revision: 'desc' },
    take: 10,
    select: { serverSpec: true },
  });
  return revisions.map(({ serverSpec }) => serverSpecSchema.parse(serverSpec));
}

/** Why there is a run of this time: the server does not say it. */
async function kindOf(
  transaction: Transaction,
  { projectId, scheduleId }: BeginRunInput,
  { nominalAt, specs }: { nominalAt: Date; specs: readonly ServerSpec[] },
): Promise<RunKind> {
  const filledIn = await transaction.scheduleBackfill.count({
    where: {
      projectId,
      scheduleId,
      rangeFrom: { lte: nominalAt },
      rangeUntil: { gte: nominalAt },
      createdAt: { gte: nominalAt },
    },
  });
  if (filledIn > 0) return 'backfill';
  const seconds = Math.floor(nominalAt.getTime() / 1_000);
  const isDue = specs.some((spec) => dueTimes(spec).after(seconds - 1) === seconds);
  // Somebody has started it with Temporal's own tools.
  return isDue ? 'scheduled' : 'manual';
}

import type { Database, Transaction } from '../../platform/database.ts';
import { matchingExpressions } from '../../platform/expressions.ts';
import { lockSchedule } from '../../platform/rowLocks.ts';
import type { Prisma } from '../../prisma/generated/client.ts';
import { conversationStart } from '../../workflows/contracts/conversationStart.ts';
import { numbered, placeTask } from '../../workflows/contracts/placedTask.ts';
import { refusedTask } from '../../workflows/contracts/refusedTask.ts';
import type { BeginRunInput, BegunRun } from '../../workflows/contracts/schedules/scheduledRun.ts';
import { serverSpecSchema } from '../../workflows/contracts/schedules/storedSchedule.ts';
import { teamConfigSchema } from '../../workflows/contracts/team.ts';
import { oneOf } from '../../workflows/domain/recordStates.ts';
import { taskWithCarried } from '../../workflows/domain/schedules/carryOver.ts';
import { localTimeInWords, startOfDay } from '../../workflows/domain/schedules/localDay.ts';
import { dueTimes } from '../../workflows/domain/schedules/serverTimes.ts';
import type { ServerSpec } from '../../workflows/domain/schedules/spec.ts';
import {
  carryOverKinds,
  type RunKind,
  runKinds,
  type RunRefusal,
} from '../../workflows/domain/schedules/states.ts';
import type { TaskMessage } from '../../workflows/domain/transcript/entry.ts';
import { writerText } from '../../workflows/domain/writer.ts';
import { runBefore } from './runBefore.ts';

type Begin = (input: BeginRunInput) => Promise<BegunRun>;

/**
 * Writes the run of a time with its conversation. The schedule's row is locked meanwhile, so that limits hold for runs that
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
      if (existing?.state === 'running' && isOurs) return { kind: 'begun', runId: existing.id } as const;
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
      const written = { kind, revision: schedule.revision, workflowRunId };
      const key = { projectId, scheduleId, nominalAt };
      const upsert = (
        data: Omit<Prisma.ScheduledRunUncheckedCreateInput, keyof typeof key | keyof typeof written>,
      ) =>
        transaction.scheduledRun.upsert({
          where: { scheduleId_nominalAt: { scheduleId, nominalAt }, projectId },
          create: { ...key, ...written, ...data },
          update: { ...written, ...data },
          select: { id: true },
        });
      const refuse = async (refusal: RunRefusal) => {
        await upsert({ state: 'refused', refusal, endedAt: new Date() });
        return { kind: 'refused', refusal } as const;
      };
      const limit = await limitReached(transaction, schedule, { kind, timeZone });
      if (limit !== null) return refuse(limit);
      const version = await transaction.teamVersion.findFirst({
        where: {
          projectId,
          teamId: schedule.teamId,
          team: { archivedAt: null },
          ...(schedule.teamVersionId === null ? {} : { id: schedule.teamVersionId }),
        },
        orderBy: { version: 'desc' },
        select: { id: true, config: true },
      });
      if (version === null) return refuse('team_archived');
      const carried = await carriedIn(transaction, { projectId, scheduleId, nominalAt });
      const carryOver = oneOf(carryOverKinds, schedule.carryOver);
      const messages = taskWithCarried(
        carryOver,
        schedule.task as unknown as TaskMessage[],
        carried?.text ?? null,
      );
      const team = teamConfigSchema.parse(version.config);
      const task = placeTask(team, numbered(messages, 0), matchingExpressions);
      if (refusedTask({ team, task, ended: null }) !== null) return refuse('task_refused');
      const { id: runId } = await upsert({
        state: 'running',
        refusal: null,
        endedAt: null,
        startedAt: new Date(),
        carriedIn: carryOver === 'none' ? null : (carried?.text ?? null),
        carriedFromRunId: carryOver === 'none' ? null : (carried?.runId ?? null),
      });
      const title = `${schedule.name}, ${localTimeInWords(nominalAt, timeZone)}`;
      const conversation = await writeConversation(transaction, {
        projectId,
        teamVersionId: version.id,
        title,
        createdBy: existing?.createdBy ?? schedule.createdBy,
        idempotencyKey: `schedule:${runId}`,
        task,
      });
      await transaction.scheduledRun.update({
        where: { id: runId, projectId },
        data: { conversationId: conversation },
      });
      return { kind: 'begun', runId } as const;
    });
    return begun.kind === 'begun' ? readBegun(database, projectId, begun.runId) : begun;
  };
}

/** What starts the conversation, made of its rows: an attempt that was lost is told the same. */
async function readBegun(database: Database, projectId: string, runId: string): Promise<BegunRun> {
  const { conversation: row } = await database.scheduledRun.findUniqueOrThrow({
    where: { id: runId, projectId },
    select: {
      conversation: {
        include: {
          teamVersion: { include: { team: true } },
          messages: { where: { projectId, run: 0, supersededAt: null }, orderBy: { seq: 'asc' } },
        },
      },
    },
  });
  if (row === null) return { kind: 'repeated' };
  const team = teamConfigSchema.parse(row.teamVersion.config);
  const written = row.messages.filter(
    ({ writtenBy }) => writtenBy === writerText({ kind: 'form', idempotencyKey: row.idempotencyKey }),
  );
  const messages = written.map(
    ({ seq, type, source, content, body }) =>
      ({ seq, type, source, content, body }) as TaskMessage & { seq: number },
  );
  const start = conversationStart({
    id: row.id,
    projectId,
    teamVersionId: row.teamVersionId,
    title: row.title,
    teamName: row.teamVersion.team.name,
    team,
    task: placeTask(team, messages, matchingExpressions),
    run: 0,
    ended: null,
  });
  return { kind: 'begun', runId, conversationId: row.id, start };
}

interface ConversationToWrite {
  projectId: string;
  teamVersionId: string;
  title: string;
  createdBy: string | null;
  idempotencyKey: string;
  task: ReturnType<typeof placeTask>;
}

/** The rows that the web app writes before a conversation's workflow starts. */
async function writeConversation(
  transaction: Transaction,
  conversation: ConversationToWrite,
): Promise<string> {
  const { projectId, teamVersionId, title, createdBy, idempotencyKey, task } = conversation;
  const { id, revision } = await transaction.conversation.create({
    data: { projectId, teamVersionId, idempotencyKey, title, createdBy, messageCount: task.length },
    select: { id: true, revision: true },
  });
  const place = { projectId, conversationId: id, run: 0, revision };
  await transaction.conversationRun.create({ data: { ...place, idempotencyKey, hasTask: task.length > 0 } });
  await transaction.message.createMany({
    data: task.map(({ seq, type, source, content, body }) => ({
      ...place,
      seq,
      turn: 0,
      source,
      type,
      content,
      ...(body === null ? {} : { body: body as unknown as Prisma.InputJsonObject }),
      userId: createdBy,
      writtenBy: writerText({ kind: 'form', idempotencyKey }),
      position: revision,
    })),
  });
  return id;
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

interface LimitedSchedule {
  id: string;
  projectId: string;
  deletedAt: Date | null;
  maxRuns: number | null;
  runsADay: number | null;
  costADayMicroUsd: bigint | null;
}

/** The limit that does not let a run begin now; null: none does. */
async function limitReached(
  transaction: Transaction,
  schedule: LimitedSchedule,
  { kind, timeZone }: { kind: string; timeZone: string },
): Promise<RunRefusal | null> {
  const { id: scheduleId, projectId, deletedAt, maxRuns, runsADay, costADayMicroUsd } = schedule;
  if (deletedAt !== null) return 'deleted';
  const begun = { projectId, scheduleId, startedAt: { not: null } };
  if (maxRuns !== null && kind === 'scheduled') {
    const count = await transaction.scheduledRun.count({ where: { ...begun, kind: 'scheduled' } });
    if (count >= maxRuns) return 'max_runs';
  }
  if (runsADay === null && costADayMicroUsd === null) return null;
  const today = startOfDay(new Date(), timeZone);
  const ofToday = { ...begun, startedAt: { gte: today } };
  if (runsADay !== null && (await transaction.scheduledRun.count({ where: ofToday })) >= runsADay) {
    return 'runs_a_day';
  }
  if (costADayMicroUsd === null) return null;
  const { _sum: spent } = await transaction.conversation.aggregate({
    where: { projectId, scheduled: { scheduleId, startedAt: { gte: today } } },
    _sum: { costMicroUsd: true },
  });
  return (spent.costMicroUsd ?? 0n) >= costADayMicroUsd ? 'cost_a_day' : null;
}

/** What the newest run before a time that has ended left: by its time, so that it is the same in a backfill. */
async function carriedIn(
  transaction: Transaction,
  { projectId, scheduleId, nominalAt }: { projectId: string; scheduleId: string; nominalAt: Date },
): Promise<{ runId: string; text: string } | null> {
  const before = await transaction.scheduledRun.findFirst({
    where: {
      projectId,
      scheduleId,
      nominalAt: { lt: nominalAt },
      endedAt: { not: null },
      carriedOut: { not: null },
    },
    orderBy: { nominalAt: 'desc' },
    select: { id: true, carriedOut: true },
  });
  return before?.carriedOut == null ? null : { runId: before.id, text: before.carriedOut };
}

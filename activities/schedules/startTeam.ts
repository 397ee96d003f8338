import { writeConversation } from '../../platform/conversationRuns.ts';
import type { Database, Transaction } from '../../platform/database.ts';
import { matchingExpressions } from '../../platform/expressions.ts';
import type { ConversationInput } from '../../workflows/contracts/conversation.ts';
import { conversationStart, type WorkflowStart } from '../../workflows/contracts/conversationStart.ts';
import { numbered, placeTask } from '../../workflows/contracts/placedTask.ts';
import { refusedTask } from '../../workflows/contracts/refusedTask.ts';
import { teamConfigSchema } from '../../workflows/contracts/team.ts';
import { oneOf } from '../../workflows/domain/recordStates.ts';
import { taskWithCarried } from '../../workflows/domain/schedules/carryOver.ts';
import { localTimeInWords } from '../../workflows/domain/schedules/localDay.ts';
import { carryOverKinds, type RunRefusal } from '../../workflows/domain/schedules/states.ts';
import type { TaskMessage } from '../../workflows/domain/transcript/entry.ts';
import { writerText } from '../../workflows/domain/writer.ts';
import { asStored } from '../transcript/storedMessage.ts';
import type { RunDate, WriteRun } from './writeRun.ts';

interface StartingSchedule {
  id: string;
  projectId: string;
  name: string;
  teamId: string;
  /** Null: the newest. */
  teamVersionId: string | null;
  task: unknown;
  carryOver: string;
  createdBy: string | null;
}

/** Writes the conversation that a schedule's team starts at a date, with the date's run. Returns why not; null: it has. */
export async function startTeam(
  transaction: Transaction,
  schedule: StartingSchedule,
  { nominalAt, timeZone }: RunDate,
  writeRun: WriteRun,
): Promise<RunRefusal | null> {
  const { id: scheduleId, projectId, teamId, teamVersionId } = schedule;
  const version = await transaction.teamVersion.findFirst({
    where: {
      projectId,
      teamId,
      team: { archivedAt: null },
      ...(teamVersionId === null ? {} : { id: teamVersionId }),
    },
    orderBy: { version: 'desc' },
    select: { id: true, config: true },
  });
  if (version === null) return 'team_archived';
  const carried = await carriedIn(transaction, { projectId, scheduleId, nominalAt });
  const carryOver = oneOf(carryOverKinds, schedule.carryOver);
  const messages = taskWithCarried(carryOver, schedule.task as TaskMessage[], carried?.text ?? null);
  const team = teamConfigSchema.parse(version.config);
  const task = placeTask(team, numbered(messages, 0), matchingExpressions);
  if (refusedTask({ team, task, ended: null }) !== null) return 'task_refused';
  const { id: runId } = await writeRun({
    state: 'running',
    refusal: null,
    endedAt: null,
    startedAt: new Date(),
    carriedIn: carryOver === 'none' ? null : (carried?.text ?? null),
    carriedFromRunId: carryOver === 'none' ? null : (carried?.runId ?? null),
  });
  const idempotencyKey = `schedule:${runId}`;
  const conversationId = await writeConversation(transaction, {
    projectId,
    teamVersionId: version.id,
    title: `${schedule.name}, ${localTimeInWords(nominalAt, timeZone)}`,
    createdBy: schedule.createdBy,
    idempotencyKey,
    requestSha256: null,
    task,
    writtenBy: writerText({ kind: 'form', idempotencyKey }),
    standing: false,
    wakesId: null,
  });
  await transaction.scheduledRun.update({ where: { id: runId, projectId }, data: { conversationId } });
  return null;
}

/** What starts the workflow of such a conversation, made of its rows. */
export async function readTeamStart(
  database: Database,
  { projectId, conversationId }: { projectId: string; conversationId: string },
): Promise<WorkflowStart<ConversationInput>> {
  const row = await database.conversation.findUniqueOrThrow({
    where: { id: conversationId, projectId },
    include: {
      teamVersion: { include: { team: true } },
      messages: { where: { projectId, run: 0, supersededAt: null }, orderBy: { seq: 'asc' } },
    },
  });
  const team = teamConfigSchema.parse(row.teamVersion.config);
  const written = row.messages.filter(
    ({ writtenBy }) => writtenBy === writerText({ kind: 'form', idempotencyKey: row.idempotencyKey }),
  );
  return conversationStart({
    id: row.id,
    projectId,
    teamVersionId: row.teamVersionId,
    title: row.title,
    teamName: row.teamVersion.team.name,
    team,
    task: placeTask(team, written.map(asStored), matchingExpressions),
    run: 0,
    ended: null,
  });
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

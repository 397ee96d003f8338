import { createHash, randomUUID } from 'node:crypto';
import {
  type Client,
  encodeScheduleOverlapPolicy,
  ScheduleAlreadyRunning,
  type ScheduleDescription,
  ScheduleNotFoundError,
  type ScheduleOverlapPolicy,
  type ScheduleSpec,
} from '@temporalio/client';
import { defineSearchAttributeKey, TypedSearchAttributes } from '@temporalio/common';
import { optionalDateToTs } from '@temporalio/common/lib/time.js';

/** A schedule as it is to stand in Temporal: plain JSON, made elsewhere. */
export interface ScheduleToKeep {
  scheduleId: string;
  spec: ScheduleSpec;
  overlap: Exclude<ScheduleOverlapPolicy, undefined>;
  catchUpMs: number;
  /** Null: no limit. */
  remainingRuns: number | null;
  isPaused: boolean;
  note: string;
  workflowType: string;
  /** The server puts the time after it. */
  workflowId: string;
  input: unknown;
  summary: string;
  /** Which state of it this is; stands in the memo of the schedule's action, and of the workflows that it starts. */
  revision: number;
  /** Search attributes of type Keyword, of the workflows. */
  keywords: Record<string, string>;
}

/** The memo's field that names the revision. */
const REVISION = 'colloquyRevision';

/** What stands in Temporal. */
export interface ScheduleSight {
  description: ScheduleDescription;
  /** As ScheduleToKeep.revision; null: whoever wrote it has left it out. */
  revision: number | null;
  /** The same for the same spec, policies and action, whoever wrote them. */
  fingerprint: string;
  /** When it was last written; null: never since it was made. */
  updatedAt: Date | null;
  /** Runs that the server did not start because too many waited. */
  dropped: number;
  /** Runs that wait for earlier ones. */
  waiting: number;
  /** What the server can't read; '' if it can. */
  problem: string;
}

/** A schedule as it stands in Temporal; null: there is none. */
export async function lookAtSchedule(client: Client, scheduleId: string): Promise<ScheduleSight | null> {
  try {
    const description = await client.schedule.getHandle(scheduleId).describe();
    const { raw, action, spec, policies, info } = description;
    const revision = action.memo?.[REVISION];
    const { workflowType, workflowId, args, taskQueue } = action;
    const shape = JSON.stringify([spec, policies, { workflowType, workflowId, args, taskQueue }, revision]);
    return {
      description,
      revision: typeof revision === 'number' ? revision : null,
      fingerprint: createHash('sha256').update(shape).digest('hex'),
      updatedAt: info.lastUpdatedAt ?? null,
      dropped: Number(raw.info?.bufferDropped ?? 0),
      waiting: Number(raw.info?.bufferSize ?? 0),
      problem: raw.info?.invalidScheduleError ?? '',
    };
  } catch (error) {
    if (error instanceof ScheduleNotFoundError) return null;
    throw error;
  }
}

/** Makes a schedule. Making it again changes nothing. */
export async function createSchedule(
  client: Client,
  taskQueue: string,
  kept: ScheduleToKeep,
): Promise<'created' | 'there_already'> {
  try {
    await client.schedule.create({ scheduleId: kept.scheduleId, ...optionsOf(taskQueue, kept) });
    return 'created';
  } catch (error) {
    if (error instanceof ScheduleAlreadyRunning) return 'there_already';
    throw error;
  }
}

/** Writes a schedule anew. The server takes it a moment later: look at its revision. */
export async function updateSchedule(client: Client, taskQueue: string, kept: ScheduleToKeep): Promise<void> {
  await client.schedule.getHandle(kept.scheduleId).update(() => optionsOf(taskQueue, kept));
}

function optionsOf(taskQueue: string, kept: ScheduleToKeep) {
  const pairs = Object.entries(kept.keywords).map(([name, value]) => ({
    key: defineSearchAttributeKey(name, 'KEYWORD'),
    value,
  }));
  return {
    spec: kept.spec,
    policies: { overlap: kept.overlap, catchupWindow: kept.catchUpMs, pauseOnFailure: false },
    state: {
      paused: kept.isPaused,
      note: kept.note,
      ...(kept.remainingRuns === null ? {} : { remainingActions: kept.remainingRuns }),
    },
    action: {
      type: 'startWorkflow' as const,
      workflowType: kept.workflowType,
      workflowId: kept.workflowId,
      taskQueue,
      args: [kept.input] as unknown as [],
      memo: { [REVISION]: kept.revision },
      staticSummary: kept.summary,
      typedSearchAttributes: new TypedSearchAttributes(pairs),
    },
  };
}

/** Pauses a schedule or lets it go on. A note is needed by the server. */
export async function pauseSchedule(
  client: Client,
  scheduleId: string,
  isPaused: boolean,
  note: string,
): Promise<void> {
  const handle = client.schedule.getHandle(scheduleId);
  await (isPaused ? handle.pause(note) : handle.unpause(note));
}

/**
 * Starts a run now under the time given, which makes its workflow's id: the same time again is the same workflow, as
 * long as it runs.
 */
export async function triggerSchedule(
  client: Client,
  scheduleId: string,
  { nominalAt, overlap }: { nominalAt: Date; overlap: Exclude<ScheduleOverlapPolicy, undefined> },
): Promise<void> {
  await client.workflowService.patchSchedule({
    namespace: client.options.namespace,
    scheduleId,
    identity: client.options.identity,
    requestId: randomUUID(),
    patch: {
      triggerImmediately: {
        overlapPolicy: encodeScheduleOverlapPolicy(overlap) ?? null,
        scheduledTime: optionalDateToTs(nominalAt) ?? null,
      },
    },
  });
}

/** Has the server start the runs of a range of times, both ends included. */
export async function backfillSchedule(
  client: Client,
  scheduleId: string,
  range: { start: Date; end: Date; overlap: Exclude<ScheduleOverlapPolicy, undefined> },
): Promise<void> {
  await client.schedule.getHandle(scheduleId).backfill(range);
}

/** Deletes a schedule; one that is gone is no error. Its runs go on. */
export async function deleteTemporalSchedule(client: Client, scheduleId: string): Promise<void> {
  try {
    await client.schedule.getHandle(scheduleId).delete();
  } catch (error) {
    if (!(error instanceof ScheduleNotFoundError)) throw error;
  }
}

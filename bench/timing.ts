import { randomUUID } from 'node:crypto';
import type { Stage } from './stage.ts';

/** Milliseconds from a conversation's first turn to its last, without its start and its end. */
export async function timeTurns({ temporal, converse }: Stage, turns: number): Promise<number> {
  const handle = temporal.workflow.getHandle(await converse(turns));
  await handle.result();
  return betweenActivities(handle, 'generateReply');
}

/** The same for activities that do nothing. */
export async function timeBare({ temporal, taskQueue }: Stage, count: number): Promise<number> {
  const handle = await temporal.workflow.start('bareRoundTrips', {
    taskQueue,
    workflowId: `bare-${randomUUID()}`,
    args: [count],
  });
  await handle.result();
  return betweenActivities(handle, 'nothing');
}

/** Steps per second while many conversations run in parallel. */
export async function perSecond(
  load: { conversations: number; turnsEach: number },
  run: () => Promise<number>,
): Promise<number> {
  const startedAt = performance.now();
  // All of them are awaited, even if one fails: any that kept running would disturb the next measurement.
  const ends = await Promise.allSettled(Array.from({ length: load.conversations }, run));
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
  return (load.conversations * load.turnsEach * 1000) / (performance.now() - startedAt);
}

type Handle = ReturnType<Stage['temporal']['workflow']['getHandle']>;

/**
 * From the scheduling of the first activity of a type to the workflow task after the last one, by the server's clock.
 */
async function betweenActivities(handle: Handle, type: string): Promise<number> {
  const { events } = await handle.fetchHistory();
  const all = events ?? [];
  const scheduled = all.filter(
    (event) => event.activityTaskScheduledEventAttributes?.activityType?.name === type,
  );
  const first = scheduled[0];
  const ids = new Set(scheduled.map(({ eventId }) => String(eventId)));
  const last = all.findLastIndex(({ activityTaskCompletedEventAttributes: completed }) =>
    ids.has(String(completed?.scheduledEventId)),
  );
  const after = all.slice(last).find((event) => event.workflowTaskCompletedEventAttributes);
  return millis(after?.eventTime) - millis(first?.eventTime);
}

function millis(time: { seconds?: unknown; nanos?: number | null } | null | undefined): number {
  return Number(time?.seconds) * 1000 + Number(time?.nanos ?? 0) / 1e6;
}

import { formatDuration } from '../../views/format/duration.ts';
import type { HealthLine } from './healthReport.ts';

/** A poll waits up to a minute at the server: a worker that has not polled for longer is gone. */
const POLL_STALE_MS = 90_000;

export type Pollers = {
  /** When a worker last polled for workflow tasks; null if unknown. */
  workflowPolledAtMs: number | null;
  activityPolledAtMs: number | null;
  nowMs: number;
};

/**
 * Describes the workers by their last polls. The older of the two kinds counts, because a conversation needs both.
 */
export function describePollers({
  workflowPolledAtMs,
  activityPolledAtMs,
  nowMs,
}: Pollers): Pick<HealthLine, 'state' | 'detail'> {
  if (workflowPolledAtMs === null || activityPolledAtMs === null) {
    return { state: 'degraded', detail: 'none polls; conversations wait until one starts' };
  }
  const ageMs = Math.max(0, nowMs - Math.min(workflowPolledAtMs, activityPolledAtMs));
  const detail = `last poll ${formatDuration(Math.round(ageMs / 1_000) * 1_000)} ago`;
  return ageMs > POLL_STALE_MS
    ? { state: 'degraded', detail: `${detail}; conversations wait until one starts` }
    : { state: 'ok', detail };
}

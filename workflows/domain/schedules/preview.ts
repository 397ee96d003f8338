import { clockChanges, zoneClock } from '../time/zoneClock.ts';
import { compileSpec } from './compileSpec.ts';
import { dueTimes, timesBetween } from './serverTimes.ts';
import type { ScheduleSpec } from './spec.ts';

/** A coming run. */
export interface PreviewedTime {
  at: Date;
  /** How far local time is ahead of UTC then, in minutes. */
  offsetMinutes: number;
  /** How the clocks change between the time before it (or now) and this one, in minutes; null: they don't. */
  clocksChangeBy: number | null;
}

const LAST_SECOND = Date.UTC(2101, 0, 1) / 1_000;

/**
 * The next times of a spec after a moment, without jitter, with a mark where the clocks change. Fewer where there are no
 * more. Throws UnreadableTimesError for a text that says no times, and RangeError for an unknown time zone.
 */
export function previewTimes(spec: ScheduleSpec, after: Date, most: number): PreviewedTime[] {
  const from = Math.floor(after.getTime() / 1_000);
  const times = timesBetween(dueTimes(compileSpec(spec, after)), from, LAST_SECOND, most);
  return markClockChanges(
    times.map((seconds) => new Date(seconds * 1_000)),
    spec.timeZone,
    after,
  );
}

/** Marks times, in their order, where the clocks of a zone change; `after`: what the first one is compared with. */
export function markClockChanges(times: readonly Date[], timeZone: string, after: Date): PreviewedTime[] {
  const clock = zoneClock(timeZone);
  let before = Math.floor(after.getTime() / 1_000);
  return times.map((at) => {
    const seconds = Math.floor(at.getTime() / 1_000);
    // Of times that are years apart, only that the offset differs is of interest.
    const change =
      seconds - before > 400 * 86_400
        ? clock.offsetAt(seconds) - clock.offsetAt(before)
        : clockChanges(clock, before, seconds).reduce((sum, each) => sum + each.after - each.before, 0);
    before = seconds;
    return {
      at,
      offsetMinutes: clock.offsetAt(seconds) / 60,
      clocksChangeBy: change === 0 ? null : change / 60,
    };
  });
}

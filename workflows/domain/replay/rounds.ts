import type { RecordedEvent } from './differenceOf.ts';

/**
 * Where a history can be cut: after each time that the workflow's code was asked. Up to there, what the code answered
 * before is compared; a history without such a place has nothing to compare.
 */
export function cutsOf(events: readonly Pick<RecordedEvent, 'type'>[]): number[] {
  return events.flatMap(({ type }, index) => (type === 'WORKFLOW_TASK_STARTED' ? [index + 1] : []));
}

/**
 * The first of the histories' cuts at which a replay fails, where the whole history's does: each cut that is longer than
 * one that fails does too. Null: only the whole one fails.
 */
export async function firstFailing(
  cuts: readonly number[],
  fails: (cut: number) => Promise<boolean>,
): Promise<number | null> {
  let low = 0;
  let high = cuts.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (await fails(cuts[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return cuts[low] ?? null;
}

/** The events that came between the workflow's last answer before a cut and the cut: what the answer brought about, and what it was told next. */
export function roundBefore<Event extends Pick<RecordedEvent, 'type'>>(
  events: readonly Event[],
  cut: number,
): Event[] {
  const before = events.slice(0, cut);
  const answered = before.findLastIndex(({ type }) => type === 'WORKFLOW_TASK_COMPLETED');
  const OF_TASKS = /^WORKFLOW_TASK_/;
  return before.slice(answered + 1).filter(({ type }) => !OF_TASKS.test(type));
}

import type { Outcome } from './state.ts';

/** The ends that a run does not bring about itself. */
export const outsideEndKinds = ['terminated', 'failed', 'timed_out', 'gone', 'never_began'] as const;

export type OutsideEndKind = (typeof outsideEndKinds)[number];

/** The words that are stored as the stop reason. They stay as they are: rows are known by them. */
export const OUTSIDE_ENDS: Record<OutsideEndKind, string> = {
  terminated: 'Its workflow was terminated',
  failed: 'Its workflow failed',
  timed_out: 'Its workflow timed out',
  gone: 'Its workflow no longer exists on the Temporal server',
  never_began: 'Its run of the schedule was ended before it began',
};

/** The outcome of a run that was ended so. */
export function outsideOutcome(kind: OutsideEndKind): Outcome {
  return { state: kind === 'never_began' ? 'cancelled' : 'failed', stopReason: OUTSIDE_ENDS[kind] };
}

/** Which end from outside a stored outcome tells of; null: its workflow has come to the end itself, or it goes on. */
export function outsideEndOf({
  state,
  stopReason,
}: {
  state: string | null;
  stopReason: string | null;
}): OutsideEndKind | null {
  const kind = outsideEndKinds.find((each) => OUTSIDE_ENDS[each] === stopReason);
  if (kind === undefined) return null;
  // A pattern may say what it likes as it finishes. A standing conversation sleeps after each end.
  return state === outsideOutcome(kind).state || state === 'sleeping' ? kind : null;
}

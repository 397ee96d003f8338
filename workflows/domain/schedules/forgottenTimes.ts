import type { OverlapPolicy } from './states.ts';

/** A time that was due before an edit. */
export interface DueBeforeEdit {
  at: Date;
  overlap: OverlapPolicy;
  /** The server has begun its run. */
  hasBegun: boolean;
}

/**
 * Those of some times, the earliest first, whose runs an edit made the server forget. Under a policy that ends other runs a
 * newer time takes the place of those before it. `leftOut`: how many the server has left out by itself, as it counts; those
 * were the earliest.
 */
export function forgottenTimes(times: readonly DueBeforeEdit[], leftOut: number): Date[] {
  const open = times.reduce<Date[]>((before, { at, overlap, hasBegun }) => {
    const left = overlap === 'cancel_other' || overlap === 'terminate_other' ? [] : before;
    return hasBegun ? left : [...left, at];
  }, []);
  return open.slice(Math.max(0, leftOut));
}

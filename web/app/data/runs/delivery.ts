import type { FailureType } from '../../../../workflows/contracts/failures.ts';

/** The outcome of a command sent to a conversation's workflow. */
export type Delivery =
  | { outcome: 'done' }
  | { outcome: 'refused'; failure: FailureType }
  /** Temporal has it, but no worker has accepted it yet. Sending it again is safe. */
  | { outcome: 'handed_in' }
  /** Temporal does not answer: nothing was done. */
  | { outcome: 'unreachable'; address: string }
  /** The conversation has ended. */
  | { outcome: 'over' }
  /** Its workflow has not started yet. */
  | { outcome: 'not_started' };

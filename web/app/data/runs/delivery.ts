import type { FailureType } from '../../../../workflows/contracts/failures.ts';

/** What became of a command that was handed to a conversation's workflow. */
export type Delivery =
  | { outcome: 'done' }
  | { outcome: 'refused'; failure: FailureType }
  /** Temporal has it, but no worker has taken it in yet. Sending it again is safe. */
  | { outcome: 'handed_in' }
  /** Temporal does not answer: nothing was done. */
  | { outcome: 'unreachable'; address: string }
  /** The conversation has come to its end. */
  | { outcome: 'over' }
  /** Its workflow does not run yet. */
  | { outcome: 'not_started' };

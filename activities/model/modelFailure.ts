import type { FailureType } from '../../workflows/contracts/failures.ts';
import { storableText } from '../../workflows/domain/storable.ts';
import type { FailureDetails } from '../../workflows/domain/task.ts';

/** A call that brought no usable answer: its type says whether trying again can help. */
export class ModelFailure extends Error {
  override readonly name = 'ModelFailure';
  readonly type: FailureType;
  /** What the provider asked to wait, if it did. */
  readonly retryAfterMs: number | null;
  /** What else is known; whoever asked adds the address. */
  readonly details: FailureDetails;

  constructor(
    type: FailureType,
    message: string,
    retryAfterMs: number | null = null,
    details: FailureDetails = {},
  ) {
    super(storableText(message));
    this.type = type;
    this.retryAfterMs = retryAfterMs;
    this.details = details;
  }
}

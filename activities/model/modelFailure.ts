import type { FailureType } from '../../workflows/contracts/failures.ts';

/** A call that brought no usable answer: its type says whether trying again can help. */
export class ModelFailure extends Error {
  override readonly name = 'ModelFailure';
  readonly type: FailureType;
  /** What the provider asked to wait, if it did. */
  readonly retryAfterMs: number | null;

  constructor(type: FailureType, message: string, retryAfterMs: number | null = null) {
    super(message);
    this.type = type;
    this.retryAfterMs = retryAfterMs;
  }
}

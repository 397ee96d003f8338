import type { FailureType } from '../../workflows/contracts/failures.ts';
import { storableText } from '../../workflows/domain/storable.ts';
import type { FailureDetails } from '../../workflows/domain/turnFailure.ts';

/** Further details of a failure, some for people, some for the caller. */
export interface FailureFacts extends FailureDetails {
  /** Whether the same again can help, where the provider says that it can't; absent: as the type says. */
  retryable?: false | undefined;
  /** The provider does not stream this model's answers to us. */
  refusesStreaming?: boolean;
}

/** A call that brought no usable answer: its type says whether trying again can help. */
export class ModelFailure extends Error {
  override readonly name = 'ModelFailure';
  readonly type: FailureType;
  /** What the provider asked to wait, if it did. */
  readonly retryAfterMs: number | null;
  /** Additional words for people; the caller adds the address if it is missing. */
  readonly details: FailureDetails;
  /** Null: as the type says. */
  readonly retryable: false | null;
  readonly refusesStreaming: boolean;

  constructor(type: FailureType, message: string, facts: FailureFacts = {}) {
    super(storableText(message));
    const { retryable, refusesStreaming, ...details } = facts;
    this.type = type;
    this.retryAfterMs = details.retryAfterMs ?? null;
    this.details = details;
    this.retryable = retryable ?? null;
    this.refusesStreaming = refusesStreaming ?? false;
  }
}

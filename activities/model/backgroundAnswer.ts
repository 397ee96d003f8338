/** An answer that the provider writes also while nobody is connected. */
export interface BackgroundAnswer {
  /** The provider's own id of it. */
  id: string;
  /** The number of the first of its events that was read; null: they have none. */
  sequence: number | null;
}

/** How an attempt finds an answer that an earlier one has begun, and leaves its own to the next. */
export interface BackgroundHooks {
  /** Null: there is none yet. */
  begun: BackgroundAnswer | null;
  /** Is told of an answer as soon as it has an id, and waited for before anything else of it is read. */
  onBegun: (answer: BackgroundAnswer) => Promise<void>;
}

/** The provider writes the answer, but it can't be fetched for now: the next attempt goes on with it. */
export class AnswerPending extends Error {
  override readonly name = 'AnswerPending';

  constructor(cause: unknown) {
    super('The answer is being written, but cannot be fetched for now', { cause });
  }
}

/** An answer that the provider continues to write while nobody is connected. */
export interface BackgroundAnswer {
  /** The provider's own id of it. */
  id: string;
  /** The number of the first of its events that was read; null: they have none. */
  sequence: number | null;
}

/** How an attempt finds an answer that an earlier one has begun, and leaves its own to the next. */
export interface BackgroundHooks {
  /** Null: none yet. */
  begun: BackgroundAnswer | null;
  /** Called when an answer gets its id, and awaited before anything else of the answer is read. */
  onBegun: (answer: BackgroundAnswer) => Promise<void>;
}

/** The provider is writing the answer, but it can't be fetched now; the next attempt continues with it. */
export class AnswerPending extends Error {
  override readonly name = 'AnswerPending';

  constructor(cause: unknown) {
    super('The answer is being generated, but cannot be fetched at the moment', { cause });
  }
}

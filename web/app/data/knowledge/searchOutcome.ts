import type { FailureText } from '../../../../workflows/contracts/failureText.ts';
import type { FoundPassage } from '../../../../workflows/domain/knowledge/passage.ts';

/** A passage that a search has found, with the name of its collection. */
export type SearchedPassage = FoundPassage & { collection: string };

/** What came of a person's search in documents. */
export type SearchOutcome =
  | {
      outcome: 'answered';
      /** Best first. */
      passages: SearchedPassage[];
      /** The words of the passages that the question asks for, in lower case. */
      words: string[];
      /** How long the look-up took, the waiting for a worker not among it. */
      latencyMs: number;
    }
  /** The project has no collections at all. */
  | { outcome: 'no_collections' }
  /** The project has none of these names. */
  | { outcome: 'unknown_collections'; names: string[] }
  | { outcome: 'failed'; failure: FailureText }
  /** No worker takes it. */
  | { outcome: 'no_worker' }
  /** It takes longer than a page waits; `failure` is that of its last attempt so far. */
  | { outcome: 'unfinished'; failure: FailureText | null };

/** What went wrong in a turn: a failure type of the closed list and a sentence for a person. */
export interface TurnFailure {
  type: string;
  message: string;
  /** Absent where an earlier version wrote it. */
  details?: FailureDetails;
}

/** The details of a failure (contracts/failureDetails.ts describes each part). */
export interface FailureDetails {
  address?: string;
  words?: string;
  status?: number;
  retryAfterMs?: number;
  requests?: { made: number; atMost: number };
  tools?: number[];
}

import { Context } from '@temporalio/activity';
import type { Database } from '../../platform/database.ts';
import type { Logger } from '../../platform/logger.ts';
import { failures, type FailureType } from '../../workflows/contracts/failures.ts';
import type { Execution } from '../execution/execution.ts';
import { AnswerPending, type BackgroundAnswer, type BackgroundHooks } from '../model/backgroundAnswer.ts';
import { ModelFailure } from '../model/modelFailure.ts';
import type { ModelConnection } from '../model/provider.ts';
import { type BackgroundCall, noteBackground } from '../transcript/backgroundCalls.ts';
import { throughOutage } from '../transcript/throughOutage.ts';

/** So many attempts in a row may fail to fetch an answer that is being written: with their pauses about a quarter of an hour. */
const MAX_FETCHING_ATTEMPTS = 40;

const CANCEL_TIMEOUT_MS = 5_000;

/** An answer that is written in the background, as one attempt sees it. */
export interface BackgroundWatch {
  hooks: BackgroundHooks;
  /** The answer as far as it has an id. */
  begun: () => BackgroundAnswer | null;
}

/** Watches over an answer from where the ledger has it, and has the ledger know it before anything else is read. */
export function watchBackground(
  database: Database,
  { projectId, callId }: { projectId: string; callId: string },
  taken: BackgroundCall | null,
): BackgroundWatch {
  let begun: BackgroundAnswer | null = taken === null ? null : { id: taken.id, sequence: taken.sequence };
  const onBegun = async (answer: BackgroundAnswer) => {
    await throughOutage(
      () => noteBackground(database, { projectId, callId, ...answer }),
      Context.current().cancellationSignal,
    );
    begun = answer;
  };
  return { hooks: { begun, onBegun }, begun: () => begun };
}

/** What becomes of a call whose attempt has failed. */
export type CallEnd =
  /** It is over. */
  | 'closed'
  /** The provider continues to write, and the next attempt continues to read. */
  | 'left_open'
  /** The answer is abandoned; it may have been paid for. */
  | 'unknown';

/** Decides that. `failure` is what the error means. */
export function endOfCall(
  watch: BackgroundWatch | null,
  attempt: { error: unknown; failure: unknown; execution: Execution; begunIn: number; isAborted: boolean },
): CallEnd {
  if (watch === null || watch.begun() === null) return 'closed';
  if (attempt.isAborted) return isTakenAgain() ? 'left_open' : 'closed';
  const { failure } = attempt;
  if (failure instanceof ModelFailure && failure.type === 'model_answer_lost') return 'unknown';
  if (!(attempt.error instanceof AnswerPending)) {
    // What the provider itself says of the answer ends it; a fault of our own does not.
    return failure instanceof ModelFailure ? 'closed' : 'left_open';
  }
  const isOver = attempt.execution.attempt - attempt.begunIn >= MAX_FETCHING_ATTEMPTS;
  return isOver || (failure instanceof ModelFailure && !isRetryable(failure.type)) ? 'unknown' : 'left_open';
}

/** Tells the provider to stop writing an abandoned answer. If it can't be reached, nothing changes here. */
export async function stopBackground(
  logger: Logger,
  connection: ModelConnection | null,
  watch: BackgroundWatch | null,
): Promise<void> {
  const id = watch?.begun()?.id;
  if (id === undefined) return;
  try {
    await connection?.cancelInBackground?.(id, AbortSignal.timeout(CANCEL_TIMEOUT_MS));
  } catch (error) {
    const failure = connection?.classify(error, Date.now());
    const type = failure instanceof ModelFailure ? failure.type : null;
    logger.warn({ responseId: id, type }, 'An abandoned response could not be cancelled');
  }
}

/** Whether an aborted attempt is followed by another: its worker is going down, or its time is over. */
function isTakenAgain(): boolean {
  const details = Context.current().cancellationDetails;
  return details !== undefined && (details.workerShutdown || details.timedOut) && !details.cancelRequested;
}

function isRetryable(type: FailureType): boolean {
  return failures[type].retryable;
}

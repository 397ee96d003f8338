import { WorkflowFailedError, WorkflowNotFoundError } from '@temporalio/client';

/**
 * Whether what `handle.result()` rejects with says that the workflow has ended, or is not there. Anything else says that waiting
 * is over and not what for: a deadline that the server answers in one of several ways, a connection that is lost.
 */
export function hasEnded(error: unknown): boolean {
  return error instanceof WorkflowFailedError || error instanceof WorkflowNotFoundError;
}

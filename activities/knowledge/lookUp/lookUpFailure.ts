import { ApplicationFailure } from '@temporalio/common';
import { KnowledgeAwayError, KnowledgeError } from '../../../platform/knowledge/knowledgeError.ts';
import type { FailureDetails } from '../../../workflows/domain/turnFailure.ts';

/** How often a look-up is tried that the store or the embedding model does not answer; then a person decides. */
export const MAX_LOOK_UPS = 10;

/**
 * What a failed look-up is for Temporal: tried again, up to the last of `most` attempts, or put before a person. What is none of
 * its own comes back as it is.
 */
export function lookUpFailure(error: unknown, attempt: number, most = MAX_LOOK_UPS): unknown {
  const isLast = attempt >= most;
  if (error instanceof KnowledgeAwayError) {
    const details: FailureDetails = { address: error.address, words: error.reason };
    const tried = isLast ? ` It was tried ${String(attempt)} times.` : '';
    return ApplicationFailure.create({
      message: `${error.message}${tried}`,
      type: isLast ? 'knowledge_unreachable' : 'knowledge_unavailable',
      nonRetryable: isLast,
      details: [details],
    });
  }
  if (error instanceof KnowledgeError) {
    return ApplicationFailure.nonRetryable(error.message, 'knowledge_refused');
  }
  if (isLast && error instanceof ApplicationFailure && error.nonRetryable !== true) {
    return ApplicationFailure.create({
      message: `${error.message} It was tried ${String(attempt)} times.`,
      type: 'model_attempts_exhausted',
      nonRetryable: true,
      details: error.details ?? [],
    });
  }
  return error;
}

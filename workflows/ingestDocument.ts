import {
  ApplicationFailure,
  CancellationScope,
  CancelledFailure,
  isCancellation,
} from '@temporalio/workflow';
import type { IngestDocumentInput } from './contracts/ingestion.ts';
import type { ItemOutcome } from './domain/knowledge/importStates.ts';
import { failureOf } from './failureOf.ts';
import { documentActivities, importActivities } from './knowledgeProxies.ts';

/**
 * Brings one document into the knowledge store: its bytes, its text, its passages with their vectors, and then, in one step,
 * this version in place of the one before. Returns what came of it; what is wrong with the document is no failure of the
 * workflow.
 */
export async function ingestDocument({
  source: _source,
  ...item
}: IngestDocumentInput): Promise<ItemOutcome> {
  const { keepSource, readSource, storePassages, publishVersion } = documentActivities;
  try {
    for (const step of [keepSource, readSource, storePassages, publishVersion]) {
      const result = await step(item);
      if (result.kind === 'over') return result.outcome;
    }
    throw ApplicationFailure.nonRetryable(
      'A document that is published has come to its end',
      'unexpected_error',
    );
  } catch (error) {
    const isCancelled = isCancellation(error) || CancellationScope.current().consideredCancelled;
    const outcome = isCancelled ? 'cancelled' : 'failed';
    const failure = isCancelled ? null : failureOf(error);
    await CancellationScope.nonCancellable(() =>
      importActivities.endImportItem({ ...item, outcome, failure }),
    );
    if (isCancelled) throw isCancellation(error) ? error : new CancelledFailure('Cancelled');
    return outcome;
  }
}

import { Context } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import type { Database } from '../../../platform/database.ts';
import { KnowledgeAwayError, KnowledgeError } from '../../../platform/knowledge/knowledgeError.ts';
import type { ItemRef, StepResult } from '../../../workflows/contracts/ingestion.ts';
import { documentRefusals } from '../../../workflows/domain/knowledge/documentRefusal.ts';
import { currentExecution } from '../../execution/execution.ts';
import { RefusedDocument } from '../parse/refusedDocument.ts';
import { endItem } from './itemRows.ts';

/** How often is tried what may pass by itself: a server that is away, a machine that is busy. */
const MOST_TRIES = 4;

/**
 * A step of a document. What is wrong with the document itself ends it, with what to do, and stops nothing else; what may
 * pass is tried again. Where the knowledge store is away, the failure says so.
 */
export function ingestionStep(
  database: Database,
  step: (input: ItemRef) => Promise<StepResult>,
): (input: ItemRef) => Promise<StepResult> {
  return async (input) => {
    try {
      return await step(input);
    } catch (error) {
      // Whatever a library has made of it: the import was cancelled, or this worker is about to end.
      Context.current().cancellationSignal.throwIfAborted();
      if (error instanceof RefusedDocument) return await refuse(database, input, error);
      if (error instanceof KnowledgeError) {
        const message =
          error.kind === 'not_found' ? 'Its collection, or the document, was deleted.' : error.message;
        return endItem(database, input, 'failed', { failure: { type: `store_${error.kind}`, message } });
      }
      throw storeAway(error);
    }
  };
}

/** An error of the knowledge store that is away as the failure of the closed list; any other as it is. */
export function storeAway(error: unknown): unknown {
  if (!(error instanceof KnowledgeAwayError)) return error;
  const { message, address, reason } = error;
  return ApplicationFailure.create({
    message,
    type: 'database_unavailable',
    details: [{ address, words: reason }],
  });
}

async function refuse(database: Database, input: ItemRef, error: RefusedDocument): Promise<StepResult> {
  const { refusal: type, message } = error;
  if (documentRefusals[type].mayPass && currentExecution().attempt < MOST_TRIES) {
    throw ApplicationFailure.create({ message, type, nonRetryable: false });
  }
  return endItem(database, input, 'failed', { failure: { type, message } });
}

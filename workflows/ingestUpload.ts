import {
  allHandlersFinished,
  CancellationScope,
  condition,
  continueAsNew,
  executeChild,
  isCancellation,
  ParentClosePolicy,
  setHandler,
} from '@temporalio/workflow';
import type { ImportProgress, ImportRef, IngestUploadInput } from './contracts/ingestion.ts';
import { documentWorkflowId } from './contracts/names.ts';
import type { ItemOutcome } from './domain/knowledge/importStates.ts';
import { ingestDocument } from './ingestDocument.ts';
import { importActivities } from './knowledgeProxies.ts';
import { importProgressQuery, pauseSignal, resumeSignal } from './messages.ts';

/** Documents that are worked on at the same time; each waits for the model most of the time. */
const AT_ONCE = 4;
/** Documents of one run of the workflow: a history stays far below what Temporal suggests. */
const DOCUMENTS_PER_RUN = 200;

const NOTHING: ImportProgress = {
  isPaused: false,
  counts: { added: 0, unchanged: 0, failed: 0, cancelled: 0 },
};

/**
 * Brings in what was brought together: each document is a workflow of its own, a few at a time, and what is wrong with one
 * stops no other. Pausing lets those that have begun come to their end; cancelling ends them. It goes on as new for as many
 * documents as there are.
 */
export async function ingestUpload(input: IngestUploadInput): Promise<ImportProgress> {
  const { projectId, importId, run, documentsPerRun = DOCUMENTS_PER_RUN } = input;
  const ref: ImportRef = { projectId, importId };
  let progress = input.progress ?? NOTHING;
  const pausing = (isPaused: boolean) => () => {
    progress = { ...progress, isPaused };
  };
  setHandler(pauseSignal, pausing(true));
  setHandler(resumeSignal, pausing(false));
  setHandler(importProgressQuery, () => progress);

  const bringIn = async (itemId: string, source: string) => {
    const outcome = await ingestItem({ ...ref, itemId, source, run });
    progress = { ...progress, counts: { ...progress.counts, [outcome]: progress.counts[outcome] + 1 } };
  };

  try {
    for (;;) {
      const { items } = await importActivities.nextImportItems({ ...ref, most: documentsPerRun });
      if (items.length > 0) {
        await CancellationScope.cancellable(() =>
          inTurn(items, () => waitWhilePaused(ref, () => progress), bringIn),
        );
      }
      if (
        items.length < documentsPerRun &&
        (await importActivities.finishImport({ ...ref, state: 'finished' }))
      )
        return progress;
      if (items.length === documentsPerRun) break;
    }
  } catch (error) {
    if (!isCancellation(error)) throw error;
    await CancellationScope.nonCancellable(() =>
      importActivities.finishImport({ ...ref, state: 'cancelled' }),
    );
    throw error;
  }
  await condition(allHandlersFinished);
  return continueAsNew<typeof ingestUpload>({ ...input, progress });
}

/** Works on a few at a time, in their order; ends when all have ended. */
async function inTurn(
  items: readonly { itemId: string; source: string }[],
  mayBegin: () => Promise<void>,
  work: (itemId: string, source: string) => Promise<void>,
): Promise<void> {
  const waiting = [...items];
  const lane = async () => {
    // With nothing left to begin, a pause holds nothing up.
    while (waiting.length > 0) {
      await mayBegin();
      const next = waiting.shift();
      if (next === undefined) return;
      await work(next.itemId, next.source);
    }
  };
  const lanes = await Promise.allSettled(Array.from({ length: AT_ONCE }, lane));
  // All have ended before what one of them failed with is told.
  for (const each of lanes) if (each.status === 'rejected') throw each.reason;
}

/** While nothing is to begin, the row says so. */
async function waitWhilePaused(ref: ImportRef, progress: () => ImportProgress): Promise<void> {
  if (!progress().isPaused) return;
  await importActivities.showImportState({ ...ref, state: 'paused' });
  await condition(() => !progress().isPaused);
  await importActivities.showImportState({ ...ref, state: 'running' });
}

/** One document as a workflow of its own; one that an operator has ended is written down as failed. */
async function ingestItem({
  run,
  ...input
}: Parameters<typeof ingestDocument>[0] & { run: number }): Promise<ItemOutcome> {
  const { source, ...item } = input;
  try {
    return await executeChild(ingestDocument, {
      workflowId: documentWorkflowId(input.itemId, run),
      args: [input],
      staticSummary: source,
      parentClosePolicy: ParentClosePolicy.REQUEST_CANCEL,
    });
  } catch (error) {
    if (isCancellation(error)) throw error;
    const failure = { type: 'unexpected_error', message: 'Its workflow was ended from outside.' };
    await importActivities.endImportItem({ ...item, outcome: 'failed', failure });
    return 'failed';
  }
}

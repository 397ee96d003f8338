import type { Transaction } from '../../platform/database.ts';
import { writtenInRun } from '../../workflows/domain/writer.ts';

/** What a workflow run has left behind that an operator has reset: what stands from a place on, and is not the new run's. */
export interface Abandoned {
  seq: number;
  /** The first sequence number that the workflow had not given out: what stands between the two stays. */
  nextSeq: number;
  /** The workflow run that goes on. */
  runId: string;
}

/**
 * Closes what nobody works on any more: tasks are withdrawn, undecided drafts discarded, tool calls under way may have
 * been carried out (`unknown`), model calls under way may have been paid for (`unknown`), live text goes. All that is
 * open in the conversation, or what was abandoned. Returns how many model calls it found open, which the caller adds to
 * `unknownCalls`. The caller holds the conversation's lock and gives the revision that it raises it to.
 */
export async function closeOpenWork(
  transaction: Transaction,
  { projectId, conversationId, revision }: { projectId: string; conversationId: string; revision: bigint },
  abandoned: Abandoned | null = null,
): Promise<number> {
  const here = { projectId, conversationId };
  const places =
    abandoned === null ? {} : { OR: [{ seq: abandoned.seq }, { seq: { gte: abandoned.nextSeq } }] };
  const writtenBefore =
    abandoned === null ? {} : { NOT: { writtenBy: { startsWith: writtenInRun(abandoned.runId) } } };
  const askedBefore =
    abandoned === null ? {} : { runId: { not: abandoned.runId }, seq: { gte: abandoned.seq } };
  const now = new Date();

  await transaction.humanTask.updateMany({
    where: { ...here, ...askedBefore, state: 'open' },
    data: { state: 'withdrawn', closedAt: now, revision },
  });
  await transaction.message.updateMany({
    where: { ...here, ...places, ...writtenBefore, status: 'draft', supersededAt: null },
    data: { status: 'discarded', revision },
  });
  await transaction.toolCall.updateMany({
    where: { ...here, ...places, ...writtenBefore, state: 'running' },
    data: { state: 'unknown', endedAt: now, revision },
  });
  const { count: unknownCalls } = await transaction.modelCall.updateMany({
    where: { ...here, ...places, ...writtenBefore, state: 'open' },
    data: { state: 'unknown', endedAt: now },
  });
  await transaction.liveText.deleteMany({ where: { ...here, ...places } });
  return unknownCalls;
}

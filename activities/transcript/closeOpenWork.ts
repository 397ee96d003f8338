import type { Transaction } from '../../platform/database.ts';
import { writtenInRun } from '../../workflows/domain/writer.ts';
import { withdrawTaskNotices } from './taskNotices.ts';

/**
 * The rows left behind by a workflow run that an operator has reset: everything from a place on that is not the new
 * run's.
 */
export interface Abandoned {
  seq: number;
  /** The first sequence number that the workflow had not assigned: rows between the two stay. */
  nextSeq: number;
  /** The workflow run that continues. */
  runId: string;
}

/**
 * Closes abandoned work: tasks are withdrawn with the notices of them that wait, undecided drafts discarded, running tool calls may have been carried
 * out (`unknown`), running calls of models and embeddings may have been paid for (`unknown`), live text is deleted.
 * Either everything open in the conversation, or only the given abandoned part. Returns the number of calls that
 * become unknown, which the caller adds to `unknownCalls`. The caller holds the conversation's lock and passes the
 * revision to which it raises it.
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
  await withdrawTaskNotices(
    transaction,
    { projectId, task: { projectId, conversationId, state: 'withdrawn' } },
    now,
  );
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
  const { count: unknownEmbeddings } = await transaction.embeddingCall.updateMany({
    where: { ...here, ...places, ...writtenBefore, state: 'open' },
    data: { state: 'unknown', endedAt: now },
  });
  await transaction.liveText.deleteMany({ where: { ...here, ...places } });
  return unknownCalls + unknownEmbeddings;
}

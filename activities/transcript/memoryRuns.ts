import { z } from 'zod';
import type { Database, Transaction } from '../../platform/database.ts';
import { Prisma } from '../../prisma/generated/client.ts';
import type { WrittenChange } from '../../workflows/domain/memory/changes.ts';
import type { RecalledEntry } from '../../workflows/domain/memory/entry.ts';
import { storableJson, storableText } from '../../workflows/domain/storable.ts';
import type { Execution } from '../execution/execution.ts';
import { type ConversationKey, raiseRevision } from './watchers.ts';

/** A run of a conversation. */
export interface RunKey extends ConversationKey {
  run: number;
}

const storedEntries = z.custom<RecalledEntry[]>(Array.isArray);

/** What memory brought into a run; null: nothing was read for it. */
export async function readRecalled(
  database: Pick<Database | Transaction, 'memoryRun'>,
  { projectId, conversationId, run }: RunKey,
  writtenBy?: string,
): Promise<RecalledEntry[] | null> {
  const row = await database.memoryRun.findFirst({
    where: { projectId, conversationId, run, ...(writtenBy === undefined ? {} : { recalledBy: writtenBy }) },
    select: { recalled: true },
  });
  return row === null ? null : storedEntries.parse(row.recalled);
}

/** Keeps what memory brings into a run, once: a second attempt gets what the first has kept. A reset run reads anew. */
export async function storeRecalled(
  database: Database,
  { projectId, conversationId, run }: RunKey,
  execution: Execution,
  entries: readonly RecalledEntry[],
): Promise<RecalledEntry[]> {
  const key = { projectId, conversationId, run };
  return database.$transaction(async (transaction) => {
    const revision = await raiseRevision(transaction, key);
    const stored = await readRecalled(transaction, key, execution.writtenBy);
    if (stored !== null) return stored;
    const recalled = storableJson([...entries]);
    const values = {
      recalled: asJson(recalled),
      recalledBy: execution.writtenBy,
      state: 'recalled',
      ...nothingWritten,
      revision,
      updatedAt: new Date(),
    };
    await transaction.memoryRun.upsert({
      where: { conversationId_run: { conversationId, run }, projectId },
      update: values,
      create: { ...key, ...values },
    });
    return recalled;
  });
}

const nothingWritten = {
  changes: Prisma.DbNull,
  failureType: null,
  failureMessage: null,
  writtenBy: null,
};

/** Whether this activity has written the memory of a run already. */
export async function hasWritten(
  database: Pick<Database | Transaction, 'memoryRun'>,
  { projectId, conversationId, run }: RunKey,
  { writtenBy }: Execution,
): Promise<boolean> {
  return (await database.memoryRun.count({ where: { projectId, conversationId, run, writtenBy } })) > 0;
}

/** What came of writing a run's memory. */
export type MemoryOutcome =
  | { state: 'written'; changes: WrittenChange[] }
  | { state: 'failed'; failureType: string; failureMessage: string };

/** Keeps what came of it, in the transaction of the changes; `revision` is the conversation's. */
export async function storeOutcome(
  transaction: Transaction,
  { projectId, conversationId, run }: RunKey,
  { writtenBy }: Execution,
  outcome: MemoryOutcome,
  revision: bigint,
): Promise<void> {
  const values = {
    ...nothingWritten,
    ...(outcome.state === 'written'
      ? { state: outcome.state, changes: asJson(storableJson(outcome.changes)) }
      : {
          state: outcome.state,
          failureType: outcome.failureType,
          failureMessage: storableText(outcome.failureMessage),
        }),
    writtenBy,
    revision,
    updatedAt: new Date(),
  };
  await transaction.memoryRun.upsert({
    where: { conversationId_run: { conversationId, run }, projectId },
    update: values,
    create: { projectId, conversationId, run, recalled: [], recalledBy: writtenBy, ...values },
  });
}

/** Lists of plain objects, which Prisma's types do not know to be JSON. */
function asJson(value: readonly object[]): Prisma.InputJsonArray {
  return value;
}

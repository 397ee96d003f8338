import { randomUUID } from 'node:crypto';
import type { Database, Transaction } from '../../platform/database.ts';
import { lockTeam } from '../../platform/rowLocks.ts';
import {
  decideChanges,
  type DecidedChange,
  type MemoryChange,
  type MemoryGround,
  type ProposedChange,
  type WrittenChange,
} from '../../workflows/domain/memory/changes.ts';
import type { MemoryAction, MemoryEntry, MemoryEntryState } from '../../workflows/domain/memory/entry.ts';
import { storableText } from '../../workflows/domain/storable.ts';
import type { Execution } from '../execution/execution.ts';
import { readDeletedTexts, readMemoryEntries, type TeamKey } from '../transcript/memoryEntries.ts';
import { hasWritten, type RunKey, storeOutcome } from '../transcript/memoryRuns.ts';
import { raiseRevision } from '../transcript/watchers.ts';

/** What a model proposed, measured against the memory as it is now, while nobody else writes it. Twice is once. */
export async function keepChanges(
  database: Database,
  run: RunKey & TeamKey,
  execution: Execution,
  proposed: readonly ProposedChange[],
  ground: Omit<MemoryGround, 'current' | 'deleted'>,
): Promise<void> {
  await database.$transaction(async (transaction) => {
    const revision = await raiseRevision(transaction, run);
    if (await hasWritten(transaction, run, execution)) return;
    await lockTeam(transaction, run);
    const current = await readMemoryEntries(transaction, run);
    const deleted = await readDeletedTexts(transaction, run);
    const changes: WrittenChange[] = [];
    for (const decided of decideChanges(proposed, { ...ground, current, deleted })) {
      const entryId = 'made' in decided ? await write(transaction, run, decided.made) : null;
      changes.push(asWritten(decided, entryId));
    }
    await storeOutcome(transaction, run, execution, { state: 'written', changes }, revision);
  });
}

/** Nothing was written, and why. */
export async function keepFailure(
  database: Database,
  run: RunKey,
  execution: Execution,
  failure: { type: string; message: string },
): Promise<void> {
  await database.$transaction(async (transaction) => {
    const revision = await raiseRevision(transaction, run);
    const outcome = { state: 'failed', failureType: failure.type, failureMessage: failure.message } as const;
    await storeOutcome(transaction, run, execution, outcome, revision);
  });
}

function asWritten({ proposed, ...decided }: DecidedChange, entryId: string | null): WrittenChange {
  const { kind, text, quote, message: seq } = proposed;
  const written = { kind, text, quote, seq, entryId };
  return 'made' in decided
    ? { ...written, quote: decided.made.quote, action: decided.made.action, refused: null }
    : { ...written, action: null, refused: decided.refused };
}

/** Writes one change with its history; returns the entry's id. */
async function write(transaction: Transaction, run: RunKey & TeamKey, change: MemoryChange): Promise<string> {
  const { projectId, teamId, conversationId } = run;
  const source = { projectId, conversationId, run: run.run, seq: change.seq, quote: change.quote };
  if (change.action === 'added') {
    const { kind, afterDocuments } = change;
    const text = storableText(change.text);
    const id = randomUUID();
    await transaction.memoryEntry.create({ data: { id, projectId, teamId, kind, text, afterDocuments } });
    await transaction.memoryChange.create({
      data: { ...source, entryId: id, revision: 1, action: 'added', kind, text },
    });
    return id;
  }
  const { entry } = change;
  if (change.action === 'removed') {
    await alter(transaction, source, entry, { action: 'removed', state: 'deleted' });
    return entry.id;
  }
  const { action, kind, afterDocuments } = change;
  await alter(transaction, source, entry, { action, kind, text: storableText(change.text), afterDocuments });
  for (const other of change.others) {
    await alter(transaction, source, other, { action: 'merged', state: 'merged', mergedInto: entry.id });
  }
  return entry.id;
}

/** Changes an entry, and notes how it is now and what that rests on. */
async function alter(
  transaction: Transaction,
  source: { projectId: string; conversationId: string; run: number; seq: number; quote: string },
  entry: MemoryEntry,
  {
    action,
    ...data
  }: { action: MemoryAction } & Partial<
    Pick<MemoryEntry, 'kind' | 'text' | 'afterDocuments'> & { state: MemoryEntryState; mergedInto: string }
  >,
): Promise<void> {
  const { projectId } = source;
  const { id, revision, kind, text } = { ...entry, ...data };
  await transaction.memoryEntry.update({
    where: { id, projectId },
    data: { ...data, revision: { increment: 1 }, updatedAt: new Date() },
  });
  await transaction.memoryChange.create({
    data: { ...source, entryId: id, revision: revision + 1, action, kind, text },
  });
}

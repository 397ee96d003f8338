import { z } from 'zod';
import type { Transaction } from './database.ts';
import { executeIn, queryRowsIn, sql } from './sql.ts';

const lockedConversation = z.object({
  run: z.int(),
  state: z.string(),
  revision: z.bigint(),
  endedAt: z.date().nullable(),
});

/** A conversation as it stands while its row is locked. */
export type LockedConversation = z.infer<typeof lockedConversation>;

/**
 * Locks a conversation's row until the transaction ends, so that of two that would change it the second sees what the
 * first has done; null: the project has no such conversation. Whoever changes rows of a conversation besides takes this
 * lock (or raises the revision, which takes it too) before theirs.
 */
export async function lockConversation(
  transaction: Transaction,
  { projectId, conversationId }: { projectId: string; conversationId: string },
): Promise<LockedConversation | null> {
  const [row = null] = await queryRowsIn(
    transaction,
    sql`
    SELECT run, state, revision, ended_at AS "endedAt" FROM conversation
    WHERE id = ${conversationId}::uuid AND project_id = ${projectId}::uuid FOR UPDATE`,
    lockedConversation,
  );
  return row;
}

/** The same for a project: what is named or counted once in it is written by one at a time. */
export async function lockProject(transaction: Transaction, projectId: string): Promise<void> {
  await executeIn(transaction, sql`SELECT FROM project WHERE id = ${projectId}::uuid FOR UPDATE`);
}

import { z } from 'zod';
import { conversationStates } from '../workflows/domain/recordStates.ts';
import type { Transaction } from './database.ts';
import { executeIn, queryRowsIn, sql } from './sql.ts';

const lockedConversation = z.object({
  run: z.int(),
  state: z.enum(conversationStates),
  revision: z.bigint(),
  endedAt: z.date().nullable(),
  standing: z.boolean(),
});

/** A conversation's row while it is locked. */
export type LockedConversation = z.infer<typeof lockedConversation>;

/**
 * Locks a conversation's row until the transaction ends, so that a concurrent change sees the first one's result;
 * null if the project has no such conversation. Code that also changes other rows of a conversation takes this lock
 * (or raises the revision, which takes it too) first. Rows that only refer to the conversation can be added meanwhile.
 */
export async function lockConversation(
  transaction: Transaction,
  { projectId, conversationId }: { projectId: string; conversationId: string },
): Promise<LockedConversation | null> {
  const [row = null] = await queryRowsIn(
    transaction,
    sql`
    SELECT run, state, revision, ended_at AS "endedAt", standing FROM conversation
    WHERE id = ${conversationId}::uuid AND project_id = ${projectId}::uuid FOR NO KEY UPDATE`,
    lockedConversation,
  );
  return row;
}

/** The same for a team: its memory is written by one at a time. After a conversation's lock, where both are taken. */
export async function lockTeam(
  transaction: Transaction,
  { projectId, teamId }: { projectId: string; teamId: string },
): Promise<void> {
  await executeIn(
    transaction,
    sql`SELECT FROM team WHERE id = ${teamId}::uuid AND project_id = ${projectId}::uuid FOR UPDATE`,
  );
}

/** The same for a project: what is named or counted once in it is written by one at a time. */
export async function lockProject(transaction: Transaction, projectId: string): Promise<void> {
  await executeIn(transaction, sql`SELECT FROM project WHERE id = ${projectId}::uuid FOR UPDATE`);
}

/** The same for a schedule; false if the project has none with this id. */
export async function lockSchedule(
  transaction: Transaction,
  { projectId, scheduleId }: { projectId: string; scheduleId: string },
): Promise<boolean> {
  const rows = await queryRowsIn(
    transaction,
    sql`SELECT id FROM schedule WHERE id = ${scheduleId}::uuid AND project_id = ${projectId}::uuid FOR UPDATE`,
    z.object({ id: z.string() }),
  );
  return rows.length > 0;
}

import { z } from 'zod';
import type { Transaction } from '../../../../platform/database.ts';
import { lockConversation } from '../../../../platform/rowLocks.ts';
import { executeIn, queryRowsIn, sql } from '../../../../platform/sql.ts';
import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { recordAudit } from '../audit/recordAudit.server.ts';
import { isStanding } from './isStanding.server.ts';

export type SetWakesResult =
  | { outcome: 'done' }
  /** The project has no such standing conversation. */
  | { outcome: 'not_standing' }
  /** That one wakes this one, itself or by others: each end would bring about the next, for ever. */
  | { outcome: 'circle' };

interface Wakes {
  conversationId: string;
  /** The standing conversation that its ends wake from now on; null: none. */
  wakes: string | null;
}

/**
 * Changes which standing conversation the ends of a conversation's runs wake. An end that has been written already has woken
 * the one before. Null if the project has no such conversation.
 */
export async function setWakes(
  scope: ProjectScope,
  userId: string,
  { conversationId, wakes }: Wakes,
): Promise<SetWakesResult | null> {
  const { projectId } = scope;
  return services().database.$transaction(async (transaction): Promise<SetWakesResult | null> => {
    // Two changes at once could close a circle that neither sees.
    await executeIn(
      transaction,
      sql`SELECT pg_advisory_xact_lock(hashtextextended(${`wakes of ${projectId}`}, 0))`,
    );
    if ((await lockConversation(transaction, { projectId, conversationId })) === null) return null;
    const row = await transaction.conversation.findUniqueOrThrow({
      where: { id: conversationId, projectId },
      select: { wakesId: true },
    });
    if (row.wakesId === wakes) return { outcome: 'done' };
    if (wakes !== null) {
      if (!(await isStanding(scope, wakes, transaction))) return { outcome: 'not_standing' };
      if (await leadsTo(transaction, { projectId, from: wakes, to: conversationId }))
        return { outcome: 'circle' };
    }
    await transaction.conversation.update({
      where: { id: conversationId, projectId },
      data: { wakesId: wakes, revision: { increment: 1 } },
    });
    await recordAudit(transaction, scope, {
      userId,
      action: 'conversation.wakes',
      subjectType: 'conversation',
      subjectId: conversationId,
      detail: { wakes },
    });
    return { outcome: 'done' };
  });
}

/** Whether the end of one conversation wakes another, itself or by those that it wakes. */
async function leadsTo(
  transaction: Transaction,
  { projectId, from, to }: { projectId: string; from: string; to: string },
): Promise<boolean> {
  const found = await queryRowsIn(
    transaction,
    sql`
    WITH RECURSIVE chain AS (
      SELECT id, wakes_conversation_id FROM conversation
      WHERE id = ${from}::uuid AND project_id = ${projectId}::uuid
      UNION
      SELECT c.id, c.wakes_conversation_id FROM conversation c
      JOIN chain ON c.id = chain.wakes_conversation_id WHERE c.project_id = ${projectId}::uuid
    )
    SELECT id FROM chain WHERE id = ${to}::uuid`,
    z.object({ id: z.string() }),
  );
  return found.length > 0;
}

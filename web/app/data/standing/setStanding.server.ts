import type { Transaction } from '../../../../platform/database.ts';
import { lockConversation } from '../../../../platform/rowLocks.ts';
import { dropWakeUps } from '../../../../platform/wakeUps.ts';
import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { recordAudit } from '../audit/recordAudit.server.ts';
import { tellStanding } from './tellStanding.server.ts';

export type SetStandingResult =
  | { outcome: 'done' }
  /** It failed before reaching a state to go on from. */
  | { outcome: 'no_end' };

/**
 * Makes a conversation a standing one, or ends that: what still waits to wake it is dropped. A run that is going is left
 * alone. Null if the project has no such conversation.
 */
export async function setStanding(
  scope: ProjectScope,
  userId: string,
  { conversationId, standing }: { conversationId: string; standing: boolean },
): Promise<SetStandingResult | null> {
  const { projectId } = scope;
  const result = await services().database.$transaction(async (transaction) => {
    const written = await write(transaction, { projectId, conversationId, standing });
    if (written?.outcome === 'done') {
      await recordAudit(transaction, scope, {
        userId,
        action: standing ? 'conversation.stand' : 'conversation.end_standing',
        subjectType: 'conversation',
        subjectId: conversationId,
      });
    }
    return written;
  });
  if (result?.outcome !== 'done') return result;
  await tellStanding({ projectId, conversationId });
  return result;
}

async function write(
  transaction: Transaction,
  { projectId, conversationId, standing }: { projectId: string; conversationId: string; standing: boolean },
): Promise<SetStandingResult | null> {
  const row = await lockConversation(transaction, { projectId, conversationId });
  if (row === null) return null;
  if (row.standing === standing) return { outcome: 'done' };
  const { finalState, runs } = await transaction.conversation.findUniqueOrThrow({
    where: { id: conversationId, projectId },
    select: { finalState: true, runs: { where: { projectId, run: row.run }, select: { state: true } } },
  });
  const isAtRest = row.endedAt !== null;
  if (standing && isAtRest && finalState === null) return { outcome: 'no_end' };
  const restingState = standing ? 'sleeping' : (runs[0]?.state ?? 'finished');
  await transaction.conversation.update({
    where: { id: conversationId, projectId },
    data: {
      standing,
      revision: { increment: 1 },
      updatedAt: new Date(),
      ...(isAtRest && { state: restingState }),
    },
  });
  if (!standing) await dropWakeUps(transaction, { projectId, conversationId });
  return { outcome: 'done' };
}

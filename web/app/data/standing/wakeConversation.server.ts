import { type WakeUpToWrite, type WakeUpWritten, writeWakeUp } from '../../../../platform/wakeUps.ts';
import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { recordAudit } from '../audit/recordAudit.server.ts';
import { tellStanding } from './tellStanding.server.ts';

export type WakeResult =
  /** "told": its workflow knows. "written": it is told later, by the worker's reconciler or when its run has ended. */
  | { outcome: 'told' | 'written'; isRepeated: boolean }
  | Exclude<WakeUpWritten, { outcome: 'written' | 'repeated' }>;

/**
 * Wakes a standing conversation: writes the row first, then tells its workflow. While a run is going it waits for its end.
 * Null if the project has no such conversation.
 */
export async function wakeConversation(
  scope: ProjectScope,
  wakeUp: Omit<WakeUpToWrite, 'projectId'>,
): Promise<WakeResult | null> {
  const { projectId } = scope;
  const { conversationId, source, key, userId } = wakeUp;
  const written = await services().database.$transaction(async (transaction) => {
    const where = { id: conversationId, projectId };
    if ((await transaction.conversation.count({ where })) === 0) return null;
    const result = await writeWakeUp(transaction, { ...wakeUp, projectId });
    if (result.outcome === 'written' && userId !== undefined) {
      await recordAudit(transaction, scope, {
        userId,
        action: 'conversation.wake',
        subjectType: 'conversation',
        subjectId: conversationId,
        detail: { source, key },
      });
    }
    return result;
  });
  if (written === null) return null;
  if (written.outcome === 'repeated') {
    return { outcome: written.isWaiting ? 'written' : 'told', isRepeated: true };
  }
  if (written.outcome !== 'written') return written;
  return { outcome: await tell(scope, conversationId, written.wakeUpId), isRepeated: false };
}

/** Tells the workflow, and writes that it knows. */
async function tell(
  { projectId }: ProjectScope,
  conversationId: string,
  wakeUpId: string,
): Promise<'told' | 'written'> {
  if (!(await tellStanding({ projectId, conversationId }))) return 'written';
  await services().database.wakeUp.updateMany({
    where: { id: wakeUpId, projectId, toldAt: null },
    data: { toldAt: new Date() },
  });
  return 'told';
}

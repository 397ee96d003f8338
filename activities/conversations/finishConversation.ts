import type { Database } from '../../platform/database.ts';
import type {
  FinishConversationInput,
  FinishConversationResult,
} from '../../workflows/contracts/activityTypes.ts';
import { endRun } from '../transcript/endRun.ts';

/** See ConversationActivities.finishConversation. */
export function createFinishConversation({ database }: { database: Database }) {
  return async ({
    projectId,
    conversationId,
    run,
    outcome,
    finalState,
  }: FinishConversationInput): Promise<FinishConversationResult> => {
    // The workflow is the truth: where the reconciler has taken it for dead, it was not.
    await endRun(database, { projectId, conversationId, run, outcome, finalState }, 'replacing');
    const row = await database.conversation.findFirst({
      where: { id: conversationId, projectId, run, endedAt: { not: null } },
      select: { standing: true, wakes: { select: { id: true, standing: true } } },
    });
    const wakes = row?.wakes?.standing === true ? row.wakes.id : null;
    return { sleeps: row?.standing === true, ...(wakes !== null && { wakes }) };
  };
}

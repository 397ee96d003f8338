import { type Client, ServiceError, WorkflowNotFoundError } from '@temporalio/client';
import { temporalAddress } from '../../../../platform/temporal.ts';
import { TemporalSilentError } from '../../../../platform/temporalAway.ts';
import { conversationWorkflowId } from '../../../../workflows/contracts/names.ts';
import { assertNever } from '../../../../workflows/domain/json.ts';
import { isAtRest } from '../../../../workflows/domain/recordStates.ts';
import { fireExternalSignal, pauseSignal, resumeSignal, stopSignal } from '../../../../workflows/messages.ts';
import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { recordAudit } from '../audit/recordAudit.server.ts';
import { askTemporal } from '../runs/askTemporal.server.ts';
import type { Delivery } from '../runs/delivery.ts';
import { findRun } from '../runs/findRun.server.ts';
import type { RunRef } from '../runs/runRef.ts';
import type { Steering } from './intents.ts';

const TIMEOUT_MS = 5_000;

/**
 * Pauses, resumes, stops or cancels a conversation, or fires its external conditions; null if the project has no
 * such conversation.
 */
export async function steerConversation(
  scope: ProjectScope,
  userId: string,
  conversationId: string,
  steering: Steering,
): Promise<Delivery | null> {
  const { database, temporal } = services();
  const conversation = await database.conversation.findFirst({
    where: { id: conversationId, projectId: scope.projectId },
    select: { run: true, endedAt: true },
  });
  if (conversation === null) return null;
  if (isAtRest(conversation)) return { outcome: 'over' };
  const ref = { conversationId, run: conversation.run };
  const found = await findRun(temporal, ref);
  if (found.outcome !== 'running') return found;
  // Recorded before the signal: a recorded command that was never delivered is better than a delivered one without
  // a record.
  await recordAudit(database, scope, {
    userId,
    action: `conversation.${steering}`,
    subjectType: 'conversation',
    subjectId: conversationId,
  });
  try {
    await askTemporal(temporal, TIMEOUT_MS, () => tell(temporal, ref, steering));
    return { outcome: 'done' };
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return { outcome: 'over' };
    if (error instanceof ServiceError || error instanceof TemporalSilentError)
      return { outcome: 'unreachable', address: temporalAddress(temporal) };
    throw error;
  }
}

async function tell(temporal: Client, { conversationId, run }: RunRef, steering: Steering): Promise<void> {
  const handle = temporal.workflow.getHandle(conversationWorkflowId(conversationId, run));
  switch (steering) {
    case 'pause':
      return handle.signal(pauseSignal);
    case 'resume':
      return handle.signal(resumeSignal);
    case 'stop':
      return handle.signal(stopSignal);
    case 'external':
      return handle.signal(fireExternalSignal);
    case 'cancel':
      await handle.cancel();
      return;
    default:
      return assertNever(steering);
  }
}

import { isAtRest } from '../../../../workflows/domain/recordStates.ts';
import { postMessageUpdate } from '../../../../workflows/messages.ts';
import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';
import type { PostMessageForm } from '../conversations/forms.ts';
import { deliverUpdate } from '../runs/deliverUpdate.server.ts';
import type { Delivery } from '../runs/delivery.ts';
import { wakeConversation } from '../standing/wakeConversation.server.ts';
import { recordSubmission } from '../submissions/recordSubmission.server.ts';

/** `full`: so much waits to wake the standing conversation that it takes no more. */
export type PostResult = Delivery | { outcome: 'differs' | 'full' };

/**
 * Posts a person's message into a conversation, which wakes it if it is a standing one that sleeps; null if the project has
 * no such conversation.
 */
export async function postMessage(
  scope: ProjectScope,
  userId: string,
  conversationId: string,
  { submissionId, text }: PostMessageForm,
): Promise<PostResult | null> {
  const { database, temporal } = services();
  const conversation = await database.conversation.findFirst({
    where: { id: conversationId, projectId: scope.projectId },
    select: { run: true, endedAt: true, standing: true },
  });
  if (conversation === null) return null;
  const wake = () => wakeBy(scope, { userId, conversationId, submissionId, text });
  if (isAtRest(conversation)) return conversation.standing ? wake() : { outcome: 'over' };
  const recorded = await recordSubmission(scope, {
    id: submissionId,
    conversationId,
    text,
    decision: null,
    audited: {
      userId,
      action: 'conversation.post',
      subjectType: 'conversation',
      subjectId: conversationId,
      detail: { submissionId },
    },
  });
  if (recorded === 'differs') return { outcome: 'differs' };
  const delivery = await deliverUpdate(temporal, {
    ref: { conversationId, run: conversation.run },
    update: postMessageUpdate,
    args: [{ submissionId, userId }],
    updateId: submissionId,
  });
  // Its run has ended in the meantime.
  return conversation.standing && isOver(delivery) ? wake() : delivery;
}

function isOver(delivery: Delivery): boolean {
  if (delivery.outcome === 'refused') return delivery.failure === 'conversation_over';
  return delivery.outcome === 'over';
}

/** The message is what wakes it. */
async function wakeBy(
  scope: ProjectScope,
  message: { userId: string; conversationId: string; submissionId: string; text: string },
): Promise<PostResult | null> {
  const { submissionId: key, ...told } = message;
  const result = await wakeConversation(scope, { ...told, source: 'message', key });
  switch (result?.outcome) {
    case undefined:
      return null;
    case 'told':
      return { outcome: 'done' };
    case 'written':
      return { outcome: 'handed_in' };
    case 'differs':
      return { outcome: 'differs' };
    case 'not_standing':
      return { outcome: 'over' };
    case 'full':
      return { outcome: 'full' };
  }
}

import { conversationStates, isOver, oneOf } from '../../../../workflows/domain/recordStates.ts';
import { postMessageUpdate } from '../../../../workflows/messages.ts';
import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';
import type { PostMessageForm } from '../conversations/forms.ts';
import { deliverUpdate } from '../runs/deliverUpdate.server.ts';
import type { Delivery } from '../runs/delivery.ts';
import { recordSubmission } from '../submissions/recordSubmission.server.ts';

/** Posts a person's message into a conversation; null: the project has no such conversation. */
export async function postMessage(
  scope: ProjectScope,
  userId: string,
  conversationId: string,
  { submissionId, text }: PostMessageForm,
): Promise<Delivery | { outcome: 'differs' } | null> {
  const { database, temporal } = services();
  const conversation = await database.conversation.findFirst({
    where: { id: conversationId, projectId: scope.projectId },
    select: { state: true, run: true },
  });
  if (conversation === null) return null;
  if (isOver(oneOf(conversationStates, conversation.state))) return { outcome: 'over' };
  const recorded = await recordSubmission(scope, {
    id: submissionId,
    conversationId,
    text,
    decision: null,
    deed: {
      userId,
      action: 'conversation.post',
      subjectType: 'conversation',
      subjectId: conversationId,
      detail: { submissionId },
    },
  });
  if (recorded === 'differs') return { outcome: 'differs' };
  return deliverUpdate(temporal, {
    ref: { conversationId, run: conversation.run },
    update: postMessageUpdate,
    args: [{ submissionId, userId }],
    updateId: submissionId,
  });
}

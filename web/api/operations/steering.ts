import type { Steering } from '../../app/data/conversations/intents.ts';
import { steerConversation } from '../../app/data/conversations/steerConversation.server.ts';
import { postMessage } from '../../app/data/messages/postMessage.server.ts';
import { submissionIdOf } from '../../app/data/submissions/submissionIdOf.server.ts';
import type { TokenHolder } from '../../app/data/tokens/findTokenHolder.server.ts';
import type { OperationHandlers } from '../operation.ts';
import { notFound } from '../problem.ts';
import { delivered } from './delivered.ts';

/** The operations that are commands to a running conversation. */
export const steeringOperations: Pick<
  OperationHandlers,
  | 'postMessage'
  | 'pauseConversation'
  | 'resumeConversation'
  | 'stopConversation'
  | 'fireExternalConditions'
  | 'cancelConversation'
> = {
  postMessage: async ({ holder: { scope, userId }, params: { conversationId }, body }) => {
    const result = await postMessage(scope, userId, conversationId, {
      intent: 'post',
      submissionId: submissionIdOf(userId, conversationId, body.idempotencyKey),
      text: body.text,
    });
    if (result === null) throw notFound('conversation');
    return delivered(result);
  },

  pauseConversation: ({ holder, params }) => steer(holder, params.conversationId, 'pause'),
  resumeConversation: ({ holder, params }) => steer(holder, params.conversationId, 'resume'),
  stopConversation: ({ holder, params }) => steer(holder, params.conversationId, 'stop'),
  fireExternalConditions: ({ holder, params }) => steer(holder, params.conversationId, 'external'),
  cancelConversation: ({ holder, params }) => steer(holder, params.conversationId, 'cancel'),
};

async function steer({ scope, userId }: TokenHolder, conversationId: string, steering: Steering) {
  const result = await steerConversation(scope, userId, conversationId, steering);
  if (result === null) throw notFound('conversation');
  return delivered(result);
}

import { randomUUID } from 'node:crypto';
import { readConversationHead } from '../../app/data/conversations/readConversationHead.server.ts';
import { endWaits } from '../../app/data/standing/endWaits.server.ts';
import { setStanding } from '../../app/data/standing/setStanding.server.ts';
import { setWakes } from '../../app/data/standing/setWakes.server.ts';
import { wakeByHand } from '../../app/data/standing/wakeByHand.server.ts';
import { wakeConversation } from '../../app/data/standing/wakeConversation.server.ts';
import type { OperationHandlers } from '../operation.ts';
import { notFound, Problem } from '../problem.ts';
import { noEnd, noStanding } from './conversations.ts';
import { full } from './delivered.ts';
import { keyUsed } from './keyUsed.ts';
import { conversationView } from './views.ts';

/** The operations of standing conversations. */
export const standingOperations: Pick<OperationHandlers, 'wakeConversation' | 'setStanding' | 'setWakes'> = {
  wakeConversation: async ({ holder: { scope, userId }, params: { conversationId }, body }) => {
    const { text, idempotencyKey: key = randomUUID() } = body;
    const ended = await endWaits(scope, userId, { conversationId, key, text: text ?? null });
    switch (ended) {
      case 'done':
        return { status: 200, body: { outcome: 'done' } };
      case 'handed_in':
        return { status: 202, body: { outcome: 'handed_in' } };
      case 'differs':
        throw keyUsed('What was sent first counts.');
      case null:
    }
    const result =
      text === undefined
        ? await wakeByHand(scope, userId, { conversationId, key })
        : await wakeConversation(scope, { conversationId, source: 'message', key, text, userId });
    switch (result?.outcome) {
      case undefined:
        throw notFound('conversation');
      case 'differs':
        throw keyUsed('What was sent first counts.');
      case 'full':
        throw full();
      case 'not_standing':
        throw new Problem({
          kind: 'not_standing',
          status: 409,
          title: 'It is not a standing conversation',
          detail: 'Make it one with POST …/standing, or continue it with POST …/runs.',
        });
      case 'told':
        return { status: 200, body: { outcome: 'done' } };
      case 'written':
        return { status: 202, body: { outcome: 'handed_in' } };
    }
  },

  setStanding: async ({ holder: { scope, userId }, params: { conversationId }, body: { standing } }) => {
    const result = await setStanding(scope, userId, { conversationId, standing });
    if (result?.outcome === 'no_end') throw noEnd();
    const row = result === null ? null : await readConversationHead(scope, conversationId);
    if (row === null) throw notFound('conversation');
    return { body: conversationView(row) };
  },

  setWakes: async ({ holder: { scope, userId }, params: { conversationId }, body: { wakes } }) => {
    const result = await setWakes(scope, userId, { conversationId, wakes });
    if (result?.outcome === 'not_standing') throw noStanding();
    if (result?.outcome === 'circle') {
      throw new Problem({
        kind: 'circle',
        status: 409,
        title: 'They would wake each other for ever',
        detail: 'That conversation wakes this one, directly or through others. Choose another one.',
      });
    }
    const row = result === null ? null : await readConversationHead(scope, conversationId);
    if (row === null) throw notFound('conversation');
    return { body: conversationView(row) };
  },
};

import { randomUUID } from 'node:crypto';
import { assertNever } from '../../../workflows/domain/json.ts';
import { isOver } from '../../../workflows/domain/recordStates.ts';
import { continueConversation } from '../../app/data/conversations/continueConversation.server.ts';
import { parsePlace } from '../../app/data/conversations/historyCursor.ts';
import type { Steering } from '../../app/data/conversations/intents.ts';
import { listConversations } from '../../app/data/conversations/listConversations.server.ts';
import { readConversationHead } from '../../app/data/conversations/readConversationHead.server.ts';
import { startConversation } from '../../app/data/conversations/startConversation.server.ts';
import { steerConversation } from '../../app/data/conversations/steerConversation.server.ts';
import { postMessage } from '../../app/data/messages/postMessage.server.ts';
import { readPendingWork } from '../../app/data/runs/readPendingWork.server.ts';
import { submissionIdOf } from '../../app/data/submissions/submissionIdOf.server.ts';
import type { TeamChoice } from '../../app/data/teams/findTeamToRun.server.ts';
import type { TokenHolder } from '../../app/data/tokens/findTokenHolder.server.ts';
import { services } from '../../app/services.server.ts';
import type { OperationHandlers } from '../operation.ts';
import { notFound, Problem } from '../problem.ts';
import { delivered } from './delivered.ts';
import { keyUsed } from './keyUsed.ts';
import { conversationView, pendingView, runViews } from './views.ts';

/** How long a conversation waits for Temporal's word before it says that there is none. */
const PENDING_TIMEOUT_MS = 2_000;

/** The operations on conversations but for their transcript. */
export const conversationOperations: Pick<
  OperationHandlers,
  | 'listConversations'
  | 'startConversation'
  | 'readConversation'
  | 'continueConversation'
  | 'postMessage'
  | 'pauseConversation'
  | 'resumeConversation'
  | 'stopConversation'
  | 'fireExternalConditions'
  | 'cancelConversation'
> = {
  listConversations: async ({ holder, query }) => {
    const { state = null, teamId = null, search = '', cursor, limit } = query;
    const place = cursor === undefined ? null : parsePlace(cursor);
    if (cursor !== undefined && place === null) throw badCursor();
    const page = await listConversations(
      holder.scope,
      { state, teamId, search },
      place === null ? null : { direction: 'older', place },
      limit,
    );
    return { body: { conversations: page.rows.map(conversationView), next: page.older } };
  },

  startConversation: async ({ holder: { scope, userId }, body }) => {
    const result = await startConversation(scope, userId, {
      team: choiceOf(body),
      task: body.task,
      idempotencyKey: body.idempotencyKey ?? randomUUID(),
    });
    switch (result.outcome) {
      case 'refused':
        throw taskRefused(result.reason);
      case 'unknown_team':
        throw unknownTeam();
      case 'differs':
        throw keyUsed(`It has started the conversation ${result.conversationId}.`);
      case 'started':
      case 'written':
        return { status: 201, body: { ...result, run: 0 } };
      default:
        return assertNever(result);
    }
  },

  readConversation: async ({ holder, params }) => {
    const row = await readConversationHead(holder.scope, params.conversationId);
    if (row === null) throw notFound('conversation');
    const { id: conversationId, run, state } = row.head;
    const pending = isOver(state)
      ? null
      : pendingView(await readPendingWork(services().temporal, { conversationId, run }, PENDING_TIMEOUT_MS));
    return { body: { ...conversationView(row), runs: runViews(row.head, row.runs), pending } };
  },

  continueConversation: async ({ holder: { scope, userId }, params, body }) => {
    const result = await continueConversation(scope, userId, {
      conversationId: params.conversationId,
      task: body.task,
      idempotencyKey: body.idempotencyKey ?? randomUUID(),
    });
    if (result === null) throw notFound('conversation');
    switch (result.outcome) {
      case 'refused':
        throw taskRefused(result.reason);
      case 'differs':
        throw keyUsed(`It has begun run ${String(result.run)} of this conversation.`);
      case 'not_over':
        throw new Problem({
          kind: 'not_over',
          status: 409,
          title: `The conversation is ${result.state}`,
          detail: 'It can go on with a further task once it has ended. Post a message, or stop it first.',
        });
      case 'no_end':
        throw new Problem({
          kind: 'cannot_go_on',
          status: 409,
          title: 'The conversation has no end to go on from',
          detail: 'It failed before it came to one. Start another with the same team.',
        });
      case 'started':
      case 'written':
        return { status: 201, body: result };
      default:
        return assertNever(result);
    }
  },

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

/** The schema has made sure that exactly one is given. */
function choiceOf(body: {
  teamId?: string | undefined;
  team?: string | undefined;
  teamVersionId?: string | undefined;
}): TeamChoice {
  if (body.teamId !== undefined) return { teamId: body.teamId };
  if (body.teamVersionId !== undefined) return { teamVersionId: body.teamVersionId };
  return { name: body.team ?? '' };
}

function unknownTeam(): Problem {
  return new Problem({
    kind: 'unknown_team',
    status: 422,
    title: 'There is no such team',
    detail: 'The project has none of this id or name, or it is archived. GET /teams lists them.',
  });
}

function taskRefused(reason: string): Problem {
  return new Problem({
    kind: 'task_refused',
    status: 422,
    title: 'The team cannot begin with this task',
    detail: reason,
  });
}

function badCursor(): Problem {
  return new Problem({
    kind: 'invalid_request',
    status: 422,
    title: 'The cursor is none of ours',
    detail: 'Send the `next` of the page before as it is, or leave it out.',
  });
}

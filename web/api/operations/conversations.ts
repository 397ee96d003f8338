import { randomUUID } from 'node:crypto';
import { assertNever } from '../../../workflows/domain/json.ts';
import { isAtRest } from '../../../workflows/domain/recordStates.ts';
import { continueConversation } from '../../app/data/conversations/continueConversation.server.ts';
import { parsePlace } from '../../app/data/conversations/historyCursor.ts';
import { listConversations } from '../../app/data/conversations/listConversations.server.ts';
import { readConversationHead } from '../../app/data/conversations/readConversationHead.server.ts';
import { startConversation } from '../../app/data/conversations/startConversation.server.ts';
import { readPendingWork } from '../../app/data/runs/readPendingWork.server.ts';
import type { TeamChoice } from '../../app/data/teams/findTeamToRun.server.ts';
import { services } from '../../app/services.server.ts';
import type { OperationHandlers } from '../operation.ts';
import { notFound, Problem } from '../problem.ts';
import { keyUsed } from './keyUsed.ts';
import { conversationView, pendingView, runViews } from './views.ts';

/** How long a request for a conversation waits for Temporal's answer before it reports that there is none. */
const PENDING_TIMEOUT_MS = 2_000;

/** The operations that start, continue and read conversations; their transcripts and steering are apart. */
export const conversationOperations: Pick<
  OperationHandlers,
  'listConversations' | 'startConversation' | 'readConversation' | 'continueConversation'
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
      standing: body.standing,
      wakes: body.wakes,
      idempotencyKey: body.idempotencyKey ?? randomUUID(),
    });
    switch (result.outcome) {
      case 'refused':
        throw taskRefused(result.reason);
      case 'unknown_team':
        throw unknownTeam();
      case 'not_standing':
        throw noStanding();
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
    const { id: conversationId, run } = row.head;
    const pending = isAtRest(row.head)
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
          detail:
            'It accepts a further task only after it has ended. Post a message instead, or stop it first.',
        });
      case 'no_end':
        throw noEnd();
      case 'started':
      case 'written':
        return { status: 201, body: result };
      default:
        return assertNever(result);
    }
  },
};

/** It failed before it had a state to go on from. */
export function noEnd(): Problem {
  return new Problem({
    kind: 'cannot_go_on',
    status: 409,
    title: 'The conversation cannot be continued',
    detail: 'It failed before it could store a final state. Start a new conversation with the same team.',
  });
}

export function noStanding(): Problem {
  return new Problem({
    kind: 'not_standing',
    status: 422,
    title: 'There is no such standing conversation',
    detail: '`wakes` is the id of a standing conversation of the project. GET /conversations lists them.',
  });
}

/** The schema has ensured that exactly one of them is given. */
export function choiceOf(body: {
  teamId?: string | undefined;
  team?: string | undefined;
  teamVersionId?: string | undefined;
}): TeamChoice {
  if (body.teamId !== undefined) return { teamId: body.teamId };
  if (body.teamVersionId !== undefined) return { teamVersionId: body.teamVersionId };
  return { name: body.team ?? '' };
}

/** The project has no such team that can run. */
export function unknownTeam(): Problem {
  return new Problem({
    kind: 'unknown_team',
    status: 422,
    title: 'There is no such team',
    detail:
      'The project has no team with this id or name, or the team is archived. GET /teams lists the teams.',
  });
}

/** A team can't start with this task; the reason is a sentence. */
export function taskRefused(reason: string): Problem {
  return new Problem({
    kind: 'task_refused',
    status: 422,
    title: 'The team cannot start with this task',
    detail: reason,
  });
}

function badCursor(): Problem {
  return new Problem({
    kind: 'invalid_request',
    status: 422,
    title: 'The cursor is invalid',
    detail: 'Send the `next` of the previous page unchanged, or leave the cursor out.',
  });
}

import { setTimeout as delay } from 'node:timers/promises';
import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import type { Database } from '../../platform/database.ts';
import { conversationWorkflowId } from '../../workflows/contracts/names.ts';
import {
  type ConversationStateName,
  conversationStates,
  oneOf,
  ongoingStates,
} from '../../workflows/domain/recordStates.ts';
import { conversationStateQuery } from '../../workflows/messages.ts';
import { sideBySide } from '../sideBySide.ts';

/** An open conversation as the backup has it. */
export interface OpenConversation {
  id: string;
  run: number;
  state: ConversationStateName;
  revision: number;
}

/**
 * What became of it on the restored databases. `went_on`: it took its next step, or came to its end. `waits`: it waits (for a person, or
 * as it is paused), and its workflow has its whole history. `held_up`: it has that too, and made no step while the drill lasted, as
 * for a model that a drill does not reach. `lost`: its workflow is not there. `silent`: no worker could answer for it.
 */
export type Course = 'went_on' | 'waits' | 'held_up' | 'lost' | 'silent';

/** So many are asked at once. */
const AT_ONCE = 10;

/** All conversations that have not ended. */
export async function openConversations(database: Database): Promise<OpenConversation[]> {
  const rows = await database.conversation.findMany({
    where: { state: { in: [...ongoingStates] } },
    select: { id: true, run: true, state: true, revision: true },
    orderBy: { id: 'asc' },
  });
  return rows.map((row) => ({
    ...row,
    revision: Number(row.revision),
    state: oneOf(conversationStates, row.state),
  }));
}

/**
 * Watches until each has shown that it goes on, for as long as `timeoutMs`. Those that a step of their own brings forward have to
 * make it; those that wait have to answer a query, for which a worker replays their whole history.
 */
export async function watchGoingOn(
  clients: { database: Database; temporal: Client },
  open: readonly OpenConversation[],
  timeoutMs: number,
): Promise<Map<string, Course>> {
  const courses = new Map<string, Course>();
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const unsettled = open.filter(({ id }) => !isSettled(courses.get(id)));
    const revisions = await revisionsOf(clients.database, unsettled);
    const isLast = Date.now() > deadline;
    const looks = unsettled.map((conversation) => async () => {
      const hasMoved = (revisions.get(conversation.id) ?? 0) > conversation.revision;
      // A query takes the worker from its steps: it is needed only of those that would make none.
      const asks = hasMoved || isLast || !moves(conversation);
      const course = asks ? await courseOf(clients.temporal, conversation, hasMoved) : 'silent';
      courses.set(conversation.id, course);
    });
    await sideBySide(looks, AT_ONCE);
    if (isLast || open.every(({ id }) => isSettled(courses.get(id)))) return courses;
    await delay(500);
  }
}

/** Whether a step of its own brings it forward. */
function moves({ state }: OpenConversation): boolean {
  return state === 'running' || state === 'starting';
}

function isSettled(course: Course | undefined): boolean {
  return course === 'went_on' || course === 'waits' || course === 'lost';
}

async function courseOf(
  temporal: Client,
  conversation: OpenConversation,
  hasMoved: boolean,
): Promise<Course> {
  const handle = temporal.workflow.getHandle(conversationWorkflowId(conversation.id, conversation.run));
  try {
    if (hasMoved) {
      await handle.describe();
      return 'went_on';
    }
    await handle.query(conversationStateQuery);
    return moves(conversation) ? 'held_up' : 'waits';
  } catch (error) {
    // One that has not started yet is started by the reconciler, and has moved then.
    if (error instanceof WorkflowNotFoundError && hasMoved) return 'lost';
    return 'silent';
  }
}

async function revisionsOf(
  database: Database,
  conversations: readonly OpenConversation[],
): Promise<Map<string, number>> {
  const rows = await database.conversation.findMany({
    where: { id: { in: conversations.map(({ id }) => id) } },
    select: { id: true, revision: true },
  });
  return new Map(rows.map(({ id, revision }) => [id, Number(revision)]));
}

import type { Transaction } from '../../../../platform/database.ts';
import { matchingExpressions } from '../../../../platform/expressions.ts';
import { lockConversation } from '../../../../platform/rowLocks.ts';
import type { StartableConversation } from '../../../../workflows/contracts/conversationStart.ts';
import { numbered, type PlacedTaskMessage, placeTask } from '../../../../workflows/contracts/placedTask.ts';
import { refusedTask } from '../../../../workflows/contracts/refusedTask.ts';
import { storedState } from '../../../../workflows/contracts/storedState.ts';
import { type ParsedTask, taskMessagesOf } from '../../../../workflows/contracts/taskInput.ts';
import { teamConfigSchema } from '../../../../workflows/contracts/team.ts';
import type { ConversationState } from '../../../../workflows/domain/conversation/state.ts';
import {
  type ConversationStateName,
  conversationStates,
  isOver,
  oneOf,
} from '../../../../workflows/domain/recordStates.ts';
import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { recordAudit } from '../audit/recordAudit.server.ts';
import { launchRun } from '../runs/launchRun.server.ts';
import { isSameRequest, requestDigest } from '../submissions/requestDigest.server.ts';
import { taskRows } from './taskRows.server.ts';

export interface ContinueConversationOptions {
  conversationId: string;
  /** The further task; null: the team goes on where it stood. */
  task: ParsedTask;
  /** The same key again, with the same task, is the same run. */
  idempotencyKey: string;
}

export type ContinueResult =
  /** "written": the workflow could not be started now; the worker's reconciler does it later. */
  | { outcome: 'started' | 'written'; conversationId: string; run: number }
  /** The key has begun this run, with another task. */
  | { outcome: 'differs'; run: number }
  /** It has not come to its end: post into it instead, or stop it first. */
  | { outcome: 'not_over'; state: ConversationStateName }
  /** It failed before it had an end to go on from: start a new one. */
  | { outcome: 'no_end' }
  /** The team can't go on with this task; why, in a sentence. */
  | { outcome: 'refused'; reason: string };

type Written = Exclude<ContinueResult, { outcome: 'started' | 'written' }> | RepeatedRun | NewRun;

interface RepeatedRun {
  outcome: 'repeated';
  run: number;
  /** Whether its workflow has begun. */
  isStarted: boolean;
}

interface NewRun {
  outcome: 'new';
  conversation: StartableConversation;
}

/**
 * Lets a conversation that had ended go on, with a further task or without one: the rows first, then the workflow of
 * its next run. Null: the project has no such conversation.
 */
export async function continueConversation(
  scope: ProjectScope,
  userId: string,
  options: ContinueConversationOptions,
): Promise<ContinueResult | null> {
  const { conversationId } = options;
  const written = await services().database.$transaction((transaction) =>
    writeRun(transaction, scope, userId, options),
  );
  if (written === null) return null;
  if (written.outcome === 'repeated') {
    return { outcome: written.isStarted ? 'started' : 'written', conversationId, run: written.run };
  }
  if (written.outcome !== 'new') return written;
  const { conversation } = written;
  return { outcome: await launchRun(conversation), conversationId, run: conversation.run };
}

async function writeRun(
  transaction: Transaction,
  scope: ProjectScope,
  userId: string,
  { conversationId, task: given, idempotencyKey }: ContinueConversationOptions,
): Promise<Written | null> {
  const { projectId } = scope;
  // Of two that continue it at once, the second sees what the first has done.
  if ((await lockConversation(transaction, { projectId, conversationId })) === null) return null;
  const messages = taskMessagesOf(given);
  const requestSha256 = requestDigest(messages);
  const row = await transaction.conversation.findUniqueOrThrow({
    where: { id: conversationId },
    include: { teamVersion: { select: { config: true, team: { select: { name: true } } } } },
  });
  const earlier = await transaction.conversationRun.findFirst({
    // The key of run 0 is that of the start.
    where: { conversationId, idempotencyKey, run: { gt: 0 } },
    select: { run: true, requestSha256: true },
  });
  if (earlier !== null) {
    const { run } = earlier;
    if (!isSameRequest(earlier.requestSha256, requestSha256)) return { outcome: 'differs', run };
    return { outcome: 'repeated', run, isStarted: row.run > run || row.state !== 'starting' };
  }
  const state = oneOf(conversationStates, row.state);
  if (!isOver(state)) return { outcome: 'not_over', state };
  const ended = storedState(row.finalState);
  // One that was ended from outside has no final state, or only that of an earlier run.
  if (ended === null || (row.state === 'failed' && ended.outcome?.state !== 'failed')) {
    return { outcome: 'no_end' };
  }
  const team = teamConfigSchema.parse(row.teamVersion.config);
  const task = placeTask(team, numbered(messages, ended.nextSeq), matchingExpressions);
  const reason = refusedTask({ team, task, ended });
  if (reason !== null) return { outcome: 'refused', reason };

  const run = row.run + 1;
  const key = { idempotencyKey, requestSha256 };
  await addRun(transaction, { projectId, conversationId, userId, ...key, task, run, ended });
  await recordAudit(transaction, scope, {
    userId,
    action: 'conversation.continue',
    subjectType: 'conversation',
    subjectId: conversationId,
    detail: { run, idempotencyKey },
  });
  const { teamVersionId, title } = row;
  const teamName = row.teamVersion.team.name;
  return {
    outcome: 'new',
    conversation: { id: conversationId, projectId, teamVersionId, title, teamName, team, task, run, ended },
  };
}

async function addRun(
  transaction: Transaction,
  {
    ended,
    requestSha256,
    ...run
  }: {
    projectId: string;
    conversationId: string;
    userId: string;
    idempotencyKey: string;
    requestSha256: string;
    task: PlacedTaskMessage[];
    run: number;
    ended: ConversationState;
  },
): Promise<void> {
  const { revision } = await transaction.conversation.update({
    where: { id: run.conversationId },
    data: {
      state: 'starting',
      run: run.run,
      stopReason: null,
      endedAt: null,
      updatedAt: new Date(),
      revision: { increment: 1 },
      messageCount: { increment: run.task.length },
    },
    select: { revision: true },
  });
  await transaction.conversationRun.create({
    data: {
      conversationId: run.conversationId,
      projectId: run.projectId,
      run: run.run,
      hasTask: run.task.length > 0,
      idempotencyKey: run.idempotencyKey,
      requestSha256,
      revision,
    },
  });
  await transaction.message.createMany({ data: taskRows({ ...run, turn: ended.nextTurn, revision }) });
}

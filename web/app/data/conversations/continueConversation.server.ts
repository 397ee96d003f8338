import { taskMessageRows, writeNextRun } from '../../../../platform/conversationRuns.ts';
import type { Transaction } from '../../../../platform/database.ts';
import { matchingExpressions } from '../../../../platform/expressions.ts';
import { lockConversation } from '../../../../platform/rowLocks.ts';
import type { StartableConversation } from '../../../../workflows/contracts/conversationStart.ts';
import { numbered, placeTask } from '../../../../workflows/contracts/placedTask.ts';
import { refusedTask } from '../../../../workflows/contracts/refusedTask.ts';
import { storedState } from '../../../../workflows/contracts/storedState.ts';
import { type ParsedTask, taskMessagesOf } from '../../../../workflows/contracts/taskInput.ts';
import { teamConfigSchema } from '../../../../workflows/contracts/team.ts';
import {
  type ConversationStateName,
  conversationStates,
  isAtRest,
  oneOf,
} from '../../../../workflows/domain/recordStates.ts';
import { writerText } from '../../../../workflows/domain/writer.ts';
import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { recordAudit } from '../audit/recordAudit.server.ts';
import { launchRun } from '../runs/launchRun.server.ts';
import { isSameRequest, requestDigest } from '../submissions/requestDigest.server.ts';

export interface ContinueConversationOptions {
  conversationId: string;
  /** The next task; null to continue from where the team stopped. */
  task: ParsedTask;
  /** The same key with the same task again is the same run. */
  idempotencyKey: string;
}

export type ContinueResult =
  /** "written": the workflow could not be started now; the worker's reconciler starts it later. */
  | { outcome: 'started' | 'written'; conversationId: string; run: number }
  /** The key has already started this run with another task. */
  | { outcome: 'differs'; run: number }
  /** It has not ended yet: post into it, or stop it first. */
  | { outcome: 'not_over'; state: ConversationStateName }
  /** It failed before reaching a state to continue from: start a new one. */
  | { outcome: 'no_end' }
  /** The team can't continue with this task; the reason is a sentence. */
  | { outcome: 'refused'; reason: string };

type Written = Exclude<ContinueResult, { outcome: 'started' | 'written' }> | RepeatedRun | NewRun;

interface RepeatedRun {
  outcome: 'repeated';
  run: number;
  /** Whether its workflow has started. */
  isStarted: boolean;
}

interface NewRun {
  outcome: 'new';
  conversation: StartableConversation;
}

/**
 * Continues a conversation that has ended, with or without another task: writes the rows first, then starts the
 * workflow of its next run. Returns null if the project has no such conversation.
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
  // If two requests continue it at once, the second sees the first one's rows.
  if ((await lockConversation(transaction, { projectId, conversationId })) === null) return null;
  const messages = taskMessagesOf(given);
  const requestSha256 = requestDigest(messages);
  const row = await transaction.conversation.findUniqueOrThrow({
    where: { id: conversationId, projectId },
    include: { teamVersion: { select: { config: true, team: { select: { name: true } } } } },
  });
  const earlier = await transaction.conversationRun.findFirst({
    // Run 0 has the key of the conversation's start.
    where: { projectId, conversationId, idempotencyKey, run: { gt: 0 } },
    select: { run: true, requestSha256: true },
  });
  if (earlier !== null) {
    const { run } = earlier;
    if (!isSameRequest(earlier.requestSha256, requestSha256)) return { outcome: 'differs', run };
    return { outcome: 'repeated', run, isStarted: row.run > run || row.state !== 'starting' };
  }
  if (!isAtRest(row)) return { outcome: 'not_over', state: oneOf(conversationStates, row.state) };
  const ended = storedState(row.finalState);
  // A conversation that was ended from outside has no final state, or only that of an earlier run.
  if (ended === null || (row.state === 'failed' && ended.outcome?.state !== 'failed')) {
    return { outcome: 'no_end' };
  }
  const team = teamConfigSchema.parse(row.teamVersion.config);
  const task = placeTask(team, numbered(messages, ended.nextSeq), matchingExpressions);
  const reason = refusedTask({ team, task, ended });
  if (reason !== null) return { outcome: 'refused', reason };

  const run = row.run + 1;
  const next = { projectId, conversationId, run, idempotencyKey };
  const { revision } = await writeNextRun(transaction, { ...next, requestSha256, taskLength: task.length });
  const writtenBy = writerText({ kind: 'form', idempotencyKey });
  await transaction.message.createMany({
    data: taskMessageRows({ ...next, userId, writtenBy, task, turn: ended.nextTurn, revision }),
  });
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

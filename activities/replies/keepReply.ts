import { randomUUID } from 'node:crypto';
import { Context } from '@temporalio/activity';
import type { Database } from '../../platform/database.ts';
import type { GenerateReplyInput } from '../../workflows/contracts/activityTypes.ts';
import type { ReplyResult } from '../../workflows/domain/conversation/event.ts';
import { type Citation, citationsIn } from '../../workflows/domain/knowledge/citations.ts';
import type { TeamConfig } from '../../workflows/domain/team.ts';
import { endingOf } from '../../workflows/domain/transcript/ending.ts';
import type { TaskMessage } from '../../workflows/domain/transcript/entry.ts';
import type { MessageCost } from '../../workflows/domain/transcript/factsOf.ts';
import { isWrittenIn } from '../../workflows/domain/writer.ts';
import { closeAnswered } from '../asking/askOnce.ts';
import { type Answer, ANSWERED, costOfAnswer, type ModelAccess } from '../asking/question.ts';
import type { Execution } from '../execution/execution.ts';
import type { SortedCall } from '../tools/sortCalls.ts';
import type { Toolbox } from '../tools/toolbox.ts';
import { factsFor } from '../transcript/facts.ts';
import { keepResult, notStored } from '../transcript/keepResult.ts';
import { isCallReplaced } from '../transcript/ledger.ts';
import { readTurnPassages } from '../transcript/lookups.ts';
import { readStoredReply } from '../transcript/storedReply.ts';
import { storeReply, type ToolCallToStore } from '../transcript/storeReply.ts';
import { supersedeTail } from '../transcript/supersedeTail.ts';
import type { ReadTeamVersion } from '../transcript/teamVersions.ts';
import { memoryContents, type ModelParticipant } from './replyQuestion.ts';

type ReadMessage = TaskMessage & { thought: string | null };

export interface GenerateReplyClients extends ModelAccess {
  defaultModel: string;
  readTeamVersion: ReadTeamVersion;
  toolbox: Toolbox;
}

/**
 * Stores an answer that has arrived. If that fails, the answer and its cost are still in the ledger, and the failure
 * is final: no other attempt requests it again.
 */
export async function paidFor(
  access: ModelAccess,
  input: GenerateReplyInput,
  answer: Answer,
  store: () => Promise<ReplyResult>,
): Promise<ReplyResult> {
  try {
    return await store();
  } catch (error) {
    if (Context.current().cancellationSignal.aborted) throw error;
    const failure = notStored(ANSWERED, error);
    try {
      await closeAnswered(access, input, answer);
    } catch (second) {
      access.logger.error(
        { err: second, callId: answer.callId },
        'an answer that was paid for is missing from the ledger',
      );
    }
    throw failure;
  }
}

/** Keeps an answer that is paid for, also through an outage of the database. */
export async function keep(
  clients: GenerateReplyClients,
  reply: {
    team: TeamConfig;
    participant: ModelParticipant;
    input: GenerateReplyInput;
    execution: Execution;
    answer: Answer;
    message: ReadMessage;
    calls: SortedCall[];
  },
): Promise<ReplyResult> {
  const { database } = clients;
  const { input, answer, execution } = reply;
  const { thought, ...message } = reply.message;
  const memories =
    input.purpose === 'reply' && input.iteration === 0 ? memoryContents(reply.participant) : [];
  const rows = reply.calls.map((call, index) => toolCallRow(call, index, message, answer.callId));
  const write = async () => {
    const cost = await costOfAnswer(clients, input.projectId, answer);
    const citations = await citationsOf(database, reply);
    const stored = await storeReply(database, {
      ...input,
      ...answer,
      execution,
      message,
      thought,
      ending: endingOf(answer.end),
      memories: memories.length === 0 ? null : memories,
      citations,
      toolCalls: rows,
      status: input.reviewed && message.body?.kind !== 'tool_calls' ? 'draft' : 'final',
      costMicroUsd: cost,
    });
    return { outcome: stored, costMicroUsd: cost };
  };
  const { cancellationSignal } = Context.current();
  const writeInPlace = async () => {
    const written = await write();
    // The run that an operator has reset may have stored its answer here, just before it learned of its end.
    if (
      written.outcome === 'stored' ||
      !(await replaceAbandoned(database, { ...reply, callId: answer.callId }))
    )
      return written;
    return write();
  };
  const { outcome, costMicroUsd } = await keepResult(ANSWERED, writeInPlace, cancellationSignal);
  if (outcome === 'stored') {
    const cost = { usage: answer.usage, costMicroUsd };
    return resultOf(
      reply.team,
      input,
      { ...message, thought, memories },
      cost,
      reply.calls.map(({ plan }) => plan),
    );
  }
  const stored = await readStoredReply(database, { ...input, ...execution });
  if (stored === null)
    throw new Error(`Message ${String(input.seq)} was written by another run in the meantime`);
  return resultOf(reply.team, input, stored.message, stored.cost, stored.calls);
}

/** Supersedes what a reset run has left where this answer belongs; false if there is nothing, or this run is the one that was reset. */
async function replaceAbandoned(
  database: Database,
  { input, execution, callId }: Pick<Parameters<typeof keep>[1], 'input' | 'execution'> & { callId: string },
): Promise<boolean> {
  const stands = await database.message.findFirst({
    where: {
      projectId: input.projectId,
      conversationId: input.conversationId,
      seq: input.seq,
      supersededAt: null,
    },
    select: { writtenBy: true },
  });
  if (stands === null || isWrittenIn(execution.runId, stands.writtenBy)) return false;
  if (await isCallReplaced(database, { projectId: input.projectId, callId, execution })) return false;
  await database.$transaction((transaction) => supersedeTail(transaction, { ...input, ...execution }));
  return true;
}

/** What the marks in an answer mean; null where its author knows nothing from documents, so that they mean something else. */
async function citationsOf(
  database: Database,
  { participant, input, message }: Pick<Parameters<typeof keep>[1], 'participant' | 'input' | 'message'>,
): Promise<Citation[] | null> {
  const knows = participant.kind === 'agent' && (participant.knowledge ?? []).length > 0;
  if (!knows || message.body?.kind === 'tool_calls') return null;
  return citationsIn(message.content, await readTurnPassages(database, input));
}

function toolCallRow(
  { plan, result }: SortedCall,
  index: number,
  message: TaskMessage,
  callId: string,
): ToolCallToStore {
  const call = message.body?.kind === 'tool_calls' ? message.body.calls[index] : undefined;
  return {
    id: randomUUID(),
    index,
    call_id: call?.id ?? '',
    tool: plan.tool,
    proposed_arguments: call?.arguments ?? '',
    plan,
    state: result === null ? 'proposed' : result.isError ? 'failed' : 'completed',
    result: result?.content ?? null,
    is_error: result?.isError ?? null,
    idempotency_key: `${callId}:${String(index)}`,
  };
}

/** What the workflow learns about a reply: an event for each of AutoGen's events. */
export function resultOf(
  team: TeamConfig,
  input: GenerateReplyInput,
  message: TaskMessage & { thought: string | null; memories: unknown[] | null },
  cost: MessageCost,
  calls: ReplyResult['calls'],
): ReplyResult {
  const { seq, scope, speaker: source } = input;
  const facts = (type: 'MemoryQueryEvent' | 'ThoughtEvent', content: string) =>
    factsFor(team, scope, { seq, type, source, content, body: null });
  // A generation of code is shown, but AutoGen's conditions don't see it.
  const isCode = message.type === 'CodeGenerationEvent';
  return {
    messages: [
      ...(message.memories ?? []).map((memory) => facts('MemoryQueryEvent', JSON.stringify(memory))),
      ...(message.thought === null ? [] : [facts('ThoughtEvent', message.thought)]),
      ...(isCode ? [] : [factsFor(team, scope, { ...message, seq }, cost)]),
    ],
    calls,
    ...(isCode ? { runsCode: true as const } : {}),
  };
}

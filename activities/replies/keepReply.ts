import { randomUUID } from 'node:crypto';
import { Context } from '@temporalio/activity';
import type { GenerateReplyInput } from '../../workflows/contracts/activityTypes.ts';
import type { ReplyResult } from '../../workflows/domain/conversation/event.ts';
import type { TeamConfig } from '../../workflows/domain/team.ts';
import { endingOf } from '../../workflows/domain/transcript/ending.ts';
import type { TaskMessage } from '../../workflows/domain/transcript/entry.ts';
import type { MessageCost } from '../../workflows/domain/transcript/factsOf.ts';
import { closeAnswered } from '../asking/askOnce.ts';
import { type Answer, ANSWERED, costOfAnswer, type ModelAccess } from '../asking/question.ts';
import type { Execution } from '../execution/execution.ts';
import type { SortedCall } from '../tools/sortCalls.ts';
import type { Toolbox } from '../tools/toolbox.ts';
import { factsFor } from '../transcript/facts.ts';
import { keepResult, notStored } from '../transcript/keepResult.ts';
import { readStoredReply } from '../transcript/storedReply.ts';
import { storeReply, type ToolCallToStore } from '../transcript/storeReply.ts';
import type { ReadTeamVersion } from '../transcript/teamVersions.ts';
import { memoryContents, type ModelParticipant } from './replyQuestion.ts';

type ReadMessage = TaskMessage & { thought: string | null };

export interface GenerateReplyClients extends ModelAccess {
  defaultModel: string;
  readTeamVersion: ReadTeamVersion;
  toolbox: Toolbox;
}

/**
 * What becomes of an answer that is there. Where that fails, the answer and what it cost stand in the ledger all the
 * same, and the failure is final: no other attempt asks for it again.
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
      access.logger.error({ err: second, callId: answer.callId }, 'a paid answer is not in the ledger');
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
    const stored = await storeReply(database, {
      ...input,
      ...answer,
      execution,
      message,
      thought,
      ending: endingOf(answer.end),
      memories: memories.length === 0 ? null : memories,
      toolCalls: rows,
      status: input.reviewed && message.body?.kind !== 'tool_calls' ? 'draft' : 'final',
      costMicroUsd: cost,
    });
    return { outcome: stored, costMicroUsd: cost };
  };
  const { cancellationSignal } = Context.current();
  const { outcome, costMicroUsd } = await keepResult(ANSWERED, write, cancellationSignal);
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
  if (stored === null) throw new Error(`Message ${String(input.seq)} was written by somebody else meanwhile`);
  return resultOf(reply.team, input, stored.message, stored.cost, stored.calls);
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

/** What the workflow is told of a reply: an event for each thing that AutoGen tells of one. */
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

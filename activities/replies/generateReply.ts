import { randomUUID } from 'node:crypto';
import { Context } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import type { GenerateReplyInput } from '../../workflows/contracts/activityTypes.ts';
import { configAt } from '../../workflows/domain/configAt.ts';
import type { ReplyResult } from '../../workflows/domain/conversation/event.ts';
import { ownNamesIn } from '../../workflows/domain/names/wireNames.ts';
import type { TeamConfig } from '../../workflows/domain/team.ts';
import { endingOf } from '../../workflows/domain/transcript/ending.ts';
import type { TaskMessage } from '../../workflows/domain/transcript/entry.ts';
import type { MessageCost } from '../../workflows/domain/transcript/factsOf.ts';
import {
  namesOf,
  offeredTools,
  sortCalls,
  toolFailure,
  toolsField,
  withOwnNames,
  type SortedCall,
} from '../tools/agentTools.ts';
import { ANSWERED, askModel, costOfAnswer, type Answer, type ModelAccess } from '../asking/askModel.ts';
import { closeAnswered } from '../asking/askOnce.ts';
import { currentExecution, type Execution } from '../execution/execution.ts';
import { factsFor } from '../transcript/facts.ts';
import { withHeartbeat } from '../execution/heartbeat.ts';
import { messageOf } from './replyMessage.ts';
import { readForReply } from './readForReply.ts';
import { memoryContents, replyOutline, type ModelParticipant } from './replyQuestion.ts';
import { summaryFor } from './summaries.ts';
import type { Toolbox } from '../tools/toolbox.ts';
import { keepResult, notStored } from '../transcript/keepResult.ts';
import { markLostCalls } from '../transcript/ledger.ts';
import type { ReadTranscript } from '../transcript/readEntries.ts';
import { keepRequestPart } from '../transcript/requestParts.ts';
import { readStoredReply } from '../transcript/storedReply.ts';
import { storeMessages } from '../transcript/storeMessages.ts';
import { storeReply, type ToolCallToStore } from '../transcript/storeReply.ts';
import { supersedeTail } from '../transcript/supersedeTail.ts';
import type { ReadTeamVersion } from '../transcript/teamVersions.ts';

type ReadMessage = TaskMessage & { thought: string | null };

export interface GenerateReplyClients extends ModelAccess {
  defaultModel: string;
  readTeamVersion: ReadTeamVersion;
  toolbox: Toolbox;
}

/** See ConversationActivities.generateReply. */
export function createGenerateReply(clients: GenerateReplyClients) {
  return (input: GenerateReplyInput): Promise<ReplyResult> =>
    withHeartbeat(() => takeAgentTurn(clients, input, currentExecution()));
}

async function takeAgentTurn(
  clients: GenerateReplyClients,
  input: GenerateReplyInput,
  execution: Execution,
): Promise<ReplyResult> {
  const { database } = clients;
  const team = await clients.readTeamVersion(input.projectId, input.teamVersionId);
  const failedBefore =
    execution.attempt > 1 ? await markLostCalls(database, input.conversationId, execution) : 0;
  const place = { ...input, ...execution };
  const inner = configAt(team, input.scope);
  const participant = modelParticipantOf(inner, input.speaker);
  const transcript = await readForReply(database, team, participant, input, execution);
  const own = transcript.own.some(({ seq }) => seq === input.seq);
  const stored = own ? await readStoredReply(database, place) : null;
  if (stored !== null) return resultOf(team, input, stored.message, stored.cost, stored.calls);
  if (transcript.hasAbandonedTail) {
    await database.$transaction((transaction) => supersedeTail(transaction, place));
  }

  if (input.purpose === 'society' && hasSaidNothing(team, participant, input, transcript)) {
    return storeNothing(clients, team, input, execution);
  }
  const offered = await toolsFor(clients, participant, input);
  const tools = toolsField(offered);
  if (tools !== null) await keepRequestPart(database, input.projectId, tools);
  const toolNames = namesOf(offered);
  const known = { transcript, defaultModel: clients.defaultModel, tools, toolNames };
  const asked = { place: input, execution, stateBefore: input.stateBefore, failedBefore };
  const summary = await summaryFor(clients, { ...asked, team, participant, input, known });
  const { client, outline } = replyOutline(team, participant, input, { ...known, summary });
  const answer = await askModel(clients, {
    ...asked,
    purpose: input.purpose,
    ordinal: 0,
    client,
    outline,
    entries: transcript.entries,
    tools,
    shown: true,
  });

  const result = await paidFor(clients, input, answer, () => {
    const said = {
      ...answer,
      text: ownNamesIn(answer.text, outline.names),
      reasoning: answer.reasoning === null ? null : ownNamesIn(answer.reasoning, outline.names),
      toolCalls: withOwnNames(answer.toolCalls, offered),
    };
    const message = messageOf(participant, input, said, outline.rules.info.family);
    const calls =
      participant.kind === 'agent' && message.body?.kind === 'tool_calls'
        ? sortCalls(inner, participant, offered, message.body.calls)
        : [];
    return keep(clients, { team, participant, input, execution, answer, message, calls });
  });
  return summary === null || summary.costMicroUsd === 0
    ? result
    : { ...result, silentCostMicroUsd: summary.costMicroUsd };
}

/**
 * What becomes of an answer that is there. Where that fails, the answer and what it cost stand in the ledger all the
 * same, and the failure is final: no other attempt asks for it again.
 */
async function paidFor(
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
async function keep(
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
function resultOf(
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

async function toolsFor(
  clients: GenerateReplyClients,
  participant: ModelParticipant,
  input: GenerateReplyInput,
) {
  if (participant.kind !== 'agent' || input.purpose !== 'reply') return [];
  const { offered, failed } = await offeredTools(clients.toolbox, participant, {
    signal: Context.current().cancellationSignal,
    leftOut: input.leftOut,
  });
  if (failed.length > 0) throw toolFailure(failed, currentExecution().attempt);
  return offered;
}

/** AutoGen's society says so where its inner team had nothing to say; no model is asked. */
function hasSaidNothing(
  team: TeamConfig,
  participant: ModelParticipant,
  input: GenerateReplyInput,
  transcript: ReadTranscript,
): boolean {
  const known = { transcript, defaultModel: '', tools: null, toolNames: [], summary: null };
  return replyOutline(team, participant, input, known).viewLength === 0;
}

async function storeNothing(
  clients: GenerateReplyClients,
  team: TeamConfig,
  input: GenerateReplyInput,
  execution: Execution,
): Promise<ReplyResult> {
  const message = {
    type: 'TextMessage',
    source: input.speaker,
    content: 'No response.',
    body: null,
  } as const;
  await storeMessages(clients.database, { ...input, execution }, [{ ...message, seq: input.seq }]);
  return resultOf(
    team,
    input,
    { ...message, thought: null, memories: null },
    { usage: null, costMicroUsd: null },
    [],
  );
}

function modelParticipantOf(team: TeamConfig, name: string): ModelParticipant {
  const participant = team.participants.find((each) => each.name === name);
  if (participant !== undefined && participant.kind !== 'person' && participant.kind !== 'team')
    return participant;
  throw ApplicationFailure.nonRetryable(`The team has no agent named ${name}`, 'conversation_missing');
}

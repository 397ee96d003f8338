import { createHash, randomUUID } from 'node:crypto';
import { Context } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import type OpenAI from 'openai';
import type { Database } from '../platform/database.ts';
import type { Logger } from '../platform/logger.ts';
import type { GenerateReplyInput } from '../workflows/contracts/activityTypes.ts';
import { failures } from '../workflows/contracts/failures.ts';
import { costOf } from '../workflows/domain/cost.ts';
import type { MessageFacts } from '../workflows/domain/message.ts';
import { expandOutline, type ChatRequest, type RequestOutline } from '../workflows/domain/request/outline.ts';
import { replyOutline } from '../workflows/domain/request/replyOutline.ts';
import type { AgentParticipant, TeamConfig } from '../workflows/domain/team.ts';
import { currentExecution, type Execution } from './execution.ts';
import { classifyFailure } from './model/classifyFailure.ts';
import { ModelFailure } from './model/modelFailure.ts';
import type { ReadPrice } from './model/prices.ts';
import { streamReply, type ModelReply } from './model/streamReply.ts';
import { closeFailedCall, markLostCalls, openCall } from './transcript/ledger.ts';
import { startLiveText } from './transcript/liveText.ts';
import { readTranscript, type TranscriptForReply } from './transcript/readTranscript.ts';
import { factsFor } from './transcript/storedMessage.ts';
import { storeReply } from './transcript/storeReply.ts';
import { supersedeTail } from './transcript/supersedeTail.ts';
import type { ReadTeamVersion } from './transcript/teamVersions.ts';
import { throughOutage } from './transcript/throughOutage.ts';

/** How many requests one reply may cost, whatever becomes of them; then a person decides. */
export const MAX_MODEL_CALLS_PER_REPLY = 8;

/** A live heartbeat lets a cancel arrive and a dead worker be known. */
const HEARTBEAT_INTERVAL_MS = 1_000;

export interface GenerateReplyClients {
  database: Database;
  logger: Logger;
  model: OpenAI;
  defaultModel: string;
  readTeamVersion: ReadTeamVersion;
  readPrice: ReadPrice;
  /** Milliseconds, from any fixed point. */
  now: () => number;
}

/** See ConversationActivities.generateReply. */
export function createGenerateReply(clients: GenerateReplyClients) {
  return async (input: GenerateReplyInput): Promise<MessageFacts> => {
    const execution = currentExecution();
    const heartbeat = setInterval(() => {
      Context.current().heartbeat();
    }, HEARTBEAT_INTERVAL_MS);
    try {
      return await takeAgentTurn(clients, input, execution);
    } finally {
      clearInterval(heartbeat);
    }
  };
}

async function takeAgentTurn(
  clients: GenerateReplyClients,
  input: GenerateReplyInput,
  execution: Execution,
): Promise<MessageFacts> {
  const { database } = clients;
  const team = await clients.readTeamVersion(input.projectId, input.teamVersionId);
  const callsBefore =
    execution.attempt > 1 ? await markLostCalls(database, input.conversationId, execution) : 0;
  const place = { ...input, ...execution, nextSeq: input.stateBefore.nextSeq };
  const transcript = await readTranscript(database, place);
  if (transcript.own !== null) return factsFor(team, transcript.own);
  if (callsBefore >= MAX_MODEL_CALLS_PER_REPLY) {
    throw exhausted(`${String(callsBefore)} requests were made for this reply, and none brought an answer`);
  }
  if (transcript.hasAbandonedTail) await supersedeTail(database, place);

  const outline = outlineFor(clients, agentOf(team, input.speaker), transcript);
  const request = expandOutline(outline, transcript.messages);
  const call = { ...input, id: randomUUID(), agent: input.speaker, execution, outline };
  await openCall(database, { ...call, requestSha256: sha256(request) });
  const reply = await callModel(clients, { ...call, request, callsBefore });

  const { usage, response, firstTokenMs, text: content, latencyMs } = reply;
  const stored = {
    ...call,
    callId: call.id,
    content,
    status: input.reviewed ? ('draft' as const) : ('final' as const),
    response,
    usage,
    firstTokenMs,
    latencyMs,
  };
  const outcome = await throughOutage(async () => {
    const price = await clients.readPrice(input.projectId, request.model);
    return storeReply(database, { ...stored, costMicroUsd: costOf(usage, price) });
  }, Context.current().cancellationSignal);
  const message = { seq: input.seq, type: 'TextMessage', source: input.speaker, content } as const;
  if (outcome === 'stored') return factsFor(team, message);
  const { own } = await readTranscript(database, place);
  if (own === null) throw new Error(`Message ${String(input.seq)} was written by somebody else meanwhile`);
  return factsFor(team, own);
}

type OpenedCall = GenerateReplyInput & {
  id: string;
  execution: Execution;
  request: ChatRequest;
  callsBefore: number;
};

async function callModel(
  clients: GenerateReplyClients,
  call: OpenedCall,
): Promise<ModelReply & { latencyMs: number }> {
  const { database, logger, now } = clients;
  const signal = Context.current().cancellationSignal;
  const live = startLiveText(database, logger, call);
  const startedAt = now();
  let partialText = '';
  const onText = (text: string) => {
    partialText = text;
    live.show(text);
  };
  try {
    const reply = await streamReply(clients.model, call.request, { signal, now, onText });
    await live.stop();
    return { ...reply, latencyMs: Math.round(now() - startedAt) };
  } catch (error) {
    await live.stop();
    const failure = signal.aborted ? error : classifyFailure(error, Date.now());
    await closeFailedCall(database, {
      ...call,
      state: signal.aborted ? 'cancelled' : 'failed',
      failureType: failure instanceof ModelFailure ? failure.type : null,
      failureMessage: signal.aborted ? `Aborted: ${messageOf(signal.reason)}` : messageOf(failure),
      partialText,
      latencyMs: Math.round(now() - startedAt),
    });
    if (signal.aborted) await Context.current().cancelled;
    throw failure instanceof ModelFailure ? asApplicationFailure(failure, call.callsBefore + 1) : failure;
  }
}

function outlineFor(
  clients: GenerateReplyClients,
  agent: AgentParticipant,
  transcript: TranscriptForReply,
): RequestOutline {
  const model = agent.model ?? clients.defaultModel;
  const parameters = agent.temperature === null ? { model } : { model, temperature: agent.temperature };
  return replyOutline({ agent, parameters, transcript: transcript.messages, rejected: transcript.rejected });
}

function agentOf(team: TeamConfig, name: string): AgentParticipant {
  const participant = team.participants.find((each) => each.name === name);
  if (participant?.kind === 'agent') return participant;
  throw ApplicationFailure.nonRetryable(`The team has no agent named ${name}`, 'conversation_missing');
}

function asApplicationFailure(failure: ModelFailure, calls: number): ApplicationFailure {
  const { retryable } = failures[failure.type];
  if (retryable && calls >= MAX_MODEL_CALLS_PER_REPLY) {
    return exhausted(
      `${failure.message} (request ${String(calls)} of at most ${String(MAX_MODEL_CALLS_PER_REPLY)})`,
    );
  }
  return ApplicationFailure.create({
    message: failure.message,
    type: failure.type,
    nonRetryable: !retryable,
    ...(failure.retryAfterMs === null ? {} : { nextRetryDelay: failure.retryAfterMs }),
  });
}

function exhausted(message: string): ApplicationFailure {
  return ApplicationFailure.nonRetryable(message, 'model_attempts_exhausted');
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : 'An error without a message';
}

function sha256(request: ChatRequest): string {
  return createHash('sha256').update(JSON.stringify(request)).digest('hex');
}

import { Context } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import type { Database } from '../../platform/database.ts';
import { inSpan, spanKinds, spansShowContent } from '../../platform/tracing/spans.ts';
import type { CallToolInput } from '../../workflows/contracts/activityTypes.ts';
import { configAt } from '../../workflows/domain/configAt.ts';
import type { TeamConfig } from '../../workflows/domain/team.ts';
import type { ToolResult } from '../../workflows/domain/tool.ts';
import { currentExecution, type Execution } from '../execution/execution.ts';
import { withHeartbeat } from '../execution/heartbeat.ts';
import type { LookUpClients } from '../knowledge/lookUp/lookUp.ts';
import { type OfferedTool, offeredTools } from '../tools/offeredTools.ts';
import { parseArguments, policyFor } from '../tools/sortCalls.ts';
import type { Toolbox } from '../tools/toolbox.ts';
import { ToolUnavailable } from '../tools/toolErrors.ts';
import { MAX_UNREACHED, unavailable } from '../tools/unreachedTools.ts';
import { keepResult, notStored } from '../transcript/keepResult.ts';
import type { ReadTeamVersion } from '../transcript/teamVersions.ts';
import {
  closeToolCall,
  markToolCallRunning,
  readToolCall,
  type ToolCallRow,
} from '../transcript/toolCalls.ts';
import { lookUpForCall } from './lookUpForCall.ts';

interface CallToolClients extends LookUpClients {
  database: Database;
  /** Milliseconds, from any fixed point. */
  now: () => number;
  readTeamVersion: ReadTeamVersion;
  toolbox: Toolbox;
}

/** See ConversationActivities.callTool. */
export function createCallTool(clients: CallToolClients) {
  return (input: CallToolInput): Promise<void> => withHeartbeat(() => carryOut(clients, input));
}

async function carryOut(clients: CallToolClients, input: CallToolInput): Promise<void> {
  const { database } = clients;
  const { index } = input;
  const row = await readToolCall(database, input, { requestSeq: input.seq, index });
  if (['completed', 'failed', 'rejected'].includes(row.state)) return;
  if (mayHaveBeenMade(row, input, currentExecution())) await giveUp(clients, input, row);
  const team = configAt(await clients.readTeamVersion(input.projectId, input.teamVersionId), input.scope);
  const given = row.approvedArguments ?? row.proposedArguments;
  const isMine = await markToolCallRunning(database, input, { ...row, effectiveArguments: given });
  if (!isMine) throw new Error('Another attempt is making this call');
  /** Filled in once the tool has been found. */
  const offer = { kind: 'unknown' };
  const close = (state: 'completed' | 'failed' | 'proposed', result: ToolResult | null) =>
    keepResult(
      `${row.tool} was called`,
      () =>
        closeToolCall(database, input, {
          id: row.id,
          state,
          result: result?.content ?? null,
          isError: result?.isError ?? null,
          kind: offer.kind,
        }),
      Context.current().cancellationSignal,
    );
  const outcome = await callOrTrouble(clients, team, input, { ...row, given }, offer);
  if (!(outcome instanceof ToolUnavailable)) return close(outcome.isError ? 'failed' : 'completed', outcome);
  // It was not called: trying again can't do anything twice.
  if (outcome.retryable && currentExecution().attempt < MAX_UNREACHED) {
    await close('proposed', null);
    throw unavailable([outcome], currentExecution().attempt);
  }
  await close('failed', { content: `Error: ${outcome.message}`, isError: true });
}

/**
 * Whether making the call could make it twice. A person's word that it may be repeated holds for one making: where that
 * is lost too, they are asked again.
 */
function mayHaveBeenMade(row: ToolCallRow, input: CallToolInput, execution: Execution): boolean {
  if (row.state === 'proposed' || row.plan.idempotent) return false;
  return !input.mayRepeat || (row.state === 'running' && execution.attempt > 1);
}

async function callOrTrouble(
  clients: CallToolClients,
  team: TeamConfig,
  input: CallToolInput,
  row: ToolCallRow & { given: string },
  offer: { kind: string },
): Promise<ToolResult | ToolUnavailable> {
  try {
    return await callAsSpan(input, row, offer, () => call(clients, team, input, row, offer));
  } catch (error) {
    if (error instanceof ToolUnavailable) return error;
    const { cancellationSignal } = Context.current();
    throw cancellationSignal.aborted ? error : notStored(`${row.tool} may have been called`, error);
  }
}

/** A call as a span; what goes in and what comes back stands in it only where the operator wants that. */
function callAsSpan(
  { speaker, conversationId }: CallToolInput,
  row: ToolCallRow & { given: string },
  offer: { kind: string },
  make: () => Promise<ToolResult>,
): Promise<ToolResult> {
  const attributes = {
    'gen_ai.operation.name': 'execute_tool',
    'gen_ai.tool.name': row.tool,
    'gen_ai.tool.call.id': row.id,
    'gen_ai.agent.name': speaker,
    'gen_ai.conversation.id': conversationId,
    ...(spansShowContent() && { 'gen_ai.tool.call.arguments': row.given }),
  };
  const name = `execute_tool ${row.tool}`;
  return inSpan({ name, kind: spanKinds.internal, attributes }, async (span) => {
    const result = await make();
    span.set({
      'colloquy.tool.kind': offer.kind,
      ...(spansShowContent() && { 'gen_ai.tool.call.result': result.content }),
    });
    if (result.isError) span.fail('tool_error');
    return result;
  });
}

async function call(
  clients: CallToolClients,
  team: TeamConfig,
  input: CallToolInput,
  row: ToolCallRow & { given: string },
  offer: { kind: string },
): Promise<ToolResult> {
  const signal = Context.current().cancellationSignal;
  const agent = team.participants.find(({ name }) => name === input.speaker);
  const { leftOut } = input;
  const { offered, failed } =
    agent?.kind === 'agent'
      ? await offeredTools(clients.toolbox, agent, { signal, leftOut })
      : { offered: [], failed: [] };
  const tool = offered.find(({ description }) => description.name === row.tool);
  if (tool !== undefined) offer.kind = kindOf(tool.behind);
  // It may be one of those that can't be asked.
  if (tool === undefined && failed[0] !== undefined) throw failed[0].error;
  const given = parseArguments(row.given);
  if (typeof given === 'string') return { content: `Error: ${given}`, isError: true };
  if (tool?.behind.kind === 'knowledge') {
    return lookUpForCall(clients, input, { use: tool.behind.use, given, signal });
  }
  if (tool?.behind.kind !== 'source') {
    return { content: `Error: tool '${row.tool}' not found in any workbench`, isError: true };
  }
  const policy = policyFor(team, row.tool);
  return clients.toolbox.call(tool.behind.source, {
    name: row.tool,
    arguments: given,
    idempotencyKey: row.idempotencyKey,
    timeoutMs: policy.timeoutSeconds * 1000,
    maxResultBytes: policy.maxResultBytes,
    signal,
    scope: input.conversationId,
  });
}

function kindOf(behind: OfferedTool['behind']): string {
  return behind.kind === 'source' ? behind.source.kind : behind.kind;
}

async function giveUp(clients: CallToolClients, input: CallToolInput, row: ToolCallRow): Promise<never> {
  await closeToolCall(clients.database, input, {
    id: row.id,
    state: 'unknown',
    result: null,
    isError: null,
    kind: 'unknown',
  });
  throw ApplicationFailure.nonRetryable(
    `${row.tool} may have been called already: its worker was lost in the middle`,
    'tool_outcome_unknown',
  );
}

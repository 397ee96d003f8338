import { z } from 'zod';
import { sql } from '../../../../platform/sql.ts';
import { callPurposes, modelCallStates, toolCallStates } from '../../../../workflows/domain/recordStates.ts';
import { SHOWN_CHARACTERS } from '../../views/text/shownLimits.ts';
import { beginning, cutBytes } from '../texts/shownColumns.server.ts';
import type { CallView, OpenCallView } from './callView.ts';
import type { ToolCallView } from './toolCallView.ts';

const { note, machine } = SHOWN_CHARACTERS;

/** A CallView as JSON, over the alias `k` (model_call). */
export const CALL_JSON = sql`json_build_object(
  'id', k.id, 'seq', k.seq, 'scope', k.scope, 'turn', k.turn, 'agent', k.agent, 'purpose', k.purpose,
  'ordinal', k.ordinal, 'attempt', k.attempt, 'model', k.model, 'state', k.state,
  'failureType', k.failure_type, 'failureMessage', ${beginning(sql`k.failure_message`, note)},
  'promptTokens', k.prompt_tokens, 'completionTokens', k.completion_tokens, 'costMicroUsd', k.cost_micro_usd,
  'firstTokenMs', k.first_token_ms, 'latencyMs', k.latency_ms, 'startedAt', k.started_at)`;

/** The shape of CALL_JSON. */
export const callRow: z.ZodType<CallView> = z.object({
  id: z.string(),
  seq: z.int(),
  scope: z.string(),
  turn: z.int(),
  agent: z.string(),
  purpose: z.enum(callPurposes),
  ordinal: z.int(),
  attempt: z.int(),
  model: z.string(),
  state: z.enum(modelCallStates),
  failureType: z.string().nullable(),
  failureMessage: z.string().nullable(),
  promptTokens: z.int().nullable(),
  completionTokens: z.int().nullable(),
  costMicroUsd: z.int().nullable(),
  firstTokenMs: z.int().nullable(),
  latencyMs: z.int().nullable(),
  startedAt: z.string(),
});

/** An OpenCallView as JSON, over the alias `k` (model_call). */
export const OPEN_CALL_JSON = sql`json_build_object(
  'id', k.id, 'seq', k.seq, 'scope', k.scope, 'agent', k.agent, 'purpose', k.purpose,
  'startedAt', k.started_at)`;

/** The shape of OPEN_CALL_JSON. */
export const openCallRow: z.ZodType<OpenCallView> = z.object({
  id: z.string(),
  seq: z.int(),
  scope: z.string(),
  agent: z.string(),
  purpose: z.enum(callPurposes),
  startedAt: z.string(),
});

/**
 * A ToolCallView as JSON, over the alias `o` (tool_call). Arguments equal to those of the previous stage are null.
 * A round's calls belong to the request that is now at its place.
 */
export const TOOL_CALL_JSON = sql`json_build_object(
  'id', o.id,
  'messageId', (SELECT r.id FROM message r WHERE r.conversation_id = o.conversation_id AND r.project_id = o.project_id
                AND r.seq = o.seq AND r.written_by = o.written_by AND r.superseded_at IS NULL),
  'seq', o.seq, 'index', o.index, 'scope', o.scope, 'agent', o.agent, 'callId', o.call_id, 'tool', o.tool,
  'proposedArguments', ${beginning(sql`o.proposed_arguments`, machine)},
  'approvedArguments', ${beginning(sql`nullif(o.approved_arguments, o.proposed_arguments)`, machine)},
  'effectiveArguments', ${beginning(sql`nullif(o.effective_arguments, coalesce(o.approved_arguments, o.proposed_arguments))`, machine)},
  'state', o.state, 'attempts', o.attempts, 'result', ${beginning(sql`o.result`, machine)},
  'cuts', json_strip_nulls(json_build_object(
    'proposedArguments', ${cutBytes(sql`o.proposed_arguments`, machine)},
    'approvedArguments', ${cutBytes(sql`o.approved_arguments`, machine)},
    'effectiveArguments', ${cutBytes(sql`o.effective_arguments`, machine)},
    'result', ${cutBytes(sql`o.result`, machine)})),
  'isError', o.is_error, 'revision', o.revision, 'startedAt', o.started_at, 'endedAt', o.ended_at)`;

/** The shape of TOOL_CALL_JSON. */
export const toolCallRow: z.ZodType<ToolCallView> = z.object({
  id: z.string(),
  messageId: z.string().nullable(),
  seq: z.int(),
  index: z.int(),
  scope: z.string(),
  agent: z.string(),
  callId: z.string(),
  tool: z.string(),
  proposedArguments: z.string(),
  approvedArguments: z.string().nullable(),
  effectiveArguments: z.string().nullable(),
  state: z.enum(toolCallStates),
  attempts: z.int(),
  result: z.string().nullable(),
  cuts: z.record(z.string(), z.int()),
  isError: z.boolean().nullable(),
  revision: z.int(),
  startedAt: z.string().nullable(),
  endedAt: z.string().nullable(),
});

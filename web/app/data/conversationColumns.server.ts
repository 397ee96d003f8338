import { Prisma } from '../../../prisma/generated/client.ts';

/**
 * The columns of a ConversationHead as one JSON value, of the table alias `c`: written once, so that the page, its
 * stream and the list's stream can't disagree.
 */
export const CONVERSATION_HEAD_JSON = Prisma.sql`json_build_object(
  'id', c.id, 'revision', c.revision, 'title', c.title, 'state', c.state, 'stopReason', c.stop_reason, 'run', c.run,
  'turnCount', c.turn_count, 'messageCount', c.message_count,
  'promptTokens', c.prompt_tokens, 'completionTokens', c.completion_tokens,
  'costMicroUsd', c.cost_micro_usd, 'unpricedCalls', c.unpriced_calls, 'unknownCalls', c.unknown_calls,
  'createdAt', c.created_at, 'endedAt', c.ended_at)`;

/** A RunView, of the alias `r` (conversation_run). */
export const RUN_JSON = Prisma.sql`json_build_object(
  'run', r.run, 'hasTask', r.has_task, 'state', r.state, 'stopReason', r.stop_reason, 'revision', r.revision,
  'startedAt', r.started_at, 'endedAt', r.ended_at)`;

/** A MessageView, of the aliases `m` (message) and `u` (its user). */
export const MESSAGE_JSON = Prisma.sql`json_build_object(
  'id', m.id, 'seq', m.seq, 'position', m.position, 'turn', m.turn, 'run', m.run, 'scope', m.scope,
  'type', m.type, 'source', m.source, 'content', m.content, 'body', m.body, 'thought', m.thought,
  'ending', m.ending,
  'memories', m.memories, 'copied', m.copied, 'status', m.status,
  'usage', (SELECT json_build_object('promptTokens', coalesce(k.prompt_tokens, 0),
                                     'completionTokens', coalesce(k.completion_tokens, 0))
            FROM model_call k WHERE k.id = m.model_call_id),
  'draftContent', m.draft_content, 'feedback', m.feedback, 'person', u.name, 'modelCallId', m.model_call_id,
  'revision', m.revision, 'createdAt', m.created_at, 'superseded', m.superseded_at IS NOT NULL)`;

/** A TaskView but for its detail, which taskView reads; of the aliases `t` (human_task) and `u` (who answered). */
export const TASK_JSON = Prisma.sql`json_build_object(
  'id', t.id, 'kind', t.kind, 'state', t.state, 'turn', t.turn, 'seq', t.seq, 'speaker', t.speaker,
  'detail', t.detail, 'deadlineAt', t.deadline_at, 'onDeadline', t.on_deadline, 'decision', t.decision,
  'answeredBy', u.name, 'revision', t.revision, 'openedAt', t.opened_at, 'closedAt', t.closed_at)`;

/** A CallView, of the alias `k` (model_call). */
export const CALL_JSON = Prisma.sql`json_build_object(
  'id', k.id, 'seq', k.seq, 'scope', k.scope, 'turn', k.turn, 'agent', k.agent, 'purpose', k.purpose,
  'ordinal', k.ordinal, 'attempt', k.attempt, 'model', k.model, 'state', k.state,
  'failureType', k.failure_type, 'failureMessage', k.failure_message,
  'promptTokens', k.prompt_tokens, 'completionTokens', k.completion_tokens, 'costMicroUsd', k.cost_micro_usd,
  'firstTokenMs', k.first_token_ms, 'latencyMs', k.latency_ms, 'startedAt', k.started_at)`;

/** A ToolCallView, of the alias `o` (tool_call). The calls of a round belong to the request that stands there now. */
export const TOOL_CALL_JSON = Prisma.sql`json_build_object(
  'id', o.id,
  'messageId', (SELECT r.id FROM message r WHERE r.conversation_id = o.conversation_id AND r.seq = o.seq
                AND r.written_by = o.written_by AND r.superseded_at IS NULL),
  'seq', o.seq, 'index', o.index, 'scope', o.scope, 'agent', o.agent, 'callId', o.call_id, 'tool', o.tool,
  'proposedArguments', o.proposed_arguments, 'approvedArguments', o.approved_arguments,
  'effectiveArguments', o.effective_arguments, 'state', o.state, 'attempts', o.attempts, 'result', o.result,
  'isError', o.is_error, 'revision', o.revision, 'startedAt', o.started_at, 'endedAt', o.ended_at)`;

/** An OpenCallView, of the alias `k` (model_call). */
export const OPEN_CALL_JSON = Prisma.sql`json_build_object(
  'id', k.id, 'seq', k.seq, 'scope', k.scope, 'agent', k.agent, 'purpose', k.purpose,
  'startedAt', k.started_at)`;

import { Prisma } from '../../../../prisma/generated/client.ts';
import { API_CHARACTERS, SHOWN_CHARACTERS, type TextLimits } from '../../views/text/shownLimits.ts';

const { note, machine } = SHOWN_CHARACTERS;

/** More characters than any text has. */
const WHOLE = 2_000_000_000;

/** The beginning of a text. Not more of it is unpacked than that. */
function beginning(column: Prisma.Sql, most: number): Prisma.Sql {
  return Prisma.sql`left(${column}, ${most}::int)`;
}

/** How many bytes a text has of which only the beginning is given; null where all of it is. */
function cutBytes(column: Prisma.Sql, most: number): Prisma.Sql {
  return Prisma.sql`CASE WHEN octet_length(${column}) > ${most}::int
    AND octet_length(${column}) > octet_length(left(${column}, ${most}::int)) THEN octet_length(${column}) END`;
}

/** JSON with its long strings cut (shown_json): what is short needs no looking through. */
function shownJson(column: Prisma.Sql, most: number): Prisma.Sql {
  if (most === WHOLE) return column;
  return Prisma.sql`CASE WHEN pg_column_size(${column}) <= 1000 THEN ${column} ELSE shown_json(${column}, ${most}::int) END`;
}

function isPacked(column: Prisma.Sql, most: number): Prisma.Sql {
  if (most === WHOLE) return Prisma.sql`false`;
  return Prisma.sql`coalesce(pg_column_size(${column}) > 1000, false)`;
}

/**
 * The columns of a ConversationHead as one JSON value, of the table alias `c`: written once, so that the page, its
 * stream and the list's stream can't disagree.
 */
export const CONVERSATION_HEAD_JSON = Prisma.sql`json_build_object(
  'id', c.id, 'revision', c.revision, 'title', c.title, 'state', c.state, 'stopReason', ${beginning(Prisma.sql`c.stop_reason`, note)}, 'run', c.run,
  'turnCount', c.turn_count, 'messageCount', c.message_count,
  'promptTokens', c.prompt_tokens, 'completionTokens', c.completion_tokens,
  'costMicroUsd', c.cost_micro_usd, 'unpricedCalls', c.unpriced_calls, 'unknownCalls', c.unknown_calls,
  'createdAt', c.created_at, 'endedAt', c.ended_at)`;

/** A RunView, of the alias `r` (conversation_run). */
export const RUN_JSON = Prisma.sql`json_build_object(
  'run', r.run, 'hasTask', r.has_task, 'state', r.state, 'stopReason', ${beginning(Prisma.sql`r.stop_reason`, note)}, 'revision', r.revision,
  'startedAt', r.started_at, 'endedAt', r.ended_at)`;

/** A StoredMessageRow, of the aliases `m` (message) and `u` (its user), with as much of its texts as the limits say. */
function messageJson({ said, beside, machine: most }: TextLimits): Prisma.Sql {
  const content = Prisma.sql`m.content`;
  const thought = Prisma.sql`m.thought`;
  const draft = Prisma.sql`m.draft_content`;
  const feedback = Prisma.sql`m.feedback`;
  const body = Prisma.sql`m.body`;
  const memories = Prisma.sql`m.memories`;
  return Prisma.sql`json_build_object(
  'id', m.id, 'seq', m.seq, 'position', m.position, 'turn', m.turn, 'run', m.run, 'scope', m.scope,
  'type', m.type, 'source', m.source, 'content', ${beginning(content, said)}, 'body', ${shownJson(body, most)}, 'bodyIsPacked', ${isPacked(body, most)},
  'thought', ${beginning(thought, beside)}, 'ending', m.ending,
  'memories', ${shownJson(memories, most)}, 'memoriesArePacked', ${isPacked(memories, most)},
  'cuts', json_strip_nulls(json_build_object(
    'content', ${cutBytes(content, said)}, 'thought', ${cutBytes(thought, beside)},
    'draftContent', ${cutBytes(draft, beside)}, 'feedback', ${cutBytes(feedback, beside)})),
  'copied', m.copied, 'status', m.status,
  'usage', (SELECT json_build_object('promptTokens', coalesce(k.prompt_tokens, 0),
                                     'completionTokens', coalesce(k.completion_tokens, 0))
            FROM model_call k WHERE k.id = m.model_call_id),
  'draftContent', ${beginning(draft, beside)}, 'feedback', ${beginning(feedback, beside)},
  'person', u.name, 'modelCallId', m.model_call_id,
  'revision', m.revision, 'createdAt', m.created_at, 'superseded', m.superseded_at IS NOT NULL)`;
}

/** A message as a page and its stream have it. */
export const MESSAGE_JSON = messageJson(SHOWN_CHARACTERS);

/** A message as the API gives it. */
export const API_MESSAGE_JSON = messageJson(API_CHARACTERS);

/** A message with the whole of its texts. */
export const WHOLE_MESSAGE_JSON = messageJson({ said: WHOLE, beside: WHOLE, machine: WHOLE, note: WHOLE });

/** A TaskView but for its detail, which taskView reads; of the aliases `t` (human_task) and `u` (who answered). */
export const TASK_JSON = Prisma.sql`json_build_object(
  'id', t.id, 'kind', t.kind, 'state', t.state, 'turn', t.turn, 'seq', t.seq, 'speaker', t.speaker,
  'detail', ${shownJson(Prisma.sql`t.detail`, SHOWN_CHARACTERS.beside)}, 'detailIsPacked', ${isPacked(Prisma.sql`t.detail`, SHOWN_CHARACTERS.beside)}, 'deadlineAt', t.deadline_at, 'onDeadline', t.on_deadline, 'decision', t.decision,
  'answeredBy', u.name, 'revision', t.revision, 'openedAt', t.opened_at, 'closedAt', t.closed_at)`;

/** A TaskDraft, of the alias `m`: the message under review, which a task need not have. */
export const DRAFT_JSON = Prisma.sql`CASE WHEN m.id IS NOT NULL THEN json_build_object(
  'messageId', m.id, 'text', ${beginning(Prisma.sql`m.content`, SHOWN_CHARACTERS.said)},
  'wholeBytes', ${cutBytes(Prisma.sql`m.content`, SHOWN_CHARACTERS.said)}) END`;

/** A CallView, of the alias `k` (model_call). */
export const CALL_JSON = Prisma.sql`json_build_object(
  'id', k.id, 'seq', k.seq, 'scope', k.scope, 'turn', k.turn, 'agent', k.agent, 'purpose', k.purpose,
  'ordinal', k.ordinal, 'attempt', k.attempt, 'model', k.model, 'state', k.state,
  'failureType', k.failure_type, 'failureMessage', ${beginning(Prisma.sql`k.failure_message`, note)},
  'promptTokens', k.prompt_tokens, 'completionTokens', k.completion_tokens, 'costMicroUsd', k.cost_micro_usd,
  'firstTokenMs', k.first_token_ms, 'latencyMs', k.latency_ms, 'startedAt', k.started_at)`;

/** A ToolCallView, of the alias `o` (tool_call); arguments that are those before are null. The calls of a round belong to the request that stands there now. */
export const TOOL_CALL_JSON = Prisma.sql`json_build_object(
  'id', o.id,
  'messageId', (SELECT r.id FROM message r WHERE r.conversation_id = o.conversation_id AND r.seq = o.seq
                AND r.written_by = o.written_by AND r.superseded_at IS NULL),
  'seq', o.seq, 'index', o.index, 'scope', o.scope, 'agent', o.agent, 'callId', o.call_id, 'tool', o.tool,
  'proposedArguments', ${beginning(Prisma.sql`o.proposed_arguments`, machine)},
  'approvedArguments', ${beginning(Prisma.sql`nullif(o.approved_arguments, o.proposed_arguments)`, machine)},
  'effectiveArguments', ${beginning(Prisma.sql`nullif(o.effective_arguments, coalesce(o.approved_arguments, o.proposed_arguments))`, machine)},
  'state', o.state, 'attempts', o.attempts, 'result', ${beginning(Prisma.sql`o.result`, machine)},
  'cuts', json_strip_nulls(json_build_object(
    'proposedArguments', ${cutBytes(Prisma.sql`o.proposed_arguments`, machine)},
    'approvedArguments', ${cutBytes(Prisma.sql`o.approved_arguments`, machine)},
    'effectiveArguments', ${cutBytes(Prisma.sql`o.effective_arguments`, machine)},
    'result', ${cutBytes(Prisma.sql`o.result`, machine)})),
  'isError', o.is_error, 'revision', o.revision, 'startedAt', o.started_at, 'endedAt', o.ended_at)`;

/** An OpenCallView, of the alias `k` (model_call). */
export const OPEN_CALL_JSON = Prisma.sql`json_build_object(
  'id', k.id, 'seq', k.seq, 'scope', k.scope, 'agent', k.agent, 'purpose', k.purpose,
  'startedAt', k.started_at)`;

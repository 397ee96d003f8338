import { z } from 'zod';
import { sql } from '../../../../platform/sql.ts';
import { conversationStates, endStates } from '../../../../workflows/domain/recordStates.ts';
import { wakeUpSources } from '../../../../workflows/domain/recordStates.ts';
import { SHOWN_CHARACTERS } from '../../views/text/shownLimits.ts';
import { beginning } from '../texts/shownColumns.server.ts';
import type { ConversationHead, RunView } from './view.ts';

const { note } = SHOWN_CHARACTERS;

/**
 * The columns of a ConversationHead as one JSON value, over the alias `c`. Shared by the page, its stream and the
 * list's stream, so that they can't disagree.
 */
export const CONVERSATION_HEAD_JSON = sql`json_build_object(
  'id', c.id, 'revision', c.revision, 'title', c.title, 'state', c.state, 'stopReason', ${beginning(sql`c.stop_reason`, note)}, 'run', c.run,
  'turnCount', c.turn_count, 'messageCount', c.message_count,
  'promptTokens', c.prompt_tokens, 'completionTokens', c.completion_tokens,
  'costMicroUsd', c.cost_micro_usd, 'unpricedCalls', c.unpriced_calls, 'unknownCalls', c.unknown_calls,
  'createdAt', c.created_at, 'endedAt', c.ended_at, 'standing', c.standing,
  'wakes', (SELECT json_build_object('id', o.id, 'title', o.title) FROM conversation o
    WHERE o.id = c.wakes_conversation_id AND o.project_id = c.project_id),
  'waitingWakeUps', CASE WHEN c.standing THEN (
    SELECT count(*) FROM wake_up w WHERE w.conversation_id = c.id AND w.project_id = c.project_id AND w.state = 'waiting') ELSE 0 END)`;

/** The shape of CONVERSATION_HEAD_JSON. */
export const conversationHeadRow: z.ZodType<ConversationHead> = z.object({
  id: z.string(),
  revision: z.int(),
  title: z.string(),
  state: z.enum(conversationStates),
  stopReason: z.string().nullable(),
  run: z.int(),
  turnCount: z.int(),
  messageCount: z.int(),
  promptTokens: z.int(),
  completionTokens: z.int(),
  costMicroUsd: z.int(),
  unpricedCalls: z.int(),
  unknownCalls: z.int(),
  createdAt: z.string(),
  endedAt: z.string().nullable(),
  standing: z.boolean(),
  wakes: z.object({ id: z.string(), title: z.string() }).nullable(),
  waitingWakeUps: z.int(),
});

/** A RunView as JSON, over the alias `r` (conversation_run). */
export const RUN_JSON = sql`json_build_object(
  'run', r.run, 'hasTask', r.has_task, 'state', r.state, 'stopReason', ${beginning(sql`r.stop_reason`, note)}, 'revision', r.revision,
  'startedAt', r.started_at, 'endedAt', r.ended_at,
  'wokenBy', (SELECT coalesce(json_agg(json_build_object(
      'source', w.source, 'sourceId', w.source_id, 'name', coalesce(w.source_name, (SELECT u.name FROM "user" u WHERE u.id = w.user_id)), 'at', w.created_at)
      ORDER BY w.created_at, w.id), '[]')
    FROM wake_up w WHERE w.conversation_id = r.conversation_id AND w.project_id = r.project_id AND w.run = r.run))`;

/** The shape of RUN_JSON. */
export const runRow: z.ZodType<RunView> = z.object({
  run: z.int(),
  hasTask: z.boolean(),
  state: z.enum(endStates).nullable(),
  stopReason: z.string().nullable(),
  revision: z.int(),
  startedAt: z.string(),
  endedAt: z.string().nullable(),
  wokenBy: z.array(
    z.object({
      source: z.enum(wakeUpSources),
      sourceId: z.string().nullable(),
      name: z.string().nullable(),
      at: z.string(),
    }),
  ),
});

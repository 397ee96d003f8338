import { z } from 'zod';
import { sql, type Statement } from '../../../../platform/sql.ts';
import { messageTypes } from '../../../../workflows/domain/message.ts';
import { messageStatuses } from '../../../../workflows/domain/recordStates.ts';
import { endings } from '../../../../workflows/domain/transcript/ending.ts';
import { API_CHARACTERS, SHOWN_CHARACTERS, type TextLimits } from '../../views/text/shownLimits.ts';
import { beginning, cutBytes, isPacked, shownJson, WHOLE } from '../texts/shownColumns.server.ts';
import type { StoredMessageRow } from './storedMessageRow.ts';

/** How many characters of a passage are shown with a message. */
const PASSAGE_CHARACTERS = 200;

/** The look-ups behind the message `m`: those of its speaker's turn up to it, whose passages its marks can mean. */
const LOOK_UPS = sql`CASE WHEN m.citations IS NULL THEN NULL ELSE (
    SELECT coalesce(json_agg(json_build_object(
      'collections', l.collections, 'question', l.question, 'latencyMs', l.latency_ms,
      'passages', (SELECT coalesce(json_agg((p.passage - '{text,entryIds,similarity,bm25}'::text[])
                                            || jsonb_build_object('beginning', left(p.passage ->> 'text', ${PASSAGE_CHARACTERS}))
                                            ORDER BY p.place), '[]'::json)
                   FROM jsonb_array_elements(l.passages) WITH ORDINALITY AS p (passage, place)))
      ORDER BY l.seq, l.created_at), '[]'::json)
    FROM knowledge_lookup l
    WHERE l.conversation_id = m.conversation_id AND l.project_id = m.project_id AND l.turn = m.turn
      AND l.scope = m.scope AND l.speaker = m.source AND l.seq <= m.seq AND l.superseded_at IS NULL) END`;

/**
 * A StoredMessageRow as JSON, over the aliases `m` (message) and `u` (its user), with texts cut to the limits.
 */
function messageJson({ message: spoken, beside, machine: most }: TextLimits): Statement {
  const content = sql`m.content`;
  const thought = sql`m.thought`;
  const draft = sql`m.draft_content`;
  const feedback = sql`m.feedback`;
  const body = sql`m.body`;
  const memories = sql`m.memories`;
  return sql`json_build_object(
  'id', m.id, 'seq', m.seq, 'position', m.position, 'turn', m.turn, 'run', m.run, 'scope', m.scope,
  'type', m.type, 'source', m.source, 'content', ${beginning(content, spoken)}, 'body', ${shownJson(body, most)}, 'bodyIsPacked', ${isPacked(body, most)},
  'thought', ${beginning(thought, beside)}, 'ending', m.ending,
  'memories', ${shownJson(memories, most)}, 'memoriesArePacked', ${isPacked(memories, most)},
  'citations', m.citations, 'lookUps', ${LOOK_UPS},
  'cuts', json_strip_nulls(json_build_object(
    'content', ${cutBytes(content, spoken)}, 'thought', ${cutBytes(thought, beside)},
    'draftContent', ${cutBytes(draft, beside)}, 'feedback', ${cutBytes(feedback, beside)})),
  'copied', m.copied, 'status', m.status,
  'usage', (SELECT json_build_object('promptTokens', coalesce(k.prompt_tokens, 0),
                                     'completionTokens', coalesce(k.completion_tokens, 0))
            FROM model_call k WHERE k.id = m.model_call_id AND k.project_id = m.project_id),
  'draftContent', ${beginning(draft, beside)}, 'feedback', ${beginning(feedback, beside)},
  'person', u.name, 'modelCallId', m.model_call_id,
  'revision', m.revision, 'createdAt', m.created_at, 'superseded', m.superseded_at IS NOT NULL)`;
}

/** A message for a page and its stream. */
export const MESSAGE_JSON = messageJson(SHOWN_CHARACTERS);

/** A message for the API. */
export const API_MESSAGE_JSON = messageJson(API_CHARACTERS);

/** A message with its texts in full. */
export const WHOLE_MESSAGE_JSON = messageJson({ message: WHOLE, beside: WHOLE, machine: WHOLE, note: WHOLE });

/** The shape of each. Body, memories, citations and look-ups are stored by activities and parsed by their readers. */
export const messageRow: z.ZodType<StoredMessageRow> = z.object({
  id: z.string(),
  seq: z.int(),
  position: z.int(),
  turn: z.int(),
  run: z.int(),
  scope: z.string(),
  type: z.enum(messageTypes),
  source: z.string(),
  content: z.string(),
  body: z.custom<StoredMessageRow['body']>(),
  bodyIsPacked: z.boolean(),
  thought: z.string().nullable(),
  ending: z.enum(endings).nullable(),
  memories: z.custom<StoredMessageRow['memories']>(),
  memoriesArePacked: z.boolean(),
  citations: z.custom<StoredMessageRow['citations']>(),
  lookUps: z.custom<StoredMessageRow['lookUps']>(),
  cuts: z.record(z.string(), z.int()),
  copied: z.boolean(),
  status: z.enum(messageStatuses),
  usage: z.object({ promptTokens: z.int(), completionTokens: z.int() }).nullable(),
  draftContent: z.string().nullable(),
  feedback: z.string().nullable(),
  person: z.string().nullable(),
  modelCallId: z.string().nullable(),
  revision: z.int(),
  createdAt: z.string(),
  superseded: z.boolean(),
});

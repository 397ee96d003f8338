import { z } from 'zod';
import { joinSql, sql } from '../../../../platform/sql.ts';
import { taskStates } from '../../../../workflows/domain/recordStates.ts';
import {
  allTaskKinds,
  deadlineDecisions,
  waitsWithMessage,
} from '../../../../workflows/domain/tasks/registry.ts';
import { SHOWN_CHARACTERS } from '../../views/text/shownLimits.ts';
import { beginning, cutBytes, isPacked, shownJson } from '../texts/shownColumns.server.ts';
import type { TaskRow } from './taskOfRow.ts';
import type { TaskDraft } from './taskView.ts';

/**
 * A TaskView as JSON, without its detail, which taskOfRow reads; over the aliases `t` (human_task) and `u` (who
 * answered).
 */
export const TASK_JSON = sql`json_build_object(
  'id', t.id, 'kind', t.kind, 'state', t.state, 'turn', t.turn, 'seq', t.seq, 'speaker', t.speaker,
  'detail', ${shownJson(sql`t.detail`, SHOWN_CHARACTERS.beside)}, 'detailIsPacked', ${isPacked(sql`t.detail`, SHOWN_CHARACTERS.beside)}, 'deadlineAt', t.deadline_at, 'onDeadline', t.on_deadline, 'decision', t.decision,
  'votes', (SELECT coalesce(json_agg(json_build_object(
      'userId', vote.user_id, 'name', voter.name, 'decision', vote.decision, 'at', vote.voted_at)
      ORDER BY vote.voted_at, vote.user_id), '[]'::json)
    FROM task_vote vote LEFT JOIN "user" voter ON voter.id = vote.user_id
    WHERE vote.task_id = t.id AND vote.project_id = t.project_id),
  'answeredBy', u.name, 'revision', t.revision, 'openedAt', t.opened_at, 'closedAt', t.closed_at)`;

/** The shape of TASK_JSON. */
export const taskRow: z.ZodType<TaskRow> = z.object({
  id: z.string(),
  kind: z.enum(allTaskKinds),
  state: z.enum(taskStates),
  turn: z.int(),
  seq: z.int(),
  speaker: z.string(),
  detail: z.unknown(),
  detailIsPacked: z.boolean(),
  votes: z.array(
    z.object({ userId: z.string(), name: z.string().nullable(), decision: z.string(), at: z.string() }),
  ),
  deadlineAt: z.string().nullable(),
  onDeadline: z.enum(deadlineDecisions),
  decision: z.custom<TaskRow['decision']>((stored) => stored === null || typeof stored === 'string'),
  answeredBy: z.string().nullable(),
  revision: z.int(),
  openedAt: z.string(),
  closedAt: z.string().nullable(),
});

/** A TaskDraft as JSON, over the alias `m`: the message under review, if the task has one. */
export const DRAFT_JSON = sql`CASE WHEN m.id IS NOT NULL THEN json_build_object(
  'messageId', m.id, 'text', ${beginning(sql`m.content`, SHOWN_CHARACTERS.message)},
  'wholeBytes', ${cutBytes(sql`m.content`, SHOWN_CHARACTERS.message)}) END`;

/** The shape of DRAFT_JSON. */
export const draftRow: z.ZodType<TaskDraft | null> = z
  .object({ messageId: z.string(), text: z.string(), wholeBytes: z.int().nullable() })
  .nullable();

/** Joins a task (alias `t`) to the message `m` under review. */
export const JOIN_DRAFT = sql`LEFT JOIN message m
  ON t.kind IN (${joinSql(allTaskKinds.filter(waitsWithMessage))}) AND m.conversation_id = t.conversation_id
    AND m.project_id = t.project_id AND m.seq = t.seq AND m.superseded_at IS NULL`;

import { z } from 'zod';
import { queryRows, sql } from '../../../../platform/sql.ts';
import { storedState } from '../../../../workflows/contracts/storedState.ts';
import { teamConfigSchema } from '../../../../workflows/contracts/team.ts';
import type { ConversationState } from '../../../../workflows/domain/conversation/state.ts';
import { messageTypes } from '../../../../workflows/domain/message.ts';
import { taskStates, toolCallStates } from '../../../../workflows/domain/recordStates.ts';
import { allTaskKinds } from '../../../../workflows/domain/tasks/registry.ts';
import { progressOf } from '../../../../workflows/domain/terminations/progress.ts';
import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';
import type { StepView } from './stepView.ts';

/** How many messages a step shows: those of its turn and before it. */
const MESSAGES_SHOWN = 20;
const CHARACTERS_SHOWN = 2_000;

const messageRow = z.object({
  id: z.string(),
  seq: z.int(),
  turn: z.int(),
  source: z.string(),
  type: z.enum(messageTypes),
  text: z.string(),
  isCut: z.boolean(),
  isNew: z.boolean(),
});

const stepRow = z.object({
  title: z.string(),
  config: z.unknown(),
  turns: z.int(),
  speakers: z.array(z.object({ name: z.string(), scope: z.string() })),
  startedAt: z.string(),
  endedAt: z.string().nullable(),
  before: z.unknown(),
  next: z.unknown(),
  final: z.unknown(),
  messages: z.array(messageRow),
  messageCount: z.int(),
  replaced: z.array(messageRow),
  replacedIn: z.array(z.int()),
  tasks: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(allTaskKinds),
      speaker: z.string(),
      turn: z.int(),
      state: z.enum(taskStates),
      wasOpen: z.boolean(),
    }),
  ),
  toolCalls: z.array(z.object({ agent: z.string(), tool: z.string(), state: z.enum(toolCallStates) })),
  lookups: z.array(z.object({ speaker: z.string(), question: z.string(), passages: z.int() })),
  totals: z.object({
    costMicroUsd: z.int(),
    promptTokens: z.int(),
    completionTokens: z.int(),
    calls: z.int(),
    unpricedCalls: z.int(),
    unknownCalls: z.int(),
  }),
});

type StepRow = z.infer<typeof stepRow>;

/** How many turns a conversation has; null: the project has none of this id. */
export async function countTurns(
  { projectId }: ProjectScope,
  conversationId: string,
): Promise<{ title: string; turns: number } | null> {
  const [row] = await queryRows(
    services().database,
    sql`
    SELECT c.title, (SELECT coalesce(max(t.turn) + 1, 0)::int FROM turn t
                     WHERE t.conversation_id = c.id AND t.project_id = c.project_id) AS turns
    FROM conversation c WHERE c.id = ${conversationId}::uuid AND c.project_id = ${projectId}::uuid`,
    z.object({ title: z.string(), turns: z.int() }),
  );
  return row ?? null;
}

/**
 * A conversation as it was after a turn (from 1): by what is stored, in one snapshot. Null: the project has no such conversation, or
 * it has no such turn.
 */
export async function readStep(
  { projectId }: ProjectScope,
  conversationId: string,
  turn: number,
): Promise<StepView | null> {
  // Turns are counted from 0 in rows, and from 1 by people.
  const [row] = await queryRows(
    services().database,
    stepStatement(projectId, conversationId, turn - 1),
    stepRow,
  );
  if (row === undefined) return null;
  const { config: _config, before: _before, next: _next, final: _final, ...shown } = row;
  return { conversationId, turn, ...shown, ...stateOf(row) };
}

function stepStatement(projectId: string, conversationId: string, turn: number) {
  const message = sql`json_build_object(
    'id', m.id, 'seq', m.seq, 'turn', m.turn + 1, 'source', m.source, 'type', m.type,
    'text', left(m.content, ${CHARACTERS_SHOWN}), 'isCut', length(m.content) > ${CHARACTERS_SHOWN}, 'isNew', m.turn = ${turn})`;
  return sql`
    SELECT c.title, v.config, bounds.turns, speakers.list AS speakers, speakers.started_at AS "startedAt",
           to_json(bounds.ended_at) #>> '{}' AS "endedAt", states.before, states.next,
           CASE WHEN bounds.turns = ${turn + 1} AND c.ended_at IS NOT NULL THEN c.final_state END AS final,
           messages.list AS messages, messages.count AS "messageCount",
           replaced.list AS replaced, replaced.turns AS "replacedIn",
           tasks.list AS tasks, tool_calls.list AS "toolCalls", lookups.list AS lookups,
           json_build_object(
             'costMicroUsd', coalesce(calls.cost, 0) + coalesce(embeddings.cost, 0),
             'promptTokens', calls.prompt, 'completionTokens', calls.completion, 'calls', calls.count,
             'unpricedCalls', calls.unpriced, 'unknownCalls', calls.unknown) AS totals
    FROM conversation c
    JOIN team_version v ON v.id = c.team_version_id AND v.project_id = c.project_id
    CROSS JOIN LATERAL (
      SELECT max(t.turn) + 1 AS turns,
             coalesce(min(t.started_at) FILTER (WHERE t.turn > ${turn}), c.ended_at) AS ended_at
      FROM turn t WHERE t.conversation_id = c.id AND t.project_id = c.project_id
    ) bounds
    CROSS JOIN LATERAL (
      SELECT json_agg(json_build_object('name', t.speaker, 'scope', t.scope) ORDER BY t.started_at, t.speaker) AS list,
             to_json(min(t.started_at)) #>> '{}' AS started_at
      FROM turn t WHERE t.conversation_id = c.id AND t.project_id = c.project_id AND t.turn = ${turn}
    ) speakers
    CROSS JOIN LATERAL (
      SELECT (SELECT t.state_before FROM turn t WHERE t.conversation_id = c.id AND t.project_id = c.project_id
              AND t.turn = ${turn} ORDER BY t.started_at LIMIT 1) AS before,
             (SELECT t.state_before FROM turn t WHERE t.conversation_id = c.id AND t.project_id = c.project_id
              AND t.turn > ${turn} ORDER BY t.turn, t.started_at LIMIT 1) AS next
    ) states
    CROSS JOIN LATERAL (
      SELECT coalesce(json_agg(shown.message ORDER BY shown.position, shown.seq), '[]') AS list,
             coalesce(max(shown.total), 0)::int AS count
      FROM (
        SELECT ${message} AS message, m.position, m.seq, count(*) OVER () AS total
        FROM message m
        WHERE m.conversation_id = c.id AND m.project_id = c.project_id AND m.turn <= ${turn}
          AND m.superseded_at IS NULL AND NOT m.copied
        ORDER BY m.position DESC, m.seq DESC LIMIT ${MESSAGES_SHOWN}
      ) shown
    ) messages
    CROSS JOIN LATERAL (
      SELECT coalesce(json_agg(${message} ORDER BY m.position, m.seq) FILTER (WHERE m.turn = ${turn}), '[]') AS list,
             coalesce(json_agg(DISTINCT m.turn + 1), '[]') AS turns
      FROM message m
      WHERE m.conversation_id = c.id AND m.project_id = c.project_id AND m.superseded_at IS NOT NULL AND NOT m.copied
    ) replaced
    CROSS JOIN LATERAL (
      SELECT coalesce(json_agg(json_build_object(
               'id', t.id, 'kind', t.kind, 'speaker', t.speaker, 'turn', t.turn + 1, 'state', t.state,
               'wasOpen', coalesce(t.closed_at > bounds.ended_at, bounds.ended_at IS NULL AND t.closed_at IS NULL,
                                   t.closed_at IS NULL)) ORDER BY t.opened_at, t.id), '[]') AS list
      FROM human_task t
      WHERE t.conversation_id = c.id AND t.project_id = c.project_id AND t.turn <= ${turn}
        AND (t.turn = ${turn} OR t.closed_at IS NULL OR t.closed_at > bounds.ended_at)
    ) tasks
    CROSS JOIN LATERAL (
      SELECT coalesce(json_agg(json_build_object('agent', o.agent, 'tool', o.tool, 'state', o.state)
                               ORDER BY o.seq, o.index), '[]') AS list
      FROM tool_call o WHERE o.conversation_id = c.id AND o.project_id = c.project_id AND o.turn = ${turn}
    ) tool_calls
    CROSS JOIN LATERAL (
      SELECT coalesce(json_agg(json_build_object(
               'speaker', l.speaker, 'question', left(l.question, ${CHARACTERS_SHOWN}),
               'passages', jsonb_array_length(l.passages)) ORDER BY l.created_at), '[]') AS list
      FROM knowledge_lookup l
      WHERE l.conversation_id = c.id AND l.project_id = c.project_id AND l.turn = ${turn} AND l.superseded_at IS NULL
    ) lookups
    CROSS JOIN LATERAL (
      SELECT sum(k.cost_micro_usd) AS cost, coalesce(sum(k.prompt_tokens), 0)::int AS prompt,
             coalesce(sum(k.completion_tokens), 0)::int AS completion, count(*)::int AS count,
             (count(*) FILTER (WHERE k.state = 'completed' AND k.cost_micro_usd IS NULL))::int AS unpriced,
             (count(*) FILTER (WHERE k.state = 'unknown'))::int AS unknown
      FROM model_call k WHERE k.conversation_id = c.id AND k.project_id = c.project_id AND k.turn <= ${turn}
    ) calls
    CROSS JOIN LATERAL (
      SELECT sum(e.cost_micro_usd) AS cost
      FROM embedding_call e WHERE e.conversation_id = c.id AND e.project_id = c.project_id AND e.turn <= ${turn}
    ) embeddings
    WHERE c.id = ${conversationId}::uuid AND c.project_id = ${projectId}::uuid AND speakers.list IS NOT NULL`;
}

type StepState = Pick<
  StepView,
  'run' | 'stateFrom' | 'pattern' | 'participants' | 'termination' | 'turnsTaken'
>;

/** The state after the turn is the one before the next, if that belongs to the same run; or the one at the end. */
function stateOf({ config, before, next, final, endedAt }: StepRow): StepState {
  const own = read(before);
  const later = [read(next), read(final)].find((state) => state !== null && state.run === own?.run);
  const state = later ?? own;
  const team = teamConfigSchema.safeParse(config);
  const participants = team.success ? team.data.participants.map(({ name }) => name) : [];
  if (state === null) {
    return { run: null, stateFrom: null, pattern: null, participants, termination: null, turnsTaken: null };
  }
  const condition = team.success ? team.data.termination : null;
  const atMs = endedAt === null ? Date.now() : Date.parse(endedAt);
  return {
    run: state.run,
    stateFrom: later === undefined ? 'before' : 'after',
    pattern: state.pattern,
    participants,
    termination:
      condition === null || state.termination === null
        ? null
        : { condition, progress: progressOf(condition, state.termination, atMs) },
    turnsTaken: { taken: state.turnsTaken, limit: team.success ? team.data.maxTurns : null },
  };
}

/** Null: this version can't read it. */
function read(stored: unknown): ConversationState | null {
  try {
    return storedState(stored);
  } catch {
    return null;
  }
}

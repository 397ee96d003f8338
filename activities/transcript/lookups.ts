import { z } from 'zod';
import type { Database } from '../../platform/database.ts';
import { lockConversation } from '../../platform/rowLocks.ts';
import { queryRows, sql } from '../../platform/sql.ts';
import type { FoundPassage, Passage } from '../../workflows/domain/knowledge/passage.ts';
import { storableJson, storableText } from '../../workflows/domain/storable.ts';
import { writtenInRun } from '../../workflows/domain/writer.ts';
import type { Execution } from '../execution/execution.ts';
import type { ConversationKey } from './watchers.ts';
import { countLookup } from './workMetrics.ts';

/** What a look-up is for: a reply, or a call of a tool (`callIndex`). */
export interface LookupPlace extends ConversationKey {
  scope: string;
  turn: number;
  seq: number;
  speaker: string;
  callIndex: number | null;
}

/** Whose turn it is. */
export type SpeakersTurn = Pick<LookupPlace, 'projectId' | 'conversationId' | 'scope' | 'turn' | 'speaker'>;

const storedPassages = z.custom<Passage[]>(Array.isArray);

/**
 * What this activity, or another one of the same run, has looked up for the place with the same question; null: nothing yet. Without a
 * question only what the activity itself has.
 */
export async function readLookup(
  database: Pick<Database, 'knowledgeLookup'>,
  place: LookupPlace,
  execution: Execution,
  question?: string,
): Promise<Passage[] | null> {
  const { projectId, conversationId, scope, turn, seq, speaker, callIndex } = place;
  const here = { projectId, conversationId, supersededAt: null };
  const sameQuestion = {
    ...{ scope, turn, seq, speaker, callIndex },
    writtenBy: { startsWith: writtenInRun(execution.runId) },
  };
  const row = await database.knowledgeLookup.findFirst({
    where: {
      ...here,
      OR: [
        { writtenBy: execution.writtenBy },
        ...(question === undefined ? [] : [{ ...sameQuestion, question: storableText(question) }]),
      ],
    },
    orderBy: { createdAt: 'desc' },
    select: { passages: true },
  });
  return row === null ? null : storedPassages.parse(row.passages);
}

/**
 * Keeps what was looked up, each passage with a number that no other of the turn has. A second attempt's is not kept: what the first
 * has stored is returned.
 */
export async function storeLookup(
  database: Database,
  lookup: LookupPlace & {
    execution: Execution;
    collections: readonly string[];
    question: string;
    passages: readonly FoundPassage[];
    latencyMs: number;
  },
): Promise<Passage[]> {
  const { execution, collections, question, latencyMs, passages, ...place } = lookup;
  const kept = await database.$transaction(async (transaction) => {
    await lockConversation(transaction, place);
    const stored = await readLookup(transaction, place, execution);
    if (stored !== null) return { passages: stored, isNew: false };
    const before = await readTurnPassages(transaction, place);
    const first = 1 + Math.max(0, ...before.map(({ number }) => number));
    const numbered = storableJson(passages.map((passage, index) => ({ number: first + index, ...passage })));
    await transaction.knowledgeLookup.create({
      data: {
        ...place,
        collections: [...collections],
        question: storableText(question),
        passages: numbered,
        latencyMs,
        writtenBy: execution.writtenBy,
      },
    });
    return { passages: numbered, isNew: true };
  });
  if (kept.isNew) countLookup(latencyMs);
  return kept.passages;
}

/** All passages that were looked up in an agent's turn so far: what the marks in its answer can mean. */
export async function readTurnPassages(
  database: Pick<Database, 'knowledgeLookup'>,
  { projectId, conversationId, scope, turn, speaker }: SpeakersTurn,
): Promise<Passage[]> {
  const rows = await database.knowledgeLookup.findMany({
    where: { projectId, conversationId, scope, turn, speaker, supersededAt: null },
    orderBy: { createdAt: 'asc' },
    select: { passages: true },
  });
  return rows.flatMap(({ passages }) => storedPassages.parse(passages));
}

/** What was looked up before the answer that a turn is at: of several (after a rejected draft) the last; null: nothing was. */
export async function readPassagesBeforeAnswer(
  database: Pick<Database, 'knowledgeLookup'>,
  { projectId, conversationId, scope, turn, speaker }: SpeakersTurn,
): Promise<Passage[] | null> {
  const row = await database.knowledgeLookup.findFirst({
    where: { projectId, conversationId, scope, turn, speaker, callIndex: null, supersededAt: null },
    orderBy: [{ seq: 'desc' }, { createdAt: 'desc' }],
    select: { passages: true },
  });
  return row === null ? null : storedPassages.parse(row.passages);
}

/**
 * Whether passages of documents have been shown to anybody in a conversation, or a memory that may go back to some: what they say may be
 * behind all that was said since.
 */
export async function hasReadDocuments(
  database: Database,
  { projectId, conversationId }: ConversationKey,
): Promise<boolean> {
  const rows = await queryRows(
    database,
    sql`
    SELECT 1 AS one FROM knowledge_lookup
    WHERE conversation_id = ${conversationId}::uuid AND project_id = ${projectId}::uuid AND superseded_at IS NULL
      AND passages <> '[]'::jsonb
    UNION ALL
    SELECT 1 FROM memory_run
    WHERE conversation_id = ${conversationId}::uuid AND project_id = ${projectId}::uuid
      AND recalled @> '[{"afterDocuments": true}]'::jsonb
    LIMIT 1`,
    z.object({ one: z.literal(1) }),
  );
  return rows.length > 0;
}

import { z } from 'zod';
import type { Database } from '../../platform/database.ts';
import { queryRows, sql } from '../../platform/sql.ts';
import { messageTypes } from '../../workflows/domain/message.ts';
import type { GiveBack } from '../../workflows/domain/providers/giveBack.ts';
import { messageStatuses } from '../../workflows/domain/recordStates.ts';
import type { RejectedDraft } from '../../workflows/domain/request/rejectedDrafts.ts';
import type { MemoryContent, MessageBody, TranscriptEntry } from '../../workflows/domain/transcript/entry.ts';
import { isWrittenIn } from '../../workflows/domain/writer.ts';
import type { ConversationKey } from './watchers.ts';

/** The transcript at the start of an activity. */
export interface ReadTranscript {
  /** The entries that everybody sees, in order, of all teams. */
  entries: TranscriptEntry[];
  /** The speaker's drafts of this turn that were sent back. */
  rejected: RejectedDraft[];
  /** What this very activity stored in an earlier attempt, drafts included. */
  own: TranscriptEntry[];
  /** Entries of a lower seq were left unread; 0: all were read. */
  fromSeq: number;
  /** The newest position in it; later entries did not exist yet. */
  asOf: number;
  /** Whether another workflow run, abandoned by a reset, left messages from here on. */
  hasAbandonedTail: boolean;
}

const rowSchema = z.object({
  seq: z.int(),
  position: z.number(),
  scope: z.string(),
  turn: z.int(),
  run: z.int(),
  type: z.enum(messageTypes),
  source: z.string(),
  content: z.string(),
  body: z.custom<MessageBody | null>(),
  thought: z.string().nullable(),
  memories: z.custom<MemoryContent[][] | null>(),
  read_before: z.int().nullable(),
  give_back: z.custom<GiveBack | null>(),
  copied: z.boolean(),
  resets: z.boolean(),
  status: z.enum(messageStatuses),
  feedback: z.string().nullable(),
  written_by: z.string(),
});

type Row = z.infer<typeof rowSchema>;

/**
 * Reads what an activity needs of the transcript in one statement: all of it, or the entries from `fromSeq` on, which has
 * to be no higher than what the speaker had read when its turn began.
 */
export async function readEntries(
  database: Database,
  place: {
    projectId: string;
    conversationId: string;
    scope: string;
    turn: number;
    seq: number;
    speaker: string;
    nextSeq: number;
    runId: string;
    writtenBy: string;
  },
  fromSeq = 0,
): Promise<ReadTranscript> {
  const rows = await queryRows(
    database,
    sql`
    SELECT seq, position::float8 AS position, scope, turn, run, type, source, content, body, thought, memories,
           read_before, give_back, copied, resets, status, feedback, written_by
    FROM message
    WHERE conversation_id = ${place.conversationId}::uuid AND project_id = ${place.projectId}::uuid
      AND seq >= ${fromSeq}::int AND superseded_at IS NULL
    ORDER BY message.position, seq`,
    rowSchema,
  );
  // Numbers between the two were assigned earlier, to posts that came while the turn waited, in this run or before a
  // continue-as-new.
  const isAbandoned = (row: Row) =>
    (row.seq === place.seq || row.seq >= place.nextSeq) && !isWrittenIn(place.runId, row.written_by);
  const kept = rows.filter((row) => !isAbandoned(row));
  return {
    entries: kept.filter(({ status }) => status === 'final').map(entryOf),
    rejected: kept
      .filter(
        ({ status, turn, source, scope }) =>
          status === 'rejected' && turn === place.turn && source === place.speaker && scope === place.scope,
      )
      .map(({ content, feedback }) => ({ content, feedback: feedback ?? '' })),
    own: kept.filter(({ written_by }) => written_by === place.writtenBy).map(entryOf),
    fromSeq,
    asOf: Math.max(0, ...kept.map(({ position }) => position)),
    hasAbandonedTail: kept.length < rows.length,
  };
}

function entryOf(row: Row): TranscriptEntry {
  const {
    read_before: readBefore,
    give_back: giveBack,
    status: _status,
    feedback: _feedback,
    written_by: _writtenBy,
    ...entry
  } = row;
  return { ...entry, readBefore, giveBack };
}

/** A model's thoughts for a message of the transcript and the data to give back; null if there is no such message. */
export async function readEntry(
  database: Database,
  { projectId, conversationId }: ConversationKey,
  seq: number,
): Promise<{ thought: string | null; giveBack: GiveBack | null } | null> {
  const row = await database.message.findFirst({
    where: { projectId, conversationId, seq, supersededAt: null },
    select: { thought: true, giveBack: true },
  });
  return row === null ? null : { thought: row.thought, giveBack: row.giveBack as unknown as GiveBack | null };
}

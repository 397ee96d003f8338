import type { Database } from '../../platform/database.ts';
import type { GiveBack } from '../../workflows/domain/providers/giveBack.ts';
import type { RejectedDraft } from '../../workflows/domain/request/rejectedDrafts.ts';
import type { TranscriptEntry } from '../../workflows/domain/transcript/entry.ts';

/** The transcript as it is when an activity begins. */
export interface ReadTranscript {
  /** What stands in it for everybody, in order; of all teams. */
  entries: TranscriptEntry[];
  /** The speaker's drafts of this turn that were sent back. */
  rejected: RejectedDraft[];
  /** What this very activity stored in an earlier attempt, drafts included. */
  own: TranscriptEntry[];
  /** The newest position in it: later entries were not there yet. */
  asOf: number;
  /** Whether another workflow run, abandoned by a reset, left messages from here on. */
  hasAbandonedTail: boolean;
}

interface Row extends Omit<TranscriptEntry, 'readBefore' | 'giveBack'> {
  read_before: number | null;
  give_back: GiveBack | null;
  status: string;
  feedback: string | null;
  written_by: string;
}

/** Reads what an activity needs of the transcript in one statement. */
export async function readEntries(
  database: Database,
  place: {
    conversationId: string;
    scope: string;
    turn: number;
    seq: number;
    speaker: string;
    nextSeq: number;
    runId: string;
    writtenBy: string;
  },
): Promise<ReadTranscript> {
  const rows = await database.$queryRaw<Row[]>`
    SELECT seq, position::float8 AS position, scope, turn, run, type, source, content, body, thought, memories,
           read_before, give_back, copied, resets, status, feedback, written_by
    FROM message
    WHERE conversation_id = ${place.conversationId}::uuid AND superseded_at IS NULL
    ORDER BY message.position, seq`;
  // What stands between the two was given out before: posts that came while the turn waited, in this run or, before a
  // continue-as-new, in an earlier one.
  const isAbandoned = (row: Row) =>
    (row.seq === place.seq || row.seq >= place.nextSeq) && !row.written_by.startsWith(`${place.runId}:`);
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

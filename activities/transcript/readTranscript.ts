import type { Database } from '../../platform/database.ts';
import type { RejectedDraft } from '../../workflows/domain/request/replyOutline.ts';
import type { TranscriptMessage } from '../../workflows/domain/request/outline.ts';
import type { StoredMessage } from './storedMessage.ts';

/** The transcript as it is when an agent's turn begins. */
export interface TranscriptForReply {
  /** Messages that all participants see, in order. */
  messages: TranscriptMessage[];
  /** The agent's drafts of this turn that were sent back. */
  rejected: RejectedDraft[];
  /** What this very activity stored in an earlier attempt. */
  own: StoredMessage | null;
  /** Whether another workflow run, abandoned by a reset, left messages from here on. */
  hasAbandonedTail: boolean;
}

interface Row extends StoredMessage {
  turn: number;
  status: string;
  feedback: string | null;
  written_by: string;
}

/** Reads what a reply needs in one statement. */
export async function readTranscript(
  database: Database,
  reply: {
    conversationId: string;
    turn: number;
    seq: number;
    speaker: string;
    /** The first sequence number that the workflow had not given out when the reply was asked for. */
    nextSeq: number;
    runId: string;
    writtenBy: string;
  },
): Promise<TranscriptForReply> {
  const rows = await database.$queryRaw<Row[]>`
    SELECT seq, turn, type, source, content, status, feedback, written_by
    FROM message
    WHERE conversation_id = ${reply.conversationId}::uuid AND superseded_at IS NULL
    ORDER BY seq`;
  // What stands between the two was given out before: posts that came while the turn waited, in this run or, before a
  // continue-as-new, in an earlier one.
  const isAbandoned = (row: Row) =>
    (row.seq === reply.seq || row.seq >= reply.nextSeq) && !row.written_by.startsWith(`${reply.runId}:`);
  const kept = rows.filter((row) => !isAbandoned(row));
  return {
    messages: kept
      .filter(({ status }) => status === 'final')
      .map(({ seq, source, content }) => ({ seq, source, content })),
    rejected: kept
      .filter(
        ({ status, turn, source }) =>
          status === 'rejected' && turn === reply.turn && source === reply.speaker,
      )
      .map(({ content, feedback }) => ({ content, feedback: feedback ?? '' })),
    own: kept.find(({ seq, written_by }) => seq === reply.seq && written_by === reply.writtenBy) ?? null,
    hasAbandonedTail: kept.length < rows.length,
  };
}

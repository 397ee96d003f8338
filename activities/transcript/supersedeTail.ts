import type { Database, Transaction } from '../../platform/database.ts';

/**
 * Where an operator has reset the workflow, what the abandoned run wrote from `seq` on makes way: kept as superseded,
 * no longer part of the transcript. Money that it cost stays counted. A conversation that was over goes on.
 */
export async function supersedeTail(
  database: Database | Transaction,
  tail: {
    conversationId: string;
    turn: number;
    seq: number;
    /** The first sequence number that the workflow has not given out: what stands between the two stays. */
    nextSeq: number;
    runId: string;
  },
): Promise<void> {
  const { conversationId, turn, seq, nextSeq, runId } = tail;
  const messageCount = nextSeq > seq + 1 ? nextSeq : seq;
  await database.$executeRaw`
    WITH watched AS (
      UPDATE conversation SET revision = revision + 1, message_count = ${messageCount}, turn_count = ${turn}, updated_at = now(),
          state = 'running', ended_at = NULL, stop_reason = NULL, final_state = NULL
      WHERE id = ${conversationId}::uuid
      RETURNING id, run, revision
    ), reopened AS (
      UPDATE conversation_run SET state = NULL, stop_reason = NULL, ended_at = NULL, revision = watched.revision
      FROM watched
      WHERE conversation_run.conversation_id = watched.id AND conversation_run.run = watched.run AND conversation_run.state IS NOT NULL
    ), turns AS (
      DELETE FROM turn WHERE conversation_id = ${conversationId}::uuid AND turn >= ${turn} AND run_id <> ${runId}
    ), tasks AS (
      UPDATE human_task SET state = 'withdrawn', closed_at = now(), revision = watched.revision
      FROM watched
      WHERE human_task.conversation_id = watched.id AND human_task.state = 'open' AND human_task.run_id <> ${runId} AND human_task.seq >= ${seq}
    )
    UPDATE message SET superseded_at = now(), revision = watched.revision
    FROM watched
    WHERE message.conversation_id = watched.id AND message.superseded_at IS NULL
      AND (message.seq = ${seq} OR message.seq >= ${nextSeq})
      AND split_part(message.written_by, ':', 1) <> ${runId}`;
}

import type { Database } from '../../platform/database.ts';
import type { Logger } from '../../platform/logger.ts';
import { execute, sql } from '../../platform/sql.ts';
import { storableText } from '../../workflows/domain/storable.ts';
import type { Execution } from '../execution/execution.ts';

/** As much of a text is shown while it arrives: what comes after it is only counted, so that a long one is not written over and over. */
export const LIVE_CHARACTERS = 64_000;

/** How often the text so far is written at most. */
export const LIVE_TEXT_INTERVAL_MS = 200;

export interface LiveText {
  /** The whole text so far. */
  show(text: string): void;
  /** No write happens after this has resolved. */
  stop(): Promise<void>;
}

/**
 * Keeps the text so far of a message that is being written in its row. A reply that takes less than one interval never
 * writes any. A write that fails is logged and the next one tried: the message itself does not depend on it.
 */
export function startLiveText(
  database: Database,
  logger: Logger,
  message: { projectId: string; conversationId: string; seq: number; speaker: string; execution: Execution },
): LiveText {
  let text = '';
  let writtenLength: number | null = null;
  let writing: Promise<void> = Promise.resolve();
  let busy = false;

  const write = async () => {
    busy = true;
    const current = text;
    try {
      await upsert(database, message, storableText(current));
      writtenLength = current.length;
    } catch (error) {
      logger.warn({ err: error, conversationId: message.conversationId }, 'live text not written');
    } finally {
      busy = false;
    }
  };
  const timer = setInterval(() => {
    if (!busy && text.length !== writtenLength) writing = write();
  }, LIVE_TEXT_INTERVAL_MS);

  return {
    show: (next) => {
      text = next;
    },
    stop: async () => {
      clearInterval(timer);
      await writing;
    },
  };
}

/**
 * An attempt that was overtaken writes nothing over a later one's text, or over a message that is stored already; a
 * text that nobody has touched for a while belongs to nobody.
 */
async function upsert(
  database: Database,
  message: { projectId: string; conversationId: string; seq: number; speaker: string; execution: Execution },
  whole: string,
): Promise<void> {
  const text = beginningOf(whole);
  const { projectId, conversationId, seq, speaker, execution } = message;
  await execute(
    database,
    sql`
    INSERT INTO live_text (conversation_id, seq, project_id, source, text, length, attempt)
    SELECT ${conversationId}::uuid, ${seq}, ${projectId}::uuid, ${speaker}, ${text}, ${whole.length}, ${execution.attempt}
    WHERE NOT EXISTS (
      SELECT 1 FROM message
      WHERE conversation_id = ${conversationId}::uuid AND project_id = ${projectId}::uuid AND seq = ${seq}
        AND superseded_at IS NULL
        AND written_by = ${execution.writtenBy}
    ) AND EXISTS (
      -- What is over has nothing that is being written: a workflow that was terminated may leave its activity behind.
      SELECT 1 FROM conversation
      WHERE id = ${conversationId}::uuid AND project_id = ${projectId}::uuid AND ended_at IS NULL
    )
    ON CONFLICT (conversation_id, seq) DO UPDATE
    SET text = excluded.text, length = excluded.length, attempt = excluded.attempt, source = excluded.source,
        version = live_text.version + 1, updated_at = now()
    WHERE live_text.attempt <= excluded.attempt OR live_text.updated_at < now() - interval '30 seconds'`,
  );
}

/** Not half a character: what is no text can't be stored. */
function beginningOf(whole: string): string {
  if (whole.length <= LIVE_CHARACTERS) return whole;
  const last = whole.charCodeAt(LIVE_CHARACTERS - 1);
  return whole.slice(0, last >= 0xd800 && last <= 0xdbff ? LIVE_CHARACTERS - 1 : LIVE_CHARACTERS);
}

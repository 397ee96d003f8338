import type { Database } from '../../platform/database.ts';
import type { Logger } from '../../platform/logger.ts';
import { execute, sql, type Statement } from '../../platform/sql.ts';
import { storableText } from '../../workflows/domain/storable.ts';
import type { Execution } from '../execution/execution.ts';

/** As much of a text is shown while it arrives: what comes after it is only counted, so that a long one is not written over and over. */
export const LIVE_CHARACTERS = 64_000;

/** How often the text so far is written at most. */
export const LIVE_TEXT_INTERVAL_MS = 200;

/** The message of which a request's answer becomes the text. */
interface LiveMessage {
  projectId: string;
  conversationId: string;
  seq: number;
  speaker: string;
  callId: string;
  execution: Execution;
}

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
export function startLiveText(database: Database, logger: Logger, message: LiveMessage): LiveText {
  let text = '';
  let writtenLength: number | null = null;
  let writing: Promise<void> = Promise.resolve();
  let busy = false;

  const writeSoFar = async () => {
    busy = true;
    const current = text;
    try {
      await write(database, message, storableText(current));
      writtenLength = current.length;
    } catch (error) {
      logger.warn({ err: error, conversationId: message.conversationId }, 'live text not written');
    } finally {
      busy = false;
    }
  };
  const timer = setInterval(() => {
    if (!busy && text.length !== writtenLength) writing = writeSoFar();
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

/** Writes on in the row of this request's text, or adds that row. */
async function write(database: Database, message: LiveMessage, whole: string): Promise<void> {
  const { projectId, conversationId, seq, callId, execution } = message;
  const changed = await execute(
    database,
    sql`
    UPDATE live_text
    SET text = ${beginningOf(whole)}, length = ${whole.length}, attempt = ${execution.attempt},
        version = version + 1, updated_at = now()
    WHERE conversation_id = ${conversationId}::uuid AND project_id = ${projectId}::uuid AND seq = ${seq}
      AND model_call_id = ${callId}::uuid AND attempt <= ${execution.attempt}`,
  );
  if (changed === 0) await add(database, message, whole);
}

/**
 * Adds the row while the request is open in the ledger. Whoever ends a turn (a stored message, the end of a run, a reset, the next
 * attempt) closes its request before it deletes the text, so the lock on the request keeps a late writer from adding the
 * row again. The text of a request that is still open is taken over by a later attempt alone.
 */
async function add(database: Database, message: LiveMessage, whole: string): Promise<void> {
  const { projectId, seq, speaker, callId, execution } = message;
  await execute(
    database,
    sql`
    INSERT INTO live_text (conversation_id, seq, project_id, source, text, length, attempt, model_call_id)
    SELECT conversation_id, ${seq}::int, project_id, ${speaker}, ${beginningOf(whole)}, ${whole.length}::int,
           ${execution.attempt}::int, id
    FROM model_call WHERE id = ${callId}::uuid AND project_id = ${projectId}::uuid AND state = 'open'
    FOR SHARE
    ON CONFLICT (conversation_id, seq) DO UPDATE
    SET text = excluded.text, length = excluded.length, attempt = excluded.attempt, source = excluded.source,
        model_call_id = excluded.model_call_id, version = live_text.version + 1, updated_at = now()
    WHERE live_text.attempt <= excluded.attempt OR live_text.updated_at < now() - interval '30 seconds'
      OR EXISTS (SELECT 1 FROM model_call earlier WHERE earlier.id = live_text.model_call_id AND earlier.state <> 'open')`,
  );
}

/**
 * Of a row of `live_text`: whether it may be deleted with this request, because it is not the text of another one that is
 * still open. An abandoned request does not take away what its successor has written.
 */
export function isOfNoOther(callId: string): Statement {
  return sql`NOT EXISTS (
    SELECT 1 FROM model_call other
    WHERE other.id = live_text.model_call_id AND other.project_id = live_text.project_id AND other.id <> ${callId}::uuid AND other.state = 'open')`;
}

/** Not half a character: what is no text can't be stored. */
function beginningOf(whole: string): string {
  if (whole.length <= LIVE_CHARACTERS) return whole;
  const last = whole.charCodeAt(LIVE_CHARACTERS - 1);
  return whole.slice(0, last >= 0xd800 && last <= 0xdbff ? LIVE_CHARACTERS - 1 : LIVE_CHARACTERS);
}

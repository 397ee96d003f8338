import type { Database } from '../../platform/database.ts';

/** Everything that the database holds about a conversation, in the order in which it was written. */
export async function rowsOf(database: Database, conversationId: string) {
  const where = { conversationId };
  return {
    conversation: await database.conversation.findUniqueOrThrow({ where: { id: conversationId } }),
    messages: await database.message.findMany({ where, orderBy: [{ seq: 'asc' }, { createdAt: 'asc' }] }),
    calls: await database.modelCall.findMany({ where, orderBy: { startedAt: 'asc' } }),
    turns: await database.turn.findMany({ where, orderBy: { turn: 'asc' } }),
    tasks: await database.humanTask.findMany({ where, orderBy: { openedAt: 'asc' } }),
    liveTexts: await database.liveText.findMany({ where }),
  };
}

/**
 * Of the transcript: "seq source: content (status)", without superseded messages and without the status of final
 * ones.
 */
export async function linesOf(database: Database, conversationId: string): Promise<string[]> {
  const { messages } = await rowsOf(database, conversationId);
  return messages
    .filter(({ supersededAt }) => supersededAt === null)
    .map(({ seq, source, content, status }) => {
      const line = `${String(seq)} ${source}: ${content}`;
      return status === 'final' ? line : `${line} (${status})`;
    });
}

interface Stamped {
  id: string;
  revision: bigint;
}

/**
 * The revisions of the messages and tasks that something changed, and those of the conversation before and after it.
 * A watcher who has seen the conversation at a revision must be able to find every later change by its revision.
 */
export async function stampsOf(
  database: Database,
  conversationId: string,
  act: () => Promise<unknown>,
): Promise<{ before: bigint; after: bigint; changed: bigint[] }> {
  const earlier = await rowsOf(database, conversationId);
  await act();
  const later = await rowsOf(database, conversationId);
  const known = new Map([...earlier.messages, ...earlier.tasks].map((row) => [row.id, fingerprint(row)]));
  const changed = [...later.messages, ...later.tasks].filter((row) => known.get(row.id) !== fingerprint(row));
  return {
    before: earlier.conversation.revision,
    after: later.conversation.revision,
    changed: changed.map(({ revision }) => revision),
  };
}

function fingerprint(row: Stamped): string {
  return JSON.stringify(row, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
}

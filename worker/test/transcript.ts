import type { Database } from '../../platform/database.ts';
import type { ScriptedReply } from '../../test/support/scriptedReply.ts';
import type { TeamConfig } from '../../workflows/domain/team.ts';
import type { Colloquy } from './colloquy.ts';

/** The transcript as its participants see it: "source: content" in order. */
export async function transcriptOf(database: Database, conversationId: string): Promise<string[]> {
  const rows = await database.message.findMany({
    where: { conversationId, supersededAt: null, status: 'final' },
    orderBy: { seq: 'asc' },
  });
  return rows.map(({ source, content }) => `${source}: ${content}`);
}

/**
 * Everything that happened in a conversation, including events and inner teams, in the order in which it was written:
 * "scope/source Type: content", without the type of a plain text.
 */
export async function storyOf(database: Database, conversationId: string): Promise<string[]> {
  const rows = await database.message.findMany({
    where: { conversationId, supersededAt: null, status: 'final', copied: false },
    orderBy: [{ position: 'asc' }, { seq: 'asc' }],
  });
  return rows.map(({ scope, source, type, content }) => {
    const who = scope === '' ? source : `${scope}/${source}`;
    return type === 'TextMessage' ? `${who}: ${content}` : `${who} ${type}: ${content}`;
  });
}

/** Runs a team to its end on a script; returns how it ended, and its transcript after the task. */
export async function play(colloquy: Colloquy, config: TeamConfig, ...replies: ScriptedReply[]) {
  colloquy.model.script(...replies);
  const id = await colloquy.start(config);
  const outcome: unknown = await colloquy.handle(id).result();
  return { id, outcome, story: (await storyOf(colloquy.database, id)).slice(1) };
}

/** The states of a conversation's model calls, in the order in which they were sent. */
export async function callStatesOf(database: Database, conversationId: string): Promise<string[]> {
  const rows = await database.modelCall.findMany({
    where: { conversationId },
    orderBy: { startedAt: 'asc' },
  });
  return rows.map(({ state }) => state);
}

/** Asks until the condition holds; fails after the timeout with what was last seen. */
export async function eventually<T>(
  read: () => Promise<T>,
  isSo: (value: T) => boolean,
  timeoutMs = 60_000,
): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const value = await read();
    if (isSo(value)) return value;
    if (Date.now() > deadline)
      throw new Error(`Not within ${String(timeoutMs)} ms: ${JSON.stringify(value)}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

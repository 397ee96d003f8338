import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createDatabase, type Database } from '../../platform/database.ts';
import { createLogger } from '../../platform/logger.ts';
import { countNewer } from '../app/data/conversations/countNewer.server.ts';
import { lookAtWatched } from '../app/data/conversations/lookAtWatched.server.ts';
import { readChanges } from '../app/data/conversations/readChanges.server.ts';
import type { ConversationEvents } from '../app/data/live/events.ts';
import { createHub, type LiveHub } from '../app/data/live/hub.server.ts';
import { NO_PENDING_WORK } from '../app/data/runs/pendingWorkView.ts';
import { addConversation, addMessage, underNextRevision } from './support/conversationRows.ts';
import { type DataWorld, openDataWorld, type TestProject } from './support/dataWorld.ts';

const EVERYTHING = { state: null, teamId: null, search: '' };

let world: DataWorld;
let project: TestProject;
const hubs: LiveHub[] = [];
const clients: Database[] = [];

/** A hub as in another web process, with a client of its own. */
function startHub(): LiveHub {
  const database = createDatabase(world.url, { poolSize: 2 });
  const hub = createHub({
    logger: createLogger({ process: 'test', level: 'silent' }),
    pollMs: 20,
    slowPollMs: 40,
    reads: {
      look: (watched) => lookAtWatched(database, watched),
      changes: (seen) => readChanges(database, seen),
      countNewer: (pages) => countNewer(database, pages),
      pendingWork: () => Promise.resolve(NO_PENDING_WORK),
    },
  });
  hubs.push(hub);
  clients.push(database);
  return hub;
}

/** A reader that keeps what a browser would keep: the messages, the live text, and the last event's id. */
function readFrom(hub: LiveHub, id: string, revision = 0) {
  const seen = { revision, messages: [] as string[], live: new Map<number, string>(), ended: [] as number[] };
  const close = hub.watchConversation({
    projectId: project.scope.projectId,
    id,
    revision,
    send: (name, data, eventId) => {
      if (eventId !== undefined) seen.revision = Number(eventId);
      if (name === 'change') {
        seen.messages.push(...(data as ConversationEvents['change']).messages.map(({ content }) => content));
      }
      if (name === 'live') {
        const { seq, offset, text } = data as ConversationEvents['live'];
        const before = seen.live.get(seq) ?? '';
        if (offset !== 0 && offset !== before.length) throw new Error(`A gap at ${String(offset)}`);
        seen.live.set(seq, before.slice(0, offset) + text);
      }
      if (name === 'live_end') seen.ended.push((data as ConversationEvents['live_end']).seq);
    },
  });
  return { seen, close };
}

async function until(holds: () => boolean): Promise<void> {
  for (let waited = 0; !holds(); waited += 10) {
    if (waited > 5_000) throw new Error('It never came');
    await sleep(10);
  }
}

const writeLive = (id: string, text: string, version: number, attempt = 1) =>
  world.database.liveText.upsert({
    where: { conversationId_seq: { conversationId: id, seq: 9 } },
    create: {
      conversationId: id,
      seq: 9,
      projectId: project.scope.projectId,
      source: 'writer',
      text,
      attempt,
      version,
    },
    update: { text, attempt, version },
  });

beforeAll(async () => {
  world = await openDataWorld();
  project = await world.addProject();
});
afterEach(async () => {
  await Promise.all(hubs.splice(0).map((hub) => hub.close()));
  await Promise.all(clients.splice(0).map((client) => client.$disconnect()));
});
afterAll(async () => {
  await world.close();
});

describe('the live hub', () => {
  it('gives every reader each message once, in order, on any number of hubs', async () => {
    const id = await addConversation(world.database, project);
    const readers = [startHub(), startHub()].flatMap((hub) => [readFrom(hub, id), readFrom(hub, id)]);
    const contents = Array.from({ length: 25 }, (_, seq) => `message ${String(seq)}`);
    for (const [seq, content] of contents.entries())
      await addMessage(world.database, project, id, { seq, content });
    await until(() => readers.every(({ seen }) => seen.messages.length >= contents.length));
    for (const { seen } of readers) expect(seen.messages).toEqual(contents);
  });

  it('resumes after a reconnect where the reader was, on another hub', async () => {
    const id = await addConversation(world.database, project);
    const first = readFrom(startHub(), id);
    await addMessage(world.database, project, id, { seq: 0, content: 'before' });
    await until(() => first.seen.messages.length === 1);
    first.close();
    await addMessage(world.database, project, id, { seq: 1, content: 'meanwhile' });
    await writeLive(id, 'half a sen', 4);
    const again = readFrom(startHub(), id, first.seen.revision);
    await until(() => again.seen.messages.length === 1 && again.seen.live.size === 1);
    await addMessage(world.database, project, id, { seq: 2, content: 'after' });
    await until(() => again.seen.messages.length === 2);
    expect(again.seen.messages).toEqual(['meanwhile', 'after']);
    expect(again.seen.live.get(9)).toBe('half a sen');
  });

  it('sends the text as it grows, all of it to a late reader, and reports its end', async () => {
    const id = await addConversation(world.database, project);
    const hub = startHub();
    const early = readFrom(hub, id);
    await writeLive(id, 'Once', 1);
    await until(() => early.seen.live.get(9) === 'Once');
    const late = readFrom(hub, id);
    await writeLive(id, 'Once upon a time', 2);
    await until(() => [early, late].every(({ seen }) => seen.live.get(9) === 'Once upon a time'));
    await writeLive(id, 'Again', 3, 2);
    await until(() => [early, late].every(({ seen }) => seen.live.get(9) === 'Again'));
    await underNextRevision(world.database, id, async (transaction, revision) => {
      await transaction.liveText.deleteMany({ where: { conversationId: id } });
      await transaction.message.create({
        data: {
          projectId: project.scope.projectId,
          conversationId: id,
          seq: 9,
          turn: 9,
          source: 'writer',
          type: 'TextMessage',
          content: 'Again and done',
          writtenBy: 'test:live',
          revision,
        },
      });
    });
    await until(() =>
      [early, late].every(({ seen }) => seen.ended.includes(9) && seen.messages.length === 1),
    );
  });

  it('sends a long transcript in parts, its end with the last of them, and resumes after any of them', async () => {
    const count = 530;
    const id = await addConversation(world.database, project, {
      state: 'finished',
      endedAt: new Date(),
      messageCount: count,
      revision: count + 3,
    });
    await world.database.message.createMany({
      data: Array.from({ length: count }, (_, seq) => ({
        projectId: project.scope.projectId,
        conversationId: id,
        seq,
        turn: seq,
        source: 'writer',
        type: 'TextMessage',
        content: String(seq),
        writtenBy: `test:${String(seq)}`,
        position: seq + 1,
        // Some are written together.
        revision: Math.floor(seq / 3) * 3 + 1,
      })),
    });
    const parts: { id: number; state: string; messages: string[] }[] = [];
    const watch = (revision: number) =>
      startHub().watchConversation({
        projectId: project.scope.projectId,
        id,
        revision,
        send: (name, data, eventId) => {
          if (name !== 'change') return;
          const { conversation, messages } = data as ConversationEvents['change'];
          expect(conversation.revision).toBe(Number(eventId));
          parts.push({
            id: Number(eventId),
            state: conversation.state,
            messages: messages.map(({ content }) => content),
          });
        },
      });
    const close = watch(0);
    await until(() => parts.at(-1)?.id === count + 3);
    close();
    const all = Array.from({ length: count }, (_, seq) => String(seq));
    expect(parts.flatMap(({ messages }) => messages)).toEqual(all);
    expect(parts.length).toBeGreaterThan(2);
    for (const { messages } of parts) expect(messages.length).toBeLessThanOrEqual(202);
    expect(parts.map(({ state }) => state)).toEqual([...parts.slice(1).map(() => 'running'), 'finished']);

    const [first] = parts.splice(0);
    watch(first?.id ?? 0);
    await until(() => parts.at(-1)?.id === count + 3);
    expect([...(first?.messages ?? []), ...parts.flatMap(({ messages }) => messages)]).toEqual(all);
  });

  it('sends nothing of another project’s conversation', async () => {
    const stranger = await world.addProject();
    const id = await addConversation(world.database, stranger);
    const { seen } = readFrom(startHub(), id);
    await addMessage(world.database, stranger, id, { seq: 0, content: 'secret' });
    await sleep(150);
    expect(seen.messages).toEqual([]);
  });

  it('updates the rows of an open page and counts what is newer', async () => {
    const id = await addConversation(world.database, project, { createdAt: new Date(Date.now() - 60_000) });
    const row = await world.database.conversation.findUniqueOrThrow({ where: { id } });
    const rows: unknown[] = [];
    const counts: unknown[] = [];
    startHub().watchList({
      page: {
        projectId: project.scope.projectId,
        filters: { ...EVERYTHING, state: 'paused' },
        newest: { createdAt: row.createdAt.toISOString(), id },
      },
      rows: new Map([[id, 1]]),
      send: (name, data) => void (name === 'rows' ? rows : counts).push(data),
    });
    await underNextRevision(world.database, id, () => Promise.resolve(), { state: 'finished', turnCount: 4 });
    await until(() => rows.length === 1);
    expect(rows).toMatchObject([[{ id, state: 'finished', turnCount: 4, revision: 2 }]]);
    await addConversation(world.database, project, { state: 'paused' });
    await until(() => counts.length === 1);
    expect(counts).toEqual([{ count: 1 }]);
  });
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readConversationHead } from '../app/data/conversations/readConversationHead.server.ts';
import { startConversation } from '../app/data/conversations/startConversation.server.ts';
import { postMessage } from '../app/data/messages/postMessage.server.ts';
import { listStanding } from '../app/data/standing/listStanding.server.ts';
import { setStanding } from '../app/data/standing/setStanding.server.ts';
import { setWakes } from '../app/data/standing/setWakes.server.ts';
import { wakeByHand } from '../app/data/standing/wakeByHand.server.ts';
import { addConversation } from './support/conversationRows.ts';
import { type DataWorld, openDataWorld, type TestProject } from './support/dataWorld.ts';

let world: DataWorld;
let project: TestProject;
let stranger: TestProject;
beforeAll(async () => {
  world = await openDataWorld();
  project = await world.addProject();
  stranger = await world.addProject();
});
afterAll(() => world.close());

const asleep = { state: 'sleeping', standing: true, endedAt: new Date(), finalState: {} } as const;
const rowOf = (id: string) => world.database.conversation.findUniqueOrThrow({ where: { id } });
const wakeUpsOf = (conversationId: string) => world.database.wakeUp.findMany({ where: { conversationId } });
const actionsOn = async (subjectId: string) =>
  (await world.database.auditEvent.findMany({ where: { subjectId } })).map(({ action }) => action);

describe('a standing conversation, while Temporal cannot be reached', () => {
  it('is one from its start if the form says so; the same form without it is another request', async () => {
    const form = { team: { teamId: project.teamId }, task: 'Watch', idempotencyKey: randomUUID() };
    const started = await startConversation(project.scope, project.userId, { ...form, standing: true });
    if (started.outcome !== 'written') throw new Error('Temporal is away');
    expect(await rowOf(started.conversationId)).toMatchObject({ standing: true, state: 'starting' });
    expect(await startConversation(project.scope, project.userId, form)).toMatchObject({
      outcome: 'differs',
    });
  });

  it('keeps what wakes it, once for each form, and says who did', async () => {
    const id = await addConversation(world.database, project, asleep);
    const submissionId = randomUUID();
    const post = (text: string) =>
      postMessage(project.scope, project.userId, id, { intent: 'post', submissionId, text });
    expect(await post('Hello')).toEqual({ outcome: 'handed_in' });
    expect(await post('Hello')).toEqual({ outcome: 'handed_in' });
    expect(await post('Something else')).toEqual({ outcome: 'differs' });
    const byHand = { conversationId: id, key: randomUUID() };
    expect(await wakeByHand(project.scope, project.userId, byHand)).toEqual({
      outcome: 'written',
      isRepeated: false,
    });
    expect(await wakeUpsOf(id)).toMatchObject([
      { source: 'message', text: 'Hello', state: 'waiting', userId: project.userId, toldAt: null },
      { source: 'by_hand', text: '', state: 'waiting' },
    ]);
    expect(await actionsOn(id)).toEqual(['conversation.wake', 'conversation.wake']);
  });

  it('is woken by nobody from another project, and nothing wakes one that is not standing', async () => {
    const id = await addConversation(world.database, project, asleep);
    const byHand = { conversationId: id, key: randomUUID() };
    expect(await wakeByHand(stranger.scope, stranger.userId, byHand)).toBeNull();
    const switched = { conversationId: id, standing: false };
    expect(await setStanding(stranger.scope, stranger.userId, switched)).toBeNull();
    const ended = await addConversation(world.database, project, { state: 'finished', endedAt: new Date() });
    expect(await wakeByHand(project.scope, project.userId, { ...byHand, conversationId: ended })).toEqual({
      outcome: 'not_standing',
    });
  });

  it('ends with the outcome of its newest run, drops what waits, and can be made standing again', async () => {
    const id = await addConversation(world.database, project, asleep);
    await world.database.conversationRun.create({
      data: {
        conversationId: id,
        projectId: project.scope.projectId,
        run: 0,
        hasTask: true,
        state: 'stopped',
        revision: 1,
      },
    });
    await wakeByHand(project.scope, project.userId, { conversationId: id, key: randomUUID() });
    const set = (standing: boolean) =>
      setStanding(project.scope, project.userId, { conversationId: id, standing });
    expect(await set(false)).toEqual({ outcome: 'done' });
    expect(await rowOf(id)).toMatchObject({ state: 'stopped', standing: false });
    expect(await wakeUpsOf(id)).toMatchObject([{ state: 'dropped' }]);
    expect(await set(false)).toEqual({ outcome: 'done' });
    expect(await set(true)).toEqual({ outcome: 'done' });
    expect(await rowOf(id)).toMatchObject({ state: 'sleeping', standing: true });
  });

  it('is named at the start of another that wakes it; only one of the same project that is standing', async () => {
    const id = await addConversation(world.database, project, asleep);
    const ended = await addConversation(world.database, project, { state: 'finished', endedAt: new Date() });
    const foreign = await addConversation(world.database, stranger, asleep);
    const start = (wakes: string | undefined, idempotencyKey: string = randomUUID()) =>
      startConversation(project.scope, project.userId, {
        team: { teamId: project.teamId },
        task: 'Write',
        wakes,
        idempotencyKey,
      });
    for (const other of [ended, foreign, randomUUID()])
      expect(await start(other)).toEqual({ outcome: 'not_standing' });
    const key = randomUUID();
    const started = await start(id, key);
    if (started.outcome !== 'written') throw new Error('Temporal is away');
    expect(await rowOf(started.conversationId)).toMatchObject({ wakesId: id, standing: false });
    expect(await start(id, key)).toEqual(started);
    expect(await start(undefined, key)).toMatchObject({ outcome: 'differs' });
    const read = await readConversationHead(project.scope, started.conversationId);
    expect(read?.head.wakes).toEqual({ id, title: 'A conversation' });
    expect((await listStanding(project.scope)).map((each) => each.id)).toContain(id);
    expect((await listStanding(stranger.scope)).map((each) => each.id)).toEqual([foreign]);
  });

  it('can be given to one that exists already, and taken from it, and no circle comes of it', async () => {
    const [first, second, third] = [
      await addConversation(world.database, project, asleep),
      await addConversation(world.database, project, asleep),
      await addConversation(world.database, project, asleep),
    ];
    const set = (conversationId: string, wakes: string | null) =>
      setWakes(project.scope, project.userId, { conversationId, wakes });
    const before = (await rowOf(first)).revision;
    expect(await set(first, second)).toEqual({ outcome: 'done' });
    expect(await rowOf(first)).toMatchObject({ wakesId: second, revision: before + 1n });
    expect(await set(first, second)).toEqual({ outcome: 'done' });
    expect(await rowOf(first)).toMatchObject({ revision: before + 1n });
    expect(await set(second, third)).toEqual({ outcome: 'done' });
    expect(await set(third, first)).toEqual({ outcome: 'circle' });
    expect(await set(first, first)).toEqual({ outcome: 'circle' });
    expect(await set(second, null)).toEqual({ outcome: 'done' });
    expect(await set(third, first)).toEqual({ outcome: 'done' });
    const foreign = await addConversation(world.database, stranger, asleep);
    expect(await set(second, foreign)).toEqual({ outcome: 'not_standing' });
    expect(await set(foreign, first)).toBeNull();
  });

  it('is given to two at once that would wake each other: one of them is refused', async () => {
    const [first, second] = [
      await addConversation(world.database, project, asleep),
      await addConversation(world.database, project, asleep),
    ];
    const set = (conversationId: string, wakes: string) =>
      setWakes(project.scope, project.userId, { conversationId, wakes });
    const results = await Promise.all([set(first, second), set(second, first)]);
    expect(results.map((each) => each?.outcome).sort()).toEqual(['circle', 'done']);
  });

  it('is not made of one that has nothing to go on from', async () => {
    const id = await addConversation(world.database, project, { state: 'failed', endedAt: new Date() });
    const standing = { conversationId: id, standing: true };
    expect(await setStanding(project.scope, project.userId, standing)).toEqual({ outcome: 'no_end' });
  });
});

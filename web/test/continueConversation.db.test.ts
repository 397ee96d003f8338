import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readStart } from '../../activities/transcript/readStart.ts';
import { initialConversation } from '../../workflows/domain/conversation/run.ts';
import { planOf } from '../../workflows/domain/plan.ts';
import { continueConversation } from '../app/data/conversations/continueConversation.server.ts';
import { addConversation, addMessage } from './support/conversationRows.ts';
import { type DataWorld, openDataWorld, TEST_TEAM, type TestProject } from './support/dataWorld.ts';

let world: DataWorld;
let project: TestProject;

beforeAll(async () => {
  world = await openDataWorld();
  project = await world.addProject();
});
afterAll(async () => {
  await world.close();
});

/** A conversation whose first run has ended after its task and one message. */
async function addEnded(state = 'finished'): Promise<string> {
  const ended = {
    ...initialConversation(planOf(TEST_TEAM), [], 0),
    nextSeq: 2,
    nextTurn: 1,
    outcome: { state: 'finished', stopReason: 'Enough' },
  };
  const id = await addConversation(world.database, project, {
    state,
    stopReason: 'Enough',
    endedAt: new Date(),
    finalState: JSON.parse(JSON.stringify(ended)) as object,
  });
  await addMessage(world.database, project, id, { seq: 0, content: 'Go.', source: 'user' });
  await addMessage(world.database, project, id, { seq: 1, content: 'Gone.' });
  return id;
}

const go = (conversationId: string, task: string | null, idempotencyKey: string = randomUUID()) =>
  continueConversation(project.scope, project.userId, { conversationId, task, idempotencyKey });

const read = (id: string) =>
  world.database.conversation.findUniqueOrThrow({
    where: { id },
    include: { messages: { where: { run: { gt: 0 } } } },
  });

describe('continuing a conversation', () => {
  it('writes the next run and its task after the end of the last one, for the reconciler to start', async () => {
    const id = await addEnded();
    expect(await go(id, 'Once more.')).toEqual({ outcome: 'written', conversationId: id, run: 1 });
    const row = await read(id);
    expect(row).toMatchObject({
      state: 'starting',
      run: 1,
      stopReason: null,
      endedAt: null,
      messageCount: 3,
    });
    expect(row.messages).toMatchObject([
      { seq: 2, turn: 1, run: 1, content: 'Once more.', position: row.revision, revision: row.revision },
    ]);
    const start = await readStart(world.database, { projectId: project.scope.projectId, id });
    expect(start.workflowId).toBe(`conversation-${id}-1`);
    expect(start.input.task).toMatchObject([{ seq: 2, type: 'TextMessage', source: 'user' }]);
    expect(start.input.ended).toMatchObject({ nextSeq: 2, run: 0 });
  });

  it('continues without a task, once however often and however fast it is sent', async () => {
    const id = await addEnded('stopped');
    const key = randomUUID();
    const results = await Promise.all([go(id, null, key), go(id, null, key), go(id, null, key)]);
    results.push(await go(id, null, key));
    for (const result of results) expect(result).toEqual({ outcome: 'written', conversationId: id, run: 1 });
    const row = await read(id);
    expect(row).toMatchObject({ run: 1, messages: [] });
    const audited = await world.database.auditEvent.findMany({ where: { subjectId: id } });
    expect(audited).toMatchObject([{ action: 'conversation.continue', userId: project.userId }]);
  });

  it('accepts a key for one task only, and distinguishes runs from the start', async () => {
    const id = await addEnded();
    const key = randomUUID();
    await world.database.conversationRun.create({
      data: {
        ...{ conversationId: id, projectId: project.scope.projectId, run: 0, hasTask: true },
        ...{ idempotencyKey: key, requestSha256: 'that of the start', revision: 1 },
      },
    });
    expect(await go(id, 'Once more.', key)).toMatchObject({ outcome: 'written', run: 1 });
    expect(await go(id, 'Once more.', key)).toMatchObject({ outcome: 'written', run: 1 });
    expect(await go(id, 'Something else.', key)).toEqual({ outcome: 'differs', run: 1 });
    expect(await go(id, null, key)).toEqual({ outcome: 'differs', run: 1 });
    expect(await read(id)).toMatchObject({ run: 1, messages: [{ content: 'Once more.' }] });
  });

  it('refuses a conversation that is already running, one without a final state, and one of another project', async () => {
    const running = await addConversation(world.database, project);
    expect(await go(running, 'More')).toEqual({ outcome: 'not_over', state: 'running' });
    expect(await go(await addEnded('failed'), 'More')).toEqual({ outcome: 'no_end' });
    const stranger = await world.addProject();
    expect(
      await continueConversation(stranger.scope, stranger.userId, {
        conversationId: await addEnded(),
        task: null,
        idempotencyKey: randomUUID(),
      }),
    ).toBeNull();
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createLogger } from '../../platform/logger.ts';
import { writeConversation } from '../../test/support/conversationRows.ts';
import { createGate, text } from '../../test/support/scriptedReply.ts';
import { testTemporal } from '../../test/support/testTemporal.ts';
import { conversationWorkflowId } from '../../workflows/contracts/names.ts';
import { reconcile } from '../reconcile.ts';
import { type Colloquy, startColloquy } from './colloquy.ts';
import { agent, team } from './teams.ts';
import { callStatesOf, eventually, transcriptOf } from './transcript.ts';

let colloquy: Colloquy;
beforeAll(async () => {
  colloquy = await startColloquy();
});
afterAll(async () => {
  await colloquy.close();
});

function reconcileIn(ms: number): Promise<void> {
  return reconcile(
    {
      database: colloquy.database,
      temporal: colloquy.temporal,
      taskQueue: colloquy.taskQueue,
      logger: createLogger({ process: 'worker', level: 'silent' }),
    },
    new Date(Date.now() + ms),
  );
}

describe('the reconciler', () => {
  it('starts, once, a conversation whose web process died between writing its row and starting its workflow', async () => {
    colloquy.model.script(text('APPROVE'));
    const { conversationId } = await writeConversation(
      colloquy.database,
      colloquy.projectId,
      team([agent('writer')]),
      'A task',
    );
    await reconcileIn(0);
    expect(await colloquy.database.conversation.findUnique({ where: { id: conversationId } })).toMatchObject({
      state: 'starting',
    });
    await Promise.all([reconcileIn(10_000), reconcileIn(10_000)]);
    await colloquy.handle(conversationId).result();
    expect(await transcriptOf(colloquy.database, conversationId)).toEqual([
      'user: A task',
      'writer: APPROVE',
    ]);
  });

  it('starts the next run of a conversation that was to continue from its last end', async () => {
    const { database, temporal } = colloquy;
    colloquy.model.script(text('APPROVE'), text('APPROVE again'));
    const id = await colloquy.start(team([agent('writer')]), 'A task');
    await colloquy.handle(id).result();
    // What the web app writes before it starts the workflow.
    const { revision } = await database.conversation.update({
      where: { id },
      data: { state: 'starting', run: 1, endedAt: null, stopReason: null, revision: { increment: 1 } },
    });
    await database.message.create({
      data: {
        projectId: colloquy.projectId,
        conversationId: id,
        seq: 2,
        turn: 1,
        run: 1,
        source: 'user',
        type: 'TextMessage',
        content: 'Another task',
        writtenBy: 'web:again',
        position: revision,
        revision,
      },
    });
    await Promise.all([reconcileIn(10_000), reconcileIn(10_000)]);
    await temporal.workflow.getHandle(conversationWorkflowId(id, 1)).result();
    expect(await transcriptOf(database, id)).toEqual([
      'user: A task',
      'writer: APPROVE',
      'user: Another task',
      'writer: APPROVE again',
    ]);
    expect(await database.conversation.findUnique({ where: { id } })).toMatchObject({
      state: 'finished',
      run: 1,
    });
  });

  it('closes the row of a workflow that was terminated, and withdraws its tasks', async () => {
    colloquy.model.script(text('A draft'));
    const id = await colloquy.start(
      team([agent('writer', { review: { deadlineSeconds: 60, onDeadline: 'stop' } })]),
    );
    await eventually(
      () => colloquy.database.humanTask.count({ where: { conversationId: id, state: 'open' } }),
      (count) => count === 1,
    );
    await colloquy.handle(id).terminate();
    await reconcileIn(120_000);
    expect(await colloquy.database.conversation.findUnique({ where: { id } })).toMatchObject({
      state: 'failed',
      stopReason: 'Its workflow was terminated',
    });
    expect(await colloquy.database.conversationRun.findMany({ where: { conversationId: id } })).toMatchObject(
      [{ state: 'failed', stopReason: 'Its workflow was terminated' }],
    );
    expect(await colloquy.database.humanTask.count({ where: { conversationId: id, state: 'open' } })).toBe(0);
  });
});

describe('a worker that is shut down', () => {
  it('lets the reply that it is writing finish', async () => {
    const gate = createGate();
    const before = colloquy.model.requests.length;
    colloquy.model.script(text('APPROVE', { hold: { afterChunks: 0, until: gate } }));
    const id = await colloquy.start(team([agent('writer')]));
    await colloquy.model.received(before + 1);
    const stopped = colloquy.stopWorker();
    gate.open();
    await stopped;
    expect(await callStatesOf(colloquy.database, id)).toEqual(['completed']);
    await colloquy.startWorker();
    await colloquy.handle(id).result();
    expect(await callStatesOf(colloquy.database, id)).toEqual(['completed']);
  });
});

describe("Temporal's own UI", () => {
  it('finds a conversation by project, team and state, and shows its task', async () => {
    colloquy.model.script(text('APPROVE'));
    const id = await colloquy.start(team([agent('writer')]), 'Tell me of rain');
    await colloquy.handle(id).result();
    const { workflowService } = colloquy.temporal;
    const query = `ColloquyProject = '${colloquy.projectId}' AND ColloquyState = 'finished' AND WorkflowId = '${conversationWorkflowId(id, 0)}'`;
    await eventually(
      () => workflowService.countWorkflowExecutions({ namespace: testTemporal().TEMPORAL_NAMESPACE, query }),
      ({ count }) => Number(count) === 1,
    );
    const { events } = await colloquy.handle(id).fetchHistory();
    const summary = Buffer.from(events?.[0]?.userMetadata?.summary?.data ?? '').toString();
    expect(summary).toContain('Tell me of rain');
    const labels = (events ?? [])
      .filter((event) => event.activityTaskScheduledEventAttributes)
      .map((event) => Buffer.from(event.userMetadata?.summary?.data ?? '').toString());
    expect(labels).toContain('"writer, turn 1"');
  });
});

import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createLogger } from '../../platform/logger.ts';
import { call, createGate, text } from '../../test/support/scriptedReply.ts';
import { testTemporal } from '../../test/support/testTemporal.ts';
import { startToolServer, type ToolServer } from '../../test/support/toolServer.ts';
import { conversationWorkflowId } from '../../workflows/contracts/names.ts';
import { reconcile } from '../reconcile.ts';
import { type Colloquy, startColloquy } from './colloquy.ts';
import { openTask } from './people.ts';
import { agent, team } from './teams.ts';
import { eventually, transcriptOf } from './transcript.ts';

let colloquy: Colloquy;
let tools: ToolServer;
beforeAll(async () => {
  colloquy = await startColloquy();
});
afterAll(() => colloquy.close());
beforeEach(async () => {
  tools = await startToolServer();
});
afterEach(() => tools.close());

/** One round of the reconciler, after this much time without a change. */
function reconcileIn(ms: number): Promise<void> {
  const { database, temporal, taskQueue } = colloquy;
  const logger = createLogger({ process: 'worker', level: 'silent' });
  return reconcile({ database, temporal, taskQueue, logger }, new Date(Date.now() + ms));
}

/** Terminates it as an operator does, and pretends that a minute has passed. */
async function terminate(id: string): Promise<void> {
  await colloquy.handle(id).terminate('Too expensive');
  await reconcileIn(60_000);
}

async function openWorkOf(id: string) {
  const where = { conversationId: id };
  const { database } = colloquy;
  return {
    tasks: await database.humanTask.count({ where: { ...where, state: 'open' } }),
    drafts: await database.message.count({ where: { ...where, status: 'draft' } }),
    toolCalls: await database.toolCall.count({ where: { ...where, state: 'running' } }),
    modelCalls: await database.modelCall.count({ where: { ...where, state: 'open' } }),
    liveTexts: await database.liveText.count({ where }),
  };
}

const NOTHING_OPEN = { tasks: 0, drafts: 0, toolCalls: 0, modelCalls: 0, liveTexts: 0 };

const rowOf = (id: string) => colloquy.database.conversation.findUniqueOrThrow({ where: { id } });

async function expectTerminated(id: string): Promise<void> {
  const row = await rowOf(id);
  expect(row).toMatchObject({ state: 'failed', stopReason: 'Its workflow was terminated' });
  expect(row.endedAt).toBeInstanceOf(Date);
  expect(await openWorkOf(id)).toEqual(NOTHING_OPEN);
}

describe('a workflow that an operator terminates', () => {
  it('during a reply: the conversation is over, and nothing of it is in progress', async () => {
    const gate = createGate();
    const before = colloquy.model.requests.length;
    colloquy.model.script(text('Rain, and more of it', { hold: { afterChunks: 2, until: gate } }));
    const id = await colloquy.start(team([agent('writer')]));
    await colloquy.model.received(before + 1);
    await eventually(
      () => openWorkOf(id),
      ({ modelCalls, liveTexts }) => modelCalls === 1 && liveTexts === 1,
    );
    await terminate(id);
    await expectTerminated(id);
    // The activity learns about it only now, or has already; it no longer writes text.
    gate.open();
    await eventually(
      () => openWorkOf(id),
      ({ liveTexts }) => liveTexts === 0,
    );
    await expectTerminated(id);
  });

  it('during a tool call: nobody knows whether it was carried out, and the row says so', async () => {
    const gate = createGate();
    tools.answer(async () => {
      await gate.opened;
      return 'Paid';
    });
    colloquy.model.script(call('pay', { what: 'rent' }));
    const clerk = agent('clerk', { tools: [tools.tool('pay')] });
    const id = await colloquy.start(team([clerk], { termination: null, maxTurns: 1 }));
    await tools.received(1);
    await terminate(id);
    await expectTerminated(id);
    const [toolCall] = await colloquy.database.toolCall.findMany({ where: { conversationId: id } });
    expect(toolCall).toMatchObject({ state: 'unknown' });
    expect(toolCall?.endedAt).toBeInstanceOf(Date);
    gate.open();
  });

  it('while it waits for a person: nobody is asked any more', async () => {
    colloquy.model.script(text('A draft'));
    const review = { deadlineSeconds: 60, onDeadline: 'stop' } as const;
    const id = await colloquy.start(team([agent('writer', { review })]));
    const { id: taskId } = await openTask(colloquy, id);
    await terminate(id);
    await expectTerminated(id);
    expect(await colloquy.database.humanTask.findUnique({ where: { id: taskId } })).toMatchObject({
      state: 'withdrawn',
    });
  });
});

describe('a workflow that an operator resets after its end', () => {
  it('continues, and so does its conversation', async () => {
    const gate = createGate();
    const before = colloquy.model.requests.length;
    const second = createGate();
    colloquy.model.script(
      text('Half a', { hold: { afterChunks: 1, until: gate } }),
      text('Whole. APPROVE', { hold: { afterChunks: 1, until: second } }),
    );
    const id = await colloquy.start(team([agent('writer')]));
    await colloquy.model.received(before + 1);
    await terminate(id);
    await expectTerminated(id);
    gate.open();
    const { events } = await colloquy.handle(id).fetchHistory();
    const last = (events ?? []).findLast((event) => event.workflowTaskCompletedEventAttributes);
    await colloquy.temporal.workflowService.resetWorkflowExecution({
      namespace: testTemporal().TEMPORAL_NAMESPACE,
      workflowExecution: { workflowId: conversationWorkflowId(id, 0) },
      reason: 'It was worth it',
      workflowTaskFinishEventId: last?.eventId ?? null,
      requestId: randomUUID(),
    });
    await colloquy.model.received(before + 2);
    await eventually(
      async () => {
        await reconcileIn(0);
        return rowOf(id);
      },
      ({ state, endedAt }) => state === 'running' && endedAt === null,
    );
    second.open();
    await colloquy.handle(id).result();
    expect(await rowOf(id)).toMatchObject({ state: 'finished' });
    expect(await transcriptOf(colloquy.database, id)).toEqual([
      'user: Write a haiku about rain.',
      'writer: Whole. APPROVE',
    ]);
    expect(await openWorkOf(id)).toEqual(NOTHING_OPEN);
  });
});

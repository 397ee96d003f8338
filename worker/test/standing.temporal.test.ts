import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createLogger } from '../../platform/logger.ts';
import { signalOrStart } from '../../platform/startWorkflow.ts';
import { type WakeUpToWrite, type WakeUpWritten, writeWakeUp } from '../../platform/wakeUps.ts';
import { createGate, text } from '../../test/support/scriptedReply.ts';
import { standingWorkflowId } from '../../workflows/contracts/names.ts';
import { standingStart } from '../../workflows/contracts/standing.ts';
import { WAKE_UPS_A_RUN } from '../../workflows/domain/standing/wakeUp.ts';
import { lookForWakeUpsSignal, stopSignal } from '../../workflows/messages.ts';
import { reconcile } from '../reconcile.ts';
import { reconcileWakeUps } from '../reconcileWakeUps.ts';
import { type Colloquy, startColloquy } from './colloquy.ts';
import { agent, team } from './teams.ts';
import { eventually, transcriptOf } from './transcript.ts';

let colloquy: Colloquy;
beforeAll(async () => {
  colloquy = await startColloquy();
});
afterAll(() => colloquy.close());
beforeEach(() => {
  colloquy.model.otherwise(({ messages }) => text(`Reply to ${String(messages.length)} messages. TERMINATE`));
});

const logger = createLogger({ process: 'worker', level: 'silent' });
const rowOf = (id: string) => colloquy.database.conversation.findUniqueOrThrow({ where: { id } });
const wakeUpsOf = (conversationId: string) =>
  colloquy.database.wakeUp.findMany({ where: { conversationId }, orderBy: { createdAt: 'asc' } });

/** Starts a standing conversation of one agent, and waits until it sleeps. */
async function startStanding(): Promise<string> {
  const id = await colloquy.start(team([agent('writer')], { maxTurns: 1 }), undefined, { standing: true });
  await asleep(id, 0);
  return id;
}

/** It sleeps after this run. */
async function asleep(id: string, run: number) {
  return eventually(
    () => rowOf(id),
    (row) => row.state === 'sleeping' && row.run === run && row.endedAt !== null,
  );
}

function write(conversationId: string, wakeUp: Partial<WakeUpToWrite> = {}): Promise<WakeUpWritten> {
  const { projectId } = colloquy;
  const row = { source: 'message', key: randomUUID(), text: 'Go on.', projectId, conversationId } as const;
  return colloquy.database.$transaction((transaction) => writeWakeUp(transaction, { ...row, ...wakeUp }));
}

function tell(conversationId: string): Promise<void> {
  const { temporal, taskQueue, projectId } = colloquy;
  return signalOrStart(
    temporal,
    taskQueue,
    standingStart({ projectId, conversationId }),
    lookForWakeUpsSignal,
  );
}

describe('a standing conversation', () => {
  it('sleeps when its run has ended, and a message wakes it for the next one', async () => {
    const id = await startStanding();
    expect(
      await colloquy.database.conversationRun.findFirst({ where: { conversationId: id } }),
    ).toMatchObject({
      state: 'finished',
    });
    await write(id, { text: 'What is new?' });
    await tell(id);
    await asleep(id, 1);
    expect(await transcriptOf(colloquy.database, id)).toEqual([
      'user: Write a haiku about rain.',
      expect.stringMatching(/^writer: Reply/),
      'user: What is new?',
      expect.stringMatching(/^writer: Reply/),
    ]);
    expect(await wakeUpsOf(id)).toMatchObject([{ state: 'taken', run: 1 }]);
  });

  it('takes what arrives during a run together, in order, when the run has ended', async () => {
    const id = await startStanding();
    const gate = createGate();
    const before = colloquy.model.requests.length;
    colloquy.model.script(text('Slowly', { hold: { afterChunks: 1, until: gate } }));
    await write(id, { text: 'First' });
    await tell(id);
    await colloquy.model.received(before + 1);
    for (const said of ['Second', 'Third', 'Fourth']) {
      await write(id, { text: said });
      await tell(id);
    }
    gate.open();
    await asleep(id, 2);
    const said = (await transcriptOf(colloquy.database, id)).filter((line) => line.startsWith('user: '));
    expect(said.slice(1)).toEqual(['user: First', 'user: Second', 'user: Third', 'user: Fourth']);
    expect((await wakeUpsOf(id)).map(({ run }) => run)).toEqual([1, 2, 2, 2]);
  });

  it('takes so many at once and no more, and the others in the next run', async () => {
    const id = await startStanding();
    const gate = createGate();
    const before = colloquy.model.requests.length;
    colloquy.model.script(text('Slowly', { hold: { afterChunks: 1, until: gate } }));
    await write(id);
    await tell(id);
    await colloquy.model.received(before + 1);
    for (let count = 0; count <= WAKE_UPS_A_RUN; count += 1) await write(id, { text: String(count) });
    gate.open();
    await asleep(id, 3);
    const runs = (await wakeUpsOf(id)).map(({ run }) => run);
    expect(runs).toEqual([1, ...Array.from({ length: WAKE_UPS_A_RUN }, () => 2), 3]);
  });

  it('is woken once by a key, and refuses another text under it', async () => {
    const id = await startStanding();
    const key = randomUUID();
    const first = await write(id, { key, text: 'Once' });
    expect(first.outcome).toBe('written');
    expect(await write(id, { key, text: 'Once' })).toMatchObject({ outcome: 'repeated', isWaiting: true });
    expect(await write(id, { key, text: 'Twice' })).toEqual({ outcome: 'differs' });
    await Promise.all([tell(id), tell(id), tell(id)]);
    await asleep(id, 1);
    expect(await wakeUpsOf(id)).toHaveLength(1);
  });

  it('is woken by the reconciler if whoever wrote the wake-up died before telling it', async () => {
    const id = await startStanding();
    await write(id, { source: 'by_hand', sourceName: 'Ada', text: '' });
    await reconcileWakeUps({ ...colloquy, logger }, new Date(Date.now() + 2_000));
    await asleep(id, 1);
    expect((await transcriptOf(colloquy.database, id)).at(-2)).toMatch(/^user: Woken by Ada at 20/);
  });

  it('goes on although the workflow that sleeps for it was terminated', async () => {
    const id = await startStanding();
    await write(id, { text: 'First' });
    await tell(id);
    await asleep(id, 1);
    await colloquy.temporal.workflow.getHandle(standingWorkflowId(id)).terminate('An operator');
    await write(id, { text: 'Second' });
    await reconcileWakeUps({ ...colloquy, logger }, new Date(Date.now() + 2_000));
    await asleep(id, 2);
  });

  it('sleeps again after a run that was stopped', async () => {
    const id = await startStanding();
    const gate = createGate();
    const before = colloquy.model.requests.length;
    colloquy.model.script(text('Slowly', { hold: { afterChunks: 1, until: gate } }));
    await write(id);
    await tell(id);
    await colloquy.model.received(before + 1);
    await colloquy.handle(id, 1).signal(stopSignal);
    gate.open();
    await asleep(id, 1);
    const run = await colloquy.database.conversationRun.findFirstOrThrow({
      where: { conversationId: id, run: 1 },
    });
    expect(run.state).not.toBeNull();
  });

  it('sleeps again after a run whose workflow was terminated before it had begun to work', async () => {
    const id = await startStanding();
    await colloquy.stopWorker();
    try {
      await colloquy.continueRunRows(id, 'Never begun');
      await colloquy.handle(id, 1).terminate('An operator');
    } finally {
      await colloquy.startWorker();
    }
    await reconcile({ ...colloquy, logger }, new Date(Date.now() + 60_000));
    await asleep(id, 1);
    await write(id, { text: 'And now?' });
    await tell(id);
    await asleep(id, 2);
    expect((await transcriptOf(colloquy.database, id)).slice(-3)).toEqual([
      'user: Never begun',
      'user: And now?',
      expect.stringMatching(/^writer: /),
    ]);
  });

  it('is woken when another conversation ends, and wakes a third one with its own end', async () => {
    const third = await startStanding();
    const writer = team([agent('writer')], { maxTurns: 1 });
    const second = await colloquy.start(writer, 'Collect', { standing: true, wakes: third });
    await asleep(second, 0);
    await asleep(third, 1);
    const first = await colloquy.start(writer, 'Look', { wakes: second });
    await colloquy.handle(first).result();
    await asleep(second, 1);
    await asleep(third, 2);
    const said = (await transcriptOf(colloquy.database, second)).at(-2);
    expect(said).toMatch(
      /^user: Woken at 20\S+ by the conversation “Look”:\n\nIt ended as finished: .+\n\nReply to/,
    );
    expect(await wakeUpsOf(third)).toMatchObject([
      { source: 'conversation', sourceId: second, sourceName: 'Collect', key: `${second}:0`, run: 1 },
      { key: `${second}:1`, run: 2 },
    ]);
  });

  it('is woken although the workflow of the one that wakes it was terminated', async () => {
    const id = await startStanding();
    const gate = createGate();
    const before = colloquy.model.requests.length;
    colloquy.model.script(text('Slowly', { hold: { afterChunks: 1, until: gate } }));
    const other = await colloquy.start(team([agent('writer')]), 'Look', { wakes: id });
    await colloquy.model.received(before + 1);
    await colloquy.handle(other).terminate('An operator');
    gate.open();
    await reconcile({ ...colloquy, logger }, new Date(Date.now() + 60_000));
    expect(await wakeUpsOf(id)).toMatchObject([{ source: 'conversation', toldAt: null }]);
    await reconcileWakeUps({ ...colloquy, logger }, new Date(Date.now() + 2_000));
    await asleep(id, 1);
  });

  it('takes nothing any more once it is no longer standing, and its workflow ends', async () => {
    const id = await startStanding();
    await write(id);
    await tell(id);
    await asleep(id, 1);
    await colloquy.database.conversation.update({
      where: { id },
      data: { standing: false, state: 'finished' },
    });
    expect(await write(id)).toEqual({ outcome: 'not_standing' });
    await tell(id);
    await colloquy.temporal.workflow.getHandle(standingWorkflowId(id)).result();
  });
});

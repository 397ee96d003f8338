import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { calls, text } from '../../test/support/scriptedReply.ts';
import type { Json } from '../../workflows/domain/json.ts';
import { stopSignal } from '../../workflows/messages.ts';
import { type Colloquy, startColloquy } from './colloquy.ts';
import { answer, openTask } from './people.ts';
import { agent, team } from './teams.ts';
import { eventually, transcriptOf } from './transcript.ts';

let colloquy: Colloquy;
beforeAll(async () => {
  colloquy = await startColloquy();
});
afterAll(() => colloquy.close());

const reason = 'The market opens';
const waiter = agent('watcher', { tools: [{ kind: 'wait_until' }], maxToolIterations: 5 });
const waitFor = (...waits: Record<string, Json>[]) =>
  calls(waits.map((given, index) => ({ id: `w${String(index)}`, name: 'wait_until', arguments: given })));
const rowOf = (id: string) => colloquy.database.conversation.findUniqueOrThrow({ where: { id } });
const start = (options?: { standing: boolean }) =>
  colloquy.start(team([waiter], { maxTurns: 1 }), undefined, options);

async function resultsOf(conversationId: string) {
  const rows = await colloquy.database.toolCall.findMany({
    where: { conversationId },
    orderBy: [{ seq: 'asc' }, { index: 'asc' }],
  });
  return rows.map(({ state, isError, result }) => ({ state, isError, result }));
}

describe('an agent that waits by wait_until', () => {
  it('sleeps, asks nobody, and goes on with the words of the person who wakes it', async () => {
    colloquy.model.script(waitFor({ for: '30 days', reason }), text('Opened'));
    const before = Date.now();
    const id = await start();
    const task = await openTask(colloquy, id);
    expect(task).toMatchObject({ kind: 'wait', onDeadline: 'go_on', detail: { reason } });
    const waitsMs = (task.deadlineAt?.getTime() ?? 0) - before;
    expect(Math.round(waitsMs / 3_600_000)).toBe(30 * 24);
    expect(await rowOf(id)).toMatchObject({ state: 'sleeping', endedAt: null });
    expect(await colloquy.database.notice.count({ where: { taskId: task.id } })).toBe(0);
    await answer(colloquy, id, task.id, 'wake', { words: 'It opened early.' });
    await colloquy.handle(id).result();
    expect(await resultsOf(id)).toEqual([
      { state: 'completed', isError: false, result: 'Woken early by somebody: It opened early.' },
    ]);
    expect(await transcriptOf(colloquy.database, id)).toContain('watcher: Opened');
  });

  it('goes on when the time has come, although its worker was away', async () => {
    colloquy.model.script(waitFor({ for: '3 seconds', reason }), text('Opened'));
    const id = await start();
    const { deadlineAt } = await openTask(colloquy, id);
    await colloquy.stopWorker();
    await eventually(
      () => Promise.resolve(Date.now()),
      (now) => now > (deadlineAt?.getTime() ?? 0),
    );
    await colloquy.startWorker();
    await colloquy.handle(id).result();
    expect(await resultsOf(id)).toEqual([
      {
        state: 'completed',
        isError: false,
        result: expect.stringMatching(/^It is \d{4}-.*Z: the wait is over\.$/),
      },
    ]);
    expect(await colloquy.database.humanTask.findFirst({ where: { conversationId: id } })).toMatchObject({
      state: 'expired',
      decision: 'go_on',
    });
  });

  it('is told what is wrong with its arguments, and waits side by side', async () => {
    colloquy.model.script(
      waitFor({ for: 'a while', reason }, { until: '2001-01-01T00:00:00Z', reason }),
      waitFor({ for: '1 day', reason: 'One' }, { for: '2 days', reason: 'Another' }),
      text('Done'),
    );
    const id = await start({ standing: true });
    const first = await openTask(colloquy, id);
    const second = await openTask(colloquy, id, [first.id]);
    await answer(colloquy, id, first.id, 'wake');
    expect(await rowOf(id)).toMatchObject({ endedAt: null });
    await answer(colloquy, id, second.id, 'wake');
    await colloquy.handle(id).result();
    const woken = { state: 'completed', isError: false, result: 'Woken early by somebody.' };
    expect(await resultsOf(id)).toEqual([
      { state: 'failed', isError: true, result: expect.stringContaining('"for" must be a duration') },
      { state: 'failed', isError: true, result: expect.stringContaining('"until" must be in the future') },
      woken,
      woken,
    ]);
    expect(await rowOf(id)).toMatchObject({ state: 'sleeping', endedAt: expect.any(Date) });
  });

  it('is stopped while it waits', async () => {
    colloquy.model.script(waitFor({ for: '1 day', reason }));
    const id = await start();
    const { id: taskId } = await openTask(colloquy, id);
    await colloquy.handle(id).signal(stopSignal);
    await colloquy.handle(id).result();
    expect(await rowOf(id)).toMatchObject({ state: 'stopped' });
    expect(await colloquy.database.humanTask.findUnique({ where: { id: taskId } })).toMatchObject({
      state: 'withdrawn',
    });
  });
});

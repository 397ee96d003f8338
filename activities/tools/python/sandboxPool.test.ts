import { afterEach, expect, it } from '@jest/globals';
import { keptSnapshot } from '../../../test/support/keptSnapshot.ts';
import { SandboxPool, type SandboxPoolOptions } from './sandboxPool.ts';
import type { SandboxProcess } from './sandboxProcess.ts';

const pools: SandboxPool[] = [];
const open = (options: Partial<SandboxPoolOptions> = {}) => {
  const pool = new SandboxPool({
    memoryBytes: 128 * 1024 * 1024,
    cpuSeconds: 60,
    warm: 1,
    maxRunning: 1,
    idleMs: 60_000,
    snapshot: keptSnapshot,
    ...options,
  });
  pools.push(pool);
  return pool;
};
afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.close()));
});
const signal = new AbortController().signal;

it('a sandbox is handed out once, and is gone after its use', async () => {
  const pool = open();
  const used: SandboxProcess[] = [];
  for (let round = 0; round < 2; round += 1) {
    await pool.use(signal, (sandbox) => {
      expect(sandbox.isAlive).toBe(true);
      used.push(sandbox);
      return Promise.resolve();
    });
  }
  expect(new Set(used).size).toBe(2);
  expect(used.map(({ isAlive }) => isAlive)).toEqual([false, false]);
});

it('no more run at a time than may; who waits can give up, and the next has its turn', async () => {
  const pool = open();
  const first = Promise.withResolvers<void>();
  const order: string[] = [];
  const running = pool.use(signal, () => first.promise.then(() => void order.push('first')));
  const givingUp = new AbortController();
  const second = pool.use(givingUp.signal, () => Promise.resolve(order.push('second')));
  const third = pool.use(signal, () => Promise.resolve(order.push('third')));
  givingUp.abort(new Error('enough'));
  await expect(second).rejects.toThrow('enough');
  first.resolve();
  await Promise.all([running, third]);
  expect(order).toEqual(['first', 'third']);
});

it('a closed pool ends what runs and who waits', async () => {
  const pool = open();
  const started = Promise.withResolvers<void>();
  const running = pool.use(signal, async (sandbox) => {
    const answer = sandbox.ask(
      { do: 'run_block', code: 'while True: pass', maxBytes: 10 },
      { timeoutMs: 30_000, maxAnswerBytes: 10_000 },
    );
    started.resolve();
    return await answer;
  });
  const waiting = pool.use(signal, () => Promise.resolve());
  await started.promise;
  const outcomes = Promise.allSettled([running, waiting]);
  await pool.close();
  expect(await outcomes).toMatchObject([
    { reason: { name: 'SandboxEnded' } },
    { reason: { name: 'ToolUnavailable', trouble: 'closed', retryable: true } },
  ]);
  await expect(pool.use(signal, () => Promise.resolve())).rejects.toThrow('The toolbox is closed');
});

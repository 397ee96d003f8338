import { expect, it } from '@jest/globals';
import { createReplayer, ReplayBusyError } from './replayer.ts';

it('runs so many at once, lets so many wait, and says to all others that it is busy', async () => {
  const replayer = createReplayer(new AbortController().signal, { mostAtOnce: 1, mostWaiting: 1 });
  const { promise: gate, resolve: open } = Promise.withResolvers<void>();
  const order: string[] = [];
  const first = replayer.withProcess(async () => {
    await gate;
    order.push('first');
  });
  const second = replayer.withProcess(() => Promise.resolve(order.push('second')));
  await expect(replayer.withProcess(() => Promise.resolve())).rejects.toBeInstanceOf(ReplayBusyError);
  open();
  await Promise.all([first, second]);
  expect(order).toEqual(['first', 'second']);
  await replayer.withProcess(() => Promise.resolve(order.push('third')));
  expect(order).toEqual(['first', 'second', 'third']);
});

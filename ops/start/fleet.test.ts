import { expect, test } from '@jest/globals';
import type { Service } from '../embedded/service.ts';
import { createFleet, StoppingError } from './fleet.ts';

/** A simulated process, which ends when the test says so. */
function fakeService(name: string, pid: number, log: string[]) {
  const { promise, resolve } = Promise.withResolvers<{
    code: number | null;
    signal: NodeJS.Signals | null;
  }>();
  const service: Service = {
    name,
    pid,
    exited: promise,
    stop: () => {
      log.push(`stop ${name} ${pid}`);
      resolve({ code: 0, signal: null });
      return Promise.resolve();
    },
  };
  return { service, crash: () => resolve({ code: null, signal: 'SIGKILL' }) };
}

const options = (log: string[]) => ({
  say: (line: string) => void log.push(line),
  onChange: () => undefined,
});

/** Waits until the log says so. */
async function said(log: readonly string[], line: string): Promise<void> {
  while (!log.includes(line)) await new Promise((resolve) => setTimeout(resolve, 5));
}

test('stops processes in the reverse order of their start', async () => {
  const log: string[] = [];
  const fleet = createFleet(options(log));
  await fleet.add(() => Promise.resolve(fakeService('database', 1, log).service));
  await fleet.add(() => Promise.resolve(fakeService('web', 2, log).service));
  expect(fleet.pids()).toEqual([1, 2]);
  await fleet.stop();
  expect(log).toEqual(['stop web 2', 'stop database 1']);
});

test('restarts a process that has ended, and says so', async () => {
  const log: string[] = [];
  const fleet = createFleet({ ...options(log), backoffMs: [0] });
  const fakes = [fakeService('The worker', 1, log), fakeService('The worker', 2, log)];
  let starts = 0;
  await fleet.add(() => {
    const next = fakes[starts++];
    return next ? Promise.resolve(next.service) : Promise.reject(new Error('no more'));
  });
  fakes[0]?.crash();
  await said(log, 'The worker is running again.');
  expect(log).toEqual([
    'The worker was ended by SIGKILL: restarting it in 0 s.',
    'The worker is running again.',
  ]);
  expect(fleet.pids()).toEqual([2]);
  await fleet.stop();
});

test('keeps trying while the start fails', async () => {
  const log: string[] = [];
  const fleet = createFleet({ ...options(log), backoffMs: [0] });
  const [first, last] = [fakeService('web', 1, log), fakeService('web', 2, log)];
  let starts = 0;
  await fleet.add(() => {
    starts += 1;
    if (starts === 1) return Promise.resolve(first.service);
    return starts < 4 ? Promise.reject(new Error('port taken')) : Promise.resolve(last.service);
  });
  first.crash();
  await said(log, 'web is running again.');
  expect(log.filter((line) => line === 'port taken')).toHaveLength(2);
  expect(log.at(-1)).toBe('web is running again.');
  await fleet.stop();
});

test('a process that becomes ready while everything is being stopped is stopped too', async () => {
  const log: string[] = [];
  const fleet = createFleet(options(log));
  const { promise, resolve } = Promise.withResolvers<Service>();
  const added = fleet.add(() => promise);
  const stopped = fleet.stop();
  resolve(fakeService('late', 1, log).service);
  await stopped;
  await expect(added).rejects.toThrow(StoppingError);
  expect(log).toEqual(['stop late 1']);
  await expect(fleet.add(() => promise)).rejects.toThrow(StoppingError);
});

test('if the first start fails, the caller gets the error', async () => {
  const fleet = createFleet(options([]));
  await expect(fleet.add(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
});

test('a requested restart happens without a pause or a message', async () => {
  const log: string[] = [];
  const fleet = createFleet({ ...options(log), backoffMs: [60_000] });
  let starts = 0;
  await fleet.add(() => Promise.resolve(fakeService('The worker', ++starts, log).service));
  await fleet.restart('The worker', 10);
  expect(fleet.pids()).toEqual([2]);
  expect(log).toEqual(['stop The worker 1']);
  await fleet.stop();
});

test('a failed restart is reported, and the next one happens without a pause', async () => {
  const log: string[] = [];
  const fleet = createFleet({ ...options(log), backoffMs: [60_000] });
  let starts = 0;
  await fleet.add(() => {
    starts += 1;
    if (starts === 2) return Promise.reject(new Error('Unexpected token'));
    return Promise.resolve(fakeService('The worker', starts, log).service);
  });
  await expect(fleet.restart('The worker', 10)).rejects.toThrow('The worker could not be started');
  await said(log, 'The worker could not be started: restarting it in 60 s.');
  await fleet.restart('The worker', 10);
  expect(fleet.pids()).toEqual([3]);
  expect(log).toContain('Unexpected token');
  await fleet.stop();
});

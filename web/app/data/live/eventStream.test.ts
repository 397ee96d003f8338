import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { eventStream, type EventStreamOptions } from './eventStream.server.ts';

type Events = { tick: { n: number }; expired: Record<string, never> };

function openStream(options: Partial<EventStreamOptions<Events>> = {}) {
  const reader = new AbortController();
  const process = new AbortController();
  const seen = { closed: 0, send: (() => undefined) as Parameters<EventStreamOptions<Events>['open']>[0] };
  const response = eventStream<Events>({
    readerGone: reader.signal,
    stopping: process.signal,
    bufferedBytes: () => 0,
    mayRead: () => Promise.resolve(true),
    open: (send) => {
      seen.send = send;
      return () => {
        seen.closed += 1;
      };
    },
    heartbeatMs: 10_000,
    checkMs: 10_000,
    ...options,
  });
  return { reader, process, seen, response };
}

describe('an event stream', () => {
  it('sends what is sent, and ends with the process', async () => {
    const { process, seen, response } = openStream();
    seen.send('tick', { n: 1 }, '7');
    process.abort();
    seen.send('tick', { n: 2 });
    expect(await response.text()).toBe('retry: 1000\n\nid: 7\nevent: tick\ndata: {"n":1}\n\n');
    expect(seen.closed).toBe(1);
    expect(response.headers.get('content-type')).toContain('text/event-stream');
  });

  it('stops asking the hub once the reader has gone, however it learns of it', async () => {
    const aborted = openStream();
    aborted.reader.abort();
    expect(aborted.seen.closed).toBe(1);
    const cancelled = openStream();
    await cancelled.response.body?.cancel();
    expect(cancelled.seen.closed).toBe(1);
    const gone = openStream({ readerGone: AbortSignal.abort() });
    await gone.response.text();
    expect(gone.seen.closed).toBe(1);
  });

  it('tells a reader whose session has ended, and one whose session it can not look up nothing', async () => {
    const ended = openStream({ checkMs: 5, mayRead: () => Promise.resolve(false) });
    expect(await ended.response.text()).toContain('event: expired');
    const unsure = openStream({
      checkMs: 5,
      mayRead: () => Promise.reject(new Error('The database is away')),
    });
    await sleep(30);
    expect(unsure.seen.closed).toBe(0);
    unsure.process.abort();
  });

  it('beats while nothing happens', async () => {
    const { process, response } = openStream({ heartbeatMs: 5 });
    await sleep(30);
    process.abort();
    expect(await response.text()).toContain(': still here\n\n');
  });

  it('drops a reader that stays behind, and not one that is behind for a moment', async () => {
    let buffered = 2 * 1024 * 1024;
    const { seen, process } = openStream({ bufferedBytes: () => buffered, maxBehindMs: 20 });
    seen.send('tick', { n: 1 });
    buffered = 0;
    await sleep(30);
    seen.send('tick', { n: 2 });
    expect(seen.closed).toBe(0);
    buffered = 2 * 1024 * 1024;
    seen.send('tick', { n: 3 });
    await sleep(30);
    seen.send('tick', { n: 4 });
    expect(seen.closed).toBe(1);
    process.abort();
  });
});

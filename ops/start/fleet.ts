import { setTimeout as delay } from 'node:timers/promises';
import type { Service } from '../embedded/service.ts';

/** Thrown to those who would start something while everything is being stopped. */
export class StoppingError extends Error {
  override readonly name = 'StoppingError';
}

/** Processes that are kept running, and stopped together. */
export interface Fleet {
  /** Starts a process and keeps it running. Rejects when its first start fails. */
  add: <S extends Service>(start: () => Promise<S>, graceMs?: number) => Promise<S>;
  pids: () => number[];
  /** Stops all, those that were added last first. */
  stop: () => Promise<void>;
}

export interface FleetOptions {
  say: (line: string) => void;
  /** Hears of every change of the processes' ids. */
  onChange: () => void;
  /** Pauses before each new start of a process that keeps ending; the last is kept to. */
  backoffMs?: readonly number[];
}

/** A process that ran this long before it ended is started again without a longer pause. */
const HEALTHY_AFTER_MS = 60_000;

export function createFleet({
  say,
  onChange,
  backoffMs = [500, 1_000, 2_000, 5_000, 15_000],
}: FleetOptions): Fleet {
  const members: { current: Service | undefined; graceMs: number }[] = [];
  const stopping = new AbortController();

  async function add<S extends Service>(start: () => Promise<S>, graceMs = 10_000): Promise<S> {
    const member: (typeof members)[number] = { current: undefined, graceMs };
    members.push(member);
    const run = async (): Promise<S> => {
      if (stopping.signal.aborted) throw new StoppingError();
      const service = await start();
      member.current = service;
      onChange();
      if (stopping.signal.aborted) {
        await service.stop(graceMs);
        throw new StoppingError();
      }
      return service;
    };
    const first = await run();
    void keep(first, run);
    return first;
  }

  async function keep(first: Service, run: () => Promise<Service>): Promise<void> {
    let failures = 0;
    let service: Service | undefined = first;
    const name = first.name;
    while (!stopping.signal.aborted) {
      const startedAt = Date.now();
      let reason = '';
      if (service !== undefined) {
        const { code, signal } = await service.exited;
        reason = signal === null ? `ended with code ${code}` : `was ended by ${signal}`;
        if (Date.now() - startedAt > HEALTHY_AFTER_MS) failures = 0;
      }
      if (stopping.signal.aborted) return;
      const pauseMs = backoffMs[Math.min(failures, backoffMs.length - 1)] ?? 0;
      failures += 1;
      say(`${name} ${reason || 'could not be started'}: starting it again in ${pauseMs / 1000} s.`);
      await delay(pauseMs, undefined, { ref: false });
      service = await run().catch((error: unknown) => {
        if (!(error instanceof StoppingError)) say(error instanceof Error ? error.message : String(error));
        return undefined;
      });
      if (service !== undefined) say(`${name} runs again.`);
    }
  }

  return {
    add,
    pids: () => members.flatMap(({ current }) => (current === undefined ? [] : [current.pid])),
    stop: async () => {
      stopping.abort();
      for (const { current, graceMs } of members.toReversed()) await current?.stop(graceMs);
    },
  };
}

import { setTimeout as delay } from 'node:timers/promises';
import type { Service } from '../embedded/service.ts';

/** Thrown if something is started while everything is being stopped. */
export class StoppingError extends Error {
  override readonly name = 'StoppingError';
}

/** Processes that are kept running and stopped together. */
export interface Fleet {
  /** Starts a process and keeps it running. Rejects if its first start fails. */
  add: <S extends Service>(start: () => Promise<S>, graceMs?: number) => Promise<S>;
  /** Ends the process with that name and resolves once a new one is ready; rejects if it does not start. */
  restart: (name: string, graceMs: number) => Promise<void>;
  pids: () => number[];
  /** Stops all processes, the newest first, including those still starting. */
  stop: () => Promise<void>;
}

export interface FleetOptions {
  say: (line: string) => void;
  /** Called when the processes' ids change. */
  onChange: () => void;
  /** Pauses before restarting a process that keeps ending; the last one repeats. */
  backoffMs?: readonly number[];
}

/** A process that ran this long is restarted without a longer pause. */
const HEALTHY_AFTER_MS = 60_000;

interface Member {
  current: Service | undefined;
  /** Resolves when the newest start has finished, with any result. */
  starting: Promise<void>;
  graceMs: number;
  /** For callers waiting for a restart. */
  restart: PromiseWithResolvers<void> | undefined;
  /** Ends a pause before the next start. */
  wake: AbortController;
}

export function createFleet({
  say,
  onChange,
  backoffMs = [500, 1_000, 2_000, 5_000, 15_000],
}: FleetOptions): Fleet {
  const members: Member[] = [];
  const stopping = new AbortController();

  async function add<S extends Service>(start: () => Promise<S>, graceMs = 10_000): Promise<S> {
    const member: Member = {
      current: undefined,
      starting: Promise.resolve(),
      graceMs,
      restart: undefined,
      wake: new AbortController(),
    };
    members.push(member);
    const begin = async (): Promise<S> => {
      if (stopping.signal.aborted) throw new StoppingError();
      const service = await start();
      if (stopping.signal.aborted) {
        await service.stop(graceMs);
        throw new StoppingError();
      }
      member.current = service;
      onChange();
      return service;
    };
    const run = (): Promise<S> => {
      const begun = begin();
      member.starting = begun.then(
        () => undefined,
        () => undefined,
      );
      return begun;
    };
    const first = await run();
    void keep(member, first, run);
    return first;
  }

  async function keep(member: Member, first: Service, run: () => Promise<Service>): Promise<void> {
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
      if (member.restart === undefined) {
        const pauseMs = backoffMs[Math.min(failures, backoffMs.length - 1)] ?? 0;
        failures += 1;
        say(`${name} ${reason || 'could not be started'}: restarting it in ${pauseMs / 1000} s.`);
        await pause(member, pauseMs);
      }
      const asked = member.restart;
      member.restart = undefined;
      service = await run().catch((error: unknown) => {
        if (!(error instanceof StoppingError)) say(error instanceof Error ? error.message : String(error));
        return undefined;
      });
      if (service === undefined) asked?.reject(new Error(`${name} could not be started: see its log.`));
      else if (asked === undefined) say(`${name} is running again.`);
      else asked.resolve();
    }
  }

  async function pause(member: Member, ms: number): Promise<void> {
    member.wake = new AbortController();
    // Only `wake` aborts it.
    await delay(ms, undefined, { ref: false, signal: member.wake.signal }).catch(() => undefined);
  }

  async function restart(name: string, graceMs: number): Promise<void> {
    const member = members.find(({ current }) => current?.name === name);
    if (member?.current === undefined) throw new Error(`There is no process named ${name} to restart.`);
    member.restart ??= Promise.withResolvers<void>();
    const { promise } = member.restart;
    member.wake.abort();
    await Promise.all([member.current.stop(graceMs), promise]);
  }

  return {
    add,
    restart,
    pids: () => members.flatMap(({ current }) => (current === undefined ? [] : [current.pid])),
    stop: async () => {
      stopping.abort();
      for (const member of members.toReversed()) {
        // A process that is still starting would outlive this one.
        await member.starting;
        await member.current?.stop(member.graceMs);
      }
    },
  };
}

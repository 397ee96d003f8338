import { setTimeout as delay } from 'node:timers/promises';
import type { HostedProcess, Platform, ServiceName } from './platform.ts';
import type { PlatformEdge } from './platformEdge.ts';
import type { Release } from './releaseTree.ts';

/** What runs at the moment, and how it is replaced. */
export interface Host {
  startWorker: (colour: ServiceName, release: Release) => Promise<void>;
  stopWorker: (colour: ServiceName) => Promise<void>;
  startWeb: (release: Release) => Promise<void>;
  /** One process after the other; resolves when the last of the earlier ones has ended. */
  replaceWeb: (release: Release) => Promise<void>;
  faults: string[];
}

/** `overlapMs`: how long both versions of the web app answer; by default as in production. */
export function createHost(platform: Platform, edge: PlatformEdge, overlapMs?: number): Host {
  const workers = new Map<ServiceName, HostedProcess>();
  const web: HostedProcess[] = [];
  const faults: string[] = [];
  const drain = async (name: string, hosted: HostedProcess | undefined) => {
    const drained = await hosted?.drain();
    if (drained?.isKilled) faults.push(`${name} did not end in time and was killed`);
  };
  const startWeb = async (release: Release) => {
    const started = await platform.start('web', release);
    web.push(started);
    edge.add(started.url);
  };
  return {
    startWorker: async (colour, release) => {
      workers.set(colour, await platform.start(colour, release));
    },
    stopWorker: (colour) => drain(colour, workers.get(colour)),
    startWeb,
    replaceWeb: async (release) => {
      for (const earlier of web.splice(0)) {
        await startWeb(release);
        await delay(overlapMs ?? platform.overlapMs('web'));
        edge.remove(earlier.url);
        await drain('web', earlier);
      }
    },
    faults,
  };
}

import { setTimeout as delay } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import { smokeChecks } from '../../../ops/deploy/smokeChecks.ts';
import { countPinned } from '../../../platform/deployments/pinned.ts';
import { until } from '../until.ts';
import type { Api } from './apiClient.ts';
import type { Host } from './host.ts';
import type { Platform, ServiceName } from './platform.ts';
import { DEPLOYMENT, type Release } from './releaseTree.ts';

/** What each step of a deployment took. */
export type Steps = Record<string, number>;

const SMOKE_WAIT_MS = 60_000;

/** The pipeline's steps, then the move of what is open and the end of the earlier worker. */
export async function deployRelease(
  {
    platform,
    host,
    temporal,
    api,
    url,
    say,
  }: { platform: Platform; host: Host; temporal: Client; api: Api; url: string; say: (line: string) => void },
  plan: {
    release: Release;
    from: { release: Release; colour: ServiceName };
    colour: ServiceName;
    doRamp: boolean;
  },
): Promise<Steps> {
  const { release, from, colour } = plan;
  const steps: Steps = {};
  const note = (name: string, seconds: number) => {
    steps[name] = Math.round(((steps[name] ?? 0) + seconds) * 10) / 10;
    say(`  ${name}: ${seconds.toFixed(1)} s`);
  };
  const step = async (name: string, work: () => Promise<unknown>) => {
    const began = performance.now();
    await work();
    note(name, (performance.now() - began) / 1_000);
  };
  const began = performance.now();
  await platform.preDeploy(colour, release, note);
  await step('worker', () => host.startWorker(colour, release));
  if (plan.doRamp) {
    await step('ramp', () => platform.run(release, 'ops/release/ramp.ts', [release.buildId, '25']));
    await until('something begins on the ramping build', async () => (await pinned(temporal, release)) > 0);
  }
  await platform.preDeploy('web', release, note);
  await step('web', () => host.replaceWeb(release));
  await step('smoke', () => smoke(url, release.commit));
  steps['all'] = Math.round((performance.now() - began) / 100) / 10;
  await step('move', async () => {
    await until('all have moved', async () => {
      await api(`/builds/${from.release.buildId}/move`, {});
      return (await pinned(temporal, from.release)) === 0;
    });
  });
  await step('drain', () => host.stopWorker(from.colour));
  return steps;
}

function pinned(temporal: Client, { buildId }: Release): Promise<number> {
  return countPinned(temporal, { deploymentName: DEPLOYMENT, buildId });
}

async function smoke(url: string, commit: string): Promise<void> {
  const deadlineMs = Date.now() + SMOKE_WAIT_MS;
  for (;;) {
    const failed = (await smokeChecks({ url, commit })).filter(({ ok }) => !ok);
    if (failed.length === 0) return;
    if (Date.now() > deadlineMs)
      throw new Error(
        `The smoke test fails: ${failed.map(({ name, detail }) => `${name}: ${detail}`).join('; ')}`,
      );
    await delay(1_000);
  }
}

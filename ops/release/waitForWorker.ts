import { setTimeout as sleep } from 'node:timers/promises';
import { hasWorker, readDeployment } from '../../platform/deployments/readDeployment.ts';
import type { DeploymentHere } from './deploymentHere.ts';

const WAIT_MS = 120_000;
const LOOK_AGAIN_MS = 500;

/** Waits until a worker of a build asks for work: what begins on a build without one would stand still. */
export async function waitForWorker(here: DeploymentHere, buildId: string): Promise<void> {
  const deadlineMs = Date.now() + WAIT_MS;
  let hasSaidSo = false;
  for (;;) {
    const deployment = await readDeployment(here.temporal, here, new Date());
    if (hasWorker(deployment, buildId)) return;
    if (Date.now() > deadlineMs) {
      const known = deployment?.builds.map((each) => each.buildId).join(', ') ?? '';
      throw new Error(
        `No worker of build ${buildId} of ${here.deploymentName} runs. Builds that are known: ${known || 'none'}.`,
      );
    }
    if (!hasSaidSo) console.log(`Waiting for a worker of build ${buildId} …`);
    hasSaidSo = true;
    await sleep(LOOK_AGAIN_MS);
  }
}

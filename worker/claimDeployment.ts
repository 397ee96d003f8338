import type { Client } from '@temporalio/client';
import type { Build } from '../platform/deployments/build.ts';
import { hasWorker, readDeployment } from '../platform/deployments/readDeployment.ts';
import { makeCurrent } from '../platform/deployments/routeTo.ts';
import type { Logger } from '../platform/logger.ts';

/**
 * Makes the very first build of a deployment current, since nothing would begin before; later ones become it by
 * `npm run release:current`. True: it has been settled, by whomever. False: to be tried again, when a worker's first poll has
 * reached the server.
 */
export async function claimDeployment(
  clients: { temporal: Client; taskQueue: string; logger: Logger },
  build: Build,
): Promise<boolean> {
  const { temporal, taskQueue, logger } = clients;
  const { deploymentName, buildId } = build;
  const deployment = await readDeployment(temporal, { deploymentName, taskQueue }, new Date());
  if (deployment?.hasBeenRouted === true) {
    const { currentBuildId } = deployment;
    if (currentBuildId !== buildId) {
      logger.info(
        { deploymentName, buildId, currentBuildId },
        'another build is current: "npm run release:current" changes that',
      );
    }
    return true;
  }
  if (!hasWorker(deployment, buildId)) return false;
  await makeCurrent(temporal, build);
  logger.info({ deploymentName, buildId }, 'the first build of the deployment is current');
  return true;
}

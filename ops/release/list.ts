import { countPinned } from '../../platform/deployments/pinned.ts';
import { readDeployment } from '../../platform/deployments/readDeployment.ts';
import { buildLine } from './buildLine.ts';
import { withDeployment } from './deploymentHere.ts';

// `npm run releases`: the builds of the deployment, the newest first, and how many open conversations stay on each.
await withDeployment(async ({ temporal, taskQueue, deploymentName }) => {
  const deployment = await readDeployment(temporal, { deploymentName, taskQueue }, new Date());
  if (deployment === null) {
    console.log(`No worker of the deployment ${deploymentName} has connected yet.`);
    return;
  }
  for (const build of deployment.builds) {
    const pinned = await countPinned(temporal, { deploymentName, buildId: build.buildId });
    console.log(buildLine(build, pinned));
  }
});

import { makeCurrent } from '../../platform/deployments/routeTo.ts';
import { withDeployment } from './deploymentHere.ts';
import { waitForWorker } from './waitForWorker.ts';

// `npm run release:current [-- BUILD]`: makes a build current, without an argument the one that is built here, once a worker
// of it runs. An earlier build rolls the release back.
await withDeployment(async (here) => {
  const buildId = process.argv[2] ?? here.buildId;
  await waitForWorker(here, buildId);
  await makeCurrent(here.temporal, { deploymentName: here.deploymentName, buildId });
  console.log(`${buildId} is current.`);
});

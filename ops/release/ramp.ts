import { rampUp } from '../../platform/deployments/routeTo.ts';
import { withDeployment } from './deploymentHere.ts';
import { waitForWorker } from './waitForWorker.ts';

// `npm run release:ramp -- BUILD PERCENT`: gives a build a share of what begins; 0 ends that.
await withDeployment(async (here) => {
  const [, , buildId, share] = process.argv;
  const percentage = Number(share);
  if (buildId === undefined || !(share && percentage >= 0 && percentage <= 100))
    throw new Error('Say which build and how much: npm run release:ramp -- BUILD PERCENT (0 to 100).');
  if (percentage > 0) await waitForWorker(here, buildId);
  await rampUp(here.temporal, { deploymentName: here.deploymentName, buildId }, percentage);
  console.log(percentage === 0 ? 'No build is ramping.' : `${buildId} gets ${share} % of what begins.`);
});

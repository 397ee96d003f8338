import type { Client } from '@temporalio/client';
import { bundlePath } from '../../platform/bundlePath.ts';
import { buildOf } from '../../platform/deployments/build.ts';
import { readEnvironment } from '../../platform/environment.ts';
import { connectTemporal } from '../../platform/temporal.ts';

/** What a command for releases works with. */
export interface DeploymentHere {
  temporal: Client;
  taskQueue: string;
  deploymentName: string;
  /** The build of the workflow code that is built here. */
  buildId: string;
}

/** Does something with the deployment that the environment names; ends the process with 1 and a sentence if it fails. */
export async function withDeployment(work: (here: DeploymentHere) => Promise<void>): Promise<void> {
  try {
    // Of the environment it needs Temporal's address, the queue and the deployment.
    const environment = readEnvironment({ DATABASE_URL: 'postgresql://localhost', ...process.env });
    const build = buildOf(environment, bundlePath);
    if (build === undefined)
      throw new Error('WORKER_DEPLOYMENT is not set: set it as for the workers (docs/releases.md).');
    const temporal = await connectTemporal(environment);
    try {
      await work({ temporal, taskQueue: environment.TASK_QUEUE, ...build });
    } finally {
      await temporal.connection.close();
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}

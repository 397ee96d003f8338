import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import type { Build } from '../../platform/deployments/build.ts';
import { polledBuilds } from '../../platform/deployments/polledBuilds.ts';

/** Temporal's number for a run that is pinned to a build. */
const PINNED = 1;

/**
 * Finds out of an open workflow whether a release leaves it alone: it is pinned to a build that is not `released`, and workers of
 * that build run. Gives the build; null: the release has to go on with it.
 */
export function createBuildCheck(
  temporal: Client,
  released: Build | undefined,
): (workflowId: string) => Promise<string | null> {
  const polled = new Map<string, Promise<ReadonlySet<string>>>();
  const isPolled = async (deploymentName: string, buildId: string, taskQueue: string) => {
    const key = `${deploymentName} ${taskQueue}`;
    const asked = polled.get(key) ?? polledBuilds(temporal, { deploymentName, taskQueue }, new Date());
    polled.set(key, asked);
    return (await asked).has(buildId);
  };
  return async (workflowId) => {
    const described = await describe(temporal, workflowId);
    const versioning = described?.raw.workflowExecutionInfo?.versioningInfo;
    const { deploymentName, buildId } = versioning?.deploymentVersion ?? {};
    if (!described || Number(versioning?.behavior) !== PINNED || !deploymentName || !buildId) return null;
    if (released?.deploymentName === deploymentName && released.buildId === buildId) return null;
    return (await isPolled(deploymentName, buildId, described.taskQueue)) ? buildId : null;
  };
}

/** Null: it is gone. */
async function describe(temporal: Client, workflowId: string) {
  try {
    return await temporal.workflow.getHandle(workflowId).describe();
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return null;
    throw error;
  }
}

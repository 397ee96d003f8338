import { workflowInfo } from '@temporalio/workflow';

/** A run that only takes its conversation to the current build has this in its memo. */
const LEAVING = 'leaving';

/** Whether the worker that goes on with this run belongs to a deployment. */
export function isOnDeployment(): boolean {
  // Other workers have a build without one.
  return Boolean(workflowInfo().currentDeploymentVersion?.deploymentName);
}

/** Whether this run is only there to take its conversation to the current build. */
export function isLeaving(): boolean {
  return workflowInfo().memo?.[LEAVING] === true;
}

/** The options with which a conversation continues as new: after a run that is leaving, another one stays. */
export function optionsOfNextRun(): { memo?: Record<string, boolean> } {
  return isOnDeployment() ? { memo: { [LEAVING]: !isLeaving() } } : {};
}

/**
 * A conversation stays on the build on which its run began. What begins on a worker without a deployment says nothing of
 * this, which the server would refuse.
 */
export function versioningOfConversation(): { versioningBehavior?: 'PINNED' | 'AUTO_UPGRADE' } {
  if (!isOnDeployment()) return {};
  return { versioningBehavior: isLeaving() ? 'AUTO_UPGRADE' : 'PINNED' };
}

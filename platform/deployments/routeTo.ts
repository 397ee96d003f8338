import type { Client } from '@temporalio/client';
import type { Build } from './build.ts';

/**
 * Makes a build the current one: what begins from now on begins on it, and conversations move to it when they continue as new.
 * Fails where no worker of it polls; it is no error if it is the current one. A roll-back is the same with an earlier build.
 */
export async function makeCurrent({ workflowService, options }: Client, build: Build): Promise<void> {
  const { deploymentName, buildId } = build;
  await workflowService.setWorkerDeploymentCurrentVersion({
    namespace: options.namespace,
    deploymentName,
    buildId,
    identity: options.identity,
  });
}

/** Gives a build this share of what begins, in percent; the rest goes on beginning on the current one. 0 ends that. */
export async function rampUp(
  { workflowService, options }: Client,
  { deploymentName, buildId }: Build,
  percentage: number,
): Promise<void> {
  await workflowService.setWorkerDeploymentRampingVersion({
    namespace: options.namespace,
    deploymentName,
    buildId: percentage === 0 ? '' : buildId,
    percentage,
    identity: options.identity,
  });
}

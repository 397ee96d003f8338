import { type Client, isGrpcServiceError } from '@temporalio/client';
import type { temporal } from '@temporalio/proto';
import type { BuildState } from '../../workflows/domain/releases/buildStates.ts';
import { polledBuilds } from './polledBuilds.ts';
import { dateOf } from './serverTime.ts';

/** A build of the deployment, as the server knows it. */
export interface DeployedBuild {
  buildId: string;
  state: BuildState;
  /** When a worker of it came for the first time. */
  deployedAt: Date;
  /** Its share of what begins, in percent. */
  sharePercent: number;
  /** Whether a worker of it has asked for work in the last minutes. */
  isPolled: boolean;
}

export interface Deployment {
  /** The newest first. */
  builds: DeployedBuild[];
  /** Null: what begins goes to workers without a deployment. */
  currentBuildId: string | null;
  /** Whether any build has ever been made current. */
  hasBeenRouted: boolean;
}

/** gRPC's NOT_FOUND. */
const NOT_FOUND = 5;
/** The server's numbers for a build's status. */
const STATES: Record<number, BuildState> = {
  1: 'inactive',
  2: 'current',
  3: 'ramping',
  4: 'draining',
  5: 'drained',
};

/** A deployment with its builds; null if no worker of it has ever come. The server remembers up to a hundred builds. */
export async function readDeployment(
  client: Client,
  { deploymentName, taskQueue }: { deploymentName: string; taskQueue: string },
  now: Date,
): Promise<Deployment | null> {
  const { namespace } = client.options;
  const [info, polled] = await Promise.all([
    describe(client, { namespace, deploymentName }),
    polledBuilds(client, { deploymentName, taskQueue }, now),
  ]);
  if (info === null) return null;
  const { routingConfig, versionSummaries } = info;
  const currentBuildId = routingConfig?.currentDeploymentVersion?.buildId ?? null;
  const rampingBuildId = routingConfig?.rampingDeploymentVersion?.buildId ?? null;
  const rampPercent = rampingBuildId === null ? 0 : (routingConfig?.rampingVersionPercentage ?? 0);
  const builds = (versionSummaries ?? []).map((summary): DeployedBuild => {
    const buildId = summary.deploymentVersion?.buildId ?? '';
    const shares = [
      buildId === currentBuildId ? 100 - rampPercent : 0,
      buildId === rampingBuildId ? rampPercent : 0,
    ];
    return {
      buildId,
      state: buildStateOf(buildId, { currentBuildId, rampingBuildId, status: summary.status ?? 0 }),
      deployedAt: dateOf(summary.createTime),
      sharePercent: shares.reduce((sum, share) => sum + share, 0),
      isPolled: polled.has(buildId),
    };
  });
  builds.sort((one, other) => other.deployedAt.getTime() - one.deployedAt.getTime());
  const hasBeenRouted = Boolean(routingConfig?.currentVersionChangedTime);
  return { builds, currentBuildId, hasBeenRouted };
}

/**
 * What a build gets. Where it begins is for the routing to say: a server that is told twice at the same moment to make a build
 * current, by its first worker and by a release, notes it as draining, and would later have its workers stopped.
 */
export function buildStateOf(
  buildId: string,
  server: { currentBuildId: string | null; rampingBuildId: string | null; status: number },
): BuildState {
  if (buildId === server.currentBuildId) return 'current';
  if (buildId === server.rampingBuildId) return 'ramping';
  return STATES[server.status] ?? 'inactive';
}

/** Whether a worker of a build of the deployment has asked for work in the last minutes. */
export function hasWorker(deployment: Deployment | null, buildId: string): boolean {
  return deployment?.builds.some((build) => build.buildId === buildId && build.isPolled) === true;
}

async function describe(
  { workflowService }: Client,
  request: { namespace: string; deploymentName: string },
): Promise<temporal.api.deployment.v1.IWorkerDeploymentInfo | null> {
  try {
    const { workerDeploymentInfo } = await workflowService.describeWorkerDeployment(request);
    return workerDeploymentInfo ?? null;
  } catch (error) {
    if (isGrpcServiceError(error) && Number(error.code) === NOT_FOUND) return null;
    throw error;
  }
}

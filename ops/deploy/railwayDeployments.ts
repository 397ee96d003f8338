import { z } from 'zod';

const deploymentsSchema = z.array(
  z.looseObject({ id: z.string(), status: z.string(), createdAt: z.string() }),
);

/** A deployment of a service, as `railway deployment list --json` gives it. */
export type Deployment = z.infer<typeof deploymentsSchema>[number];

/** Reads what `railway deployment list --json` prints, newest first. */
export function readDeployments(text: string): Deployment[] {
  const deployments = deploymentsSchema.parse(JSON.parse(text));
  return deployments.toSorted((a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt));
}

export type Outcome = 'running' | 'failed' | 'pending';

/** Whether a deployment has come to its end, by its status; one that is not known counts as pending. */
export function outcomeOf(status: string): Outcome {
  if (status === 'SUCCESS') return 'running';
  if (status === 'FAILED' || status === 'CRASHED' || status === 'REMOVED' || status === 'SKIPPED')
    return 'failed';
  return 'pending';
}

/** The worker's service that a release goes to: the one that was deployed longer ago, or never. */
export function idleWorker(
  blue: readonly Deployment[],
  green: readonly Deployment[],
): 'worker-blue' | 'worker-green' {
  const lastRun = (deployments: readonly Deployment[]) =>
    Math.max(
      0,
      ...deployments
        .filter(({ status }) => outcomeOf(status) === 'running')
        .map(({ createdAt }) => Date.parse(createdAt)),
    );
  return lastRun(green) < lastRun(blue) ? 'worker-green' : 'worker-blue';
}

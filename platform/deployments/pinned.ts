import type { Client } from '@temporalio/client';
import type { Build } from './build.ts';

/** What a visibility query says of the open runs that stay on a build. */
export function pinnedTo({ deploymentName, buildId }: Build): string {
  return [
    `TemporalWorkerDeploymentVersion = '${deploymentName}:${buildId}'`,
    `TemporalWorkflowVersioningBehavior = 'Pinned'`,
    `ExecutionStatus = 'Running'`,
  ].join(' AND ');
}

/** What a visibility query says of workflows whose ids begin with this. */
export function idStartsWith(prefix: string): string {
  return `WorkflowId STARTS_WITH '${prefix}'`;
}

/** How many open runs stay on a build; `also` is a further condition. Exact but for the last moments. */
export async function countPinned(client: Client, build: Build, also?: string): Promise<number> {
  const query = pinnedTo(build) + (also === undefined ? '' : ` AND ${also}`);
  return (await client.workflow.count(query)).count;
}

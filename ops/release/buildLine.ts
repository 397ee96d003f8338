import type { DeployedBuild } from '../../platform/deployments/readDeployment.ts';

/** A build in a line for a terminal; `pinned` is how many open conversations stay on it. */
export function buildLine(build: DeployedBuild, pinned: number): string {
  const share = build.state === 'ramping' ? ` ${String(build.sharePercent)} %` : '';
  const parts = [
    build.buildId,
    `${build.state}${share}`,
    `since ${build.deployedAt.toISOString().slice(0, 16).replace('T', ' ')} UTC`,
    build.isPolled ? 'workers are running' : 'NO WORKER',
    pinned === 1 ? '1 open conversation' : `${String(pinned)} open conversations`,
  ];
  return `${parts.join(', ')}${adviceOn(build, pinned)}`;
}

function adviceOn({ isPolled, state }: DeployedBuild, pinned: number): string {
  if (!isPolled && pinned > 0) return ': they stand still until a worker of it runs, or until they are moved';
  if (isPolled && state === 'drained') return ': its workers can be stopped';
  return '';
}

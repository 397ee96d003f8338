import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Environment } from '../environment.ts';

/** A build of a deployment, as Temporal names it. */
export interface Build {
  deploymentName: string;
  buildId: string;
}

/** So many hexadecimal digits tell a bundle from all others. */
const DIGITS = 12;

/**
 * The build that a process belongs to; undefined without WORKER_DEPLOYMENT. Where WORKER_BUILD does not name it, the workflow
 * code does: a release that leaves it as it is belongs to the same build, and no conversation has to move.
 */
export function buildOf(
  environment: Pick<Environment, 'WORKER_DEPLOYMENT' | 'WORKER_BUILD'>,
  bundlePath: string,
): Build | undefined {
  const { WORKER_DEPLOYMENT: deploymentName, WORKER_BUILD: buildId } = environment;
  if (deploymentName === undefined) return undefined;
  return { deploymentName, buildId: buildId ?? hashOf(bundlePath) };
}

function hashOf(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, DIGITS);
}

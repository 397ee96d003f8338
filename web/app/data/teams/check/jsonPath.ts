import { step } from '../../../../../workflows/contracts/autogen/report.ts';
import type { TeamPath } from './issuesOf.ts';

/** A path in the usual notation. @example jsonPath(['participants', 0, 'name']) // "$.participants[0].name" */
export function jsonPath(path: TeamPath): string {
  return `$${path.map(step).join('')}`;
}

/** A path as a key of a map. */
export function pathKey(path: TeamPath): string {
  return JSON.stringify(path);
}

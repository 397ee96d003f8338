import { expect, it } from '@jest/globals';
import type { DeployedBuild } from '../../platform/deployments/readDeployment.ts';
import { buildLine } from './buildLine.ts';

const build: DeployedBuild = {
  buildId: 'a1',
  state: 'current',
  deployedAt: new Date('2026-11-29T10:20:30Z'),
  sharePercent: 100,
  isPolled: true,
};

it.each<[Partial<DeployedBuild>, number, string]>([
  [{}, 1, 'a1, current, since 2026-11-29 10:20 UTC, workers are running, 1 open conversation'],
  [
    { state: 'ramping', sharePercent: 10 },
    12,
    'a1, ramping 10 %, since 2026-11-29 10:20 UTC, workers are running, 12 open conversations',
  ],
  [
    { state: 'draining', isPolled: false },
    3,
    'a1, draining, since 2026-11-29 10:20 UTC, NO WORKER, 3 open conversations: they stand still until a worker of it runs, or until they are moved',
  ],
  [
    { state: 'drained' },
    0,
    'a1, drained, since 2026-11-29 10:20 UTC, workers are running, 0 open conversations: its workers can be stopped',
  ],
  [
    { state: 'drained', isPolled: false },
    0,
    'a1, drained, since 2026-11-29 10:20 UTC, NO WORKER, 0 open conversations',
  ],
])('says of a build %j with %i open conversations what can be done', (changed, pinned, line) => {
  expect(buildLine({ ...build, ...changed }, pinned)).toBe(line);
});

import { expect, it } from '@jest/globals';
import { buildStateOf } from './readDeployment.ts';

const routing = { currentBuildId: 'blue', rampingBuildId: 'green' };

/** The server's numbers for a build's status. */
const CURRENT = 2;
const DRAINING = 4;
const DRAINED = 5;

it.each([
  ['the one that is current, whatever the server notes of it', 'blue', DRAINING, 'current'],
  ['the one that is current, and still so some minutes later', 'blue', DRAINED, 'current'],
  ['the one that is ramping, although it was current before', 'green', DRAINING, 'ramping'],
  ['one whose conversations are still open', 'earlier', DRAINING, 'draining'],
  ['one that has none any more', 'earlier', DRAINED, 'drained'],
  ['one of which the server says nothing that is known', 'earlier', 99, 'inactive'],
])('says of a build what it gets: %s', (_what, buildId, status, state) => {
  expect(buildStateOf(buildId, { ...routing, status })).toBe(state);
});

it('believes the server that a build is current where the routing has not come yet', () => {
  expect(buildStateOf('blue', { currentBuildId: null, rampingBuildId: null, status: CURRENT })).toBe(
    'current',
  );
});

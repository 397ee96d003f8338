import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { killEverywhere } from './killEverywhere.ts';
import { type KillGround, type Lane, openKillGround } from './killGround.ts';
import type { KillPoint } from './killPoints.ts';

jest.setTimeout(480_000);

const LANES = 3;

let ground: KillGround;
let lanes: Lane[];
beforeAll(async () => {
  ground = await openKillGround();
  lanes = await Promise.all(Array.from({ length: LANES }, () => ground.lane()));
});
afterAll(() => ground.close());

/** One kill during a request and one at a write, chosen differently each time: `npm run bench:kills` tries them all. */
function sample(points: readonly KillPoint[], scenario: number): KillPoint[] {
  const of = (...kinds: KillPoint['at'][]) => points.filter(({ at }) => kinds.includes(at));
  const underWay = [of('tool'), of('code'), of('model')].find((found) => found.length > 0) ?? [];
  return [underWay, of('write kept')].flatMap((among) => {
    const chosen = among[(scenario * 5 + 2) % among.length];
    return chosen === undefined ? [] : [chosen];
  });
}

it('every pattern survives kill -9: the transcript is the same, nothing is paid for twice, no tool is called twice', async () => {
  const reports = await killEverywhere({ ground, lanes, choose: sample });
  expect(reports.length).toBeGreaterThanOrEqual(20);
  expect(reports.filter(({ faults }) => faults.length > 0)).toEqual([]);
});

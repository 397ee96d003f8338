import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { killWhileWriting } from './backgroundKills.ts';
import { type KillGround, openKillGround } from './killGround.ts';

jest.setTimeout(300_000);

let ground: KillGround;
beforeAll(async () => {
  ground = await openKillGround();
});
afterAll(() => ground.close());

it('answers that are generated in the background outlive their workers, and none is requested twice', async () => {
  const report = await killWhileWriting(ground, await ground.lane(), 3);
  expect(report).toMatchObject({ kills: 3, faults: [] });
  // A worker may also have died between writing a call's row and sending its request.
  expect(report.completed + report.unknown).toBe(report.answers + report.unsent);
});

import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { type EmbeddingServer, startEmbeddingServer } from '../support/embeddingServer.ts';
import { killWhileIngesting } from './ingestKills.ts';
import { type KillGround, type Lane, openKillGround } from './killGround.ts';

jest.setTimeout(300_000);

let server: EmbeddingServer;
let ground: KillGround;
let lane: Lane;
beforeAll(async () => {
  server = await startEmbeddingServer();
  ground = await openKillGround();
  lane = await ground.lane({ EMBEDDING_BASE_URL: server.baseUrl });
});
afterAll(async () => {
  await ground.close();
  await server.close();
});

it('kill -9 during an import: all documents are there, none twice, and no stored vector is requested again', async () => {
  const report = await killWhileIngesting(ground, lane, server, { documents: 24, kills: 3 });
  expect(report.faults).toEqual([]);
  expect(report.midWork).toBeGreaterThan(0);
});

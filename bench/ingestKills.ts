// Kills the worker again and again while documents are imported into the knowledge store: `npm run bench:ingest-kills
// [documents] [kills]`; the last line of output is the figures as JSON.
import { killWhileIngesting } from '../test/faults/ingestKills.ts';
import { openKillGround } from '../test/faults/killGround.ts';
import { startEmbeddingServer } from '../test/support/embeddingServer.ts';

const [documents = 200, kills = 50] = process.argv.slice(2).map(Number);
const startedAt = performance.now();
const server = await startEmbeddingServer();
const ground = await openKillGround();
try {
  const lane = await ground.lane({ EMBEDDING_BASE_URL: server.baseUrl });
  const report = await killWhileIngesting(ground, lane, server, { documents, kills }, (line) => {
    process.stdout.write(`${line}\n`);
  });
  const { faults, ...figures } = report;
  for (const fault of faults) process.stdout.write(`BROKEN: ${fault}\n`);
  const seconds = Math.round((performance.now() - startedAt) / 1_000);
  process.stdout.write(`${JSON.stringify({ ...figures, faults: faults.length, seconds })}\n`);
  process.exitCode = faults.length === 0 ? 0 : 1;
} finally {
  await ground.close();
  await server.close();
}

import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { buildStale } from '../ops/build.ts';
import { rehearseDeployment } from '../test/faults/rehearsal/rehearseDeployment.ts';

// Rehearses a deployment and its roll-back on this machine, with conversations open and people watching: `npm run bench:deploy --
// [--small] [--conversations=100] [--pages=20]`. With TEST_DATABASE_URL, and a Temporal server for PostgreSQL on this machine, everything stands on PostgreSQL.
// The last line of output is the figures as JSON.

const { values } = parseArgs({
  options: {
    small: { type: 'boolean', default: false },
    conversations: { type: 'string', default: '100' },
    /** In a real browser, beside as many readers of the API. */
    pages: { type: 'string', default: '20' },
  },
});
const pages = Number(values.pages);
const size = values.small
  ? { conversations: 10, pages: 2, apiReaders: 4, webProcesses: 2, chunkDelayMs: 400, overlapMs: 1_000 }
  : {
      ...{ conversations: Number(values.conversations), pages, apiReaders: 20 },
      ...{ webProcesses: 2, chunkDelayMs: 1_000 },
    };
const say = (line: string) => void process.stdout.write(`${line}\n`);

await buildStale(say);
const began = performance.now();
const { faults, ...figures } = await rehearseDeployment({ ...size, say });
for (const fault of faults) say(`BROKEN: ${fault}`);
say(
  JSON.stringify({
    bench: 'deploy',
    date: new Date().toISOString().slice(0, 10),
    machine: {
      cpus: cpus().length,
      cpu: cpus()[0]?.model.trim(),
      memoryGiB: Math.round(totalmem() / 2 ** 30),
    },
    ...figures,
    faults: faults.length,
    seconds: Math.round((performance.now() - began) / 1_000),
  }),
);
process.exit(faults.length === 0 ? 0 : 1);

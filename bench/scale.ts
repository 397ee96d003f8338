import { parseArgs } from 'node:util';
import { z } from 'zod';
import { queryRows, sql } from '../platform/sql.ts';
import { median } from './median.ts';
import { parentOf, processMs, serverMs } from './processorTime.ts';
import { setStage, type Stage } from './stage.ts';
import { perSecond, timeTurns } from './timing.ts';

// Measures how many turns a second one, two and four workers take, on Temporal with PostgreSQL, with a model that answers at
// once: `npm run bench:scale -- [--server=dev_server] [--rounds=3]`. It says which process took how much of the processors meanwhile. The
// last line of output is the figures as JSON.
const WORKERS = [1, 2, 4];
const WARM_UP = 100;
const LOAD = { conversations: 100, turnsEach: 10 };

const { values } = parseArgs({
  options: { server: { type: 'string', default: 'postgresql' }, rounds: { type: 'string', default: '3' } },
});
const ROUNDS = Number(values.rounds);
const stage = await setStage(values.server === 'dev_server' ? 'dev_server' : 'postgresql');
const added: Awaited<ReturnType<Stage['addWorker']>>[] = [];
const steps: Awaited<ReturnType<typeof measure>>[] = [];
try {
  const [backend] = await queryRows(
    stage.database,
    sql`SELECT pg_backend_pid() AS pid`,
    z.object({ pid: z.number() }),
  );
  const postgres = parentOf(backend?.pid ?? 0) ?? 0;
  for (const count of WORKERS) {
    while (added.length < count - 1) added.push(await stage.addWorker());
    await Promise.all(Array.from({ length: count }, () => timeTurns(stage, WARM_UP)));
    steps.push(await measure(count, postgres));
  }
} finally {
  for (const worker of added) await worker.stop();
  await stage.close();
}
console.log(
  JSON.stringify({
    bench: 'scale',
    date: new Date().toISOString().slice(0, 10),
    machine: stage.machine,
    temporal: values.server,
    load: LOAD,
    steps,
  }),
);

async function measure(workers: number, postgres: number) {
  const rates: number[] = [];
  const before = spent(postgres);
  const began = performance.now();
  for (let round = 0; round < ROUNDS; round += 1)
    rates.push(await perSecond(LOAD, () => timeTurns(stage, LOAD.turnsEach)));
  const seconds = (performance.now() - began) / 1_000;
  const after = spent(postgres);
  const turns = ROUNDS * LOAD.conversations * LOAD.turnsEach;
  const millis = Object.fromEntries(
    Object.entries(after).map(([name, total]) => [
      name,
      rounded((total - (before[name as keyof typeof before] ?? 0)) / turns),
    ]),
  );
  const step = {
    workers,
    turnsPerSecond: rounded(median(rates)),
    rates: rates.map(rounded),
    /** Processor time of a turn, by process; all else on the machine is not in it. */
    millisPerTurn: millis,
    /** How many processors they kept busy together. */
    busy: rounded((Object.values(millis).reduce((sum, each) => sum + each, 0) * turns) / 1_000 / seconds),
  };
  console.log(
    `${String(workers)} workers: ${String(step.turnsPerSecond)} turns a second; processor time of a turn, ms: ` +
      Object.entries(millis)
        .map(([name, each]) => `${name} ${String(each)}`)
        .join(', '),
  );
  return step;
}

/** Milliseconds of processor time so far. */
function spent(postgres: number) {
  const { worker, temporal, model } = stage.pids;
  const { user, system } = process.cpuUsage();
  return {
    workers: [worker, ...added.map(({ pid }) => pid)].reduce(
      (sum, pid) => sum + (processMs(pid) ?? Number.NaN),
      0,
    ),
    temporal: processMs(temporal) ?? Number.NaN,
    postgresql: serverMs(postgres),
    model: processMs(model) ?? Number.NaN,
    benchmark: (user + system) / 1_000,
  };
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

// Kills the worker at every point of a short run of each pattern: during each model request, tool call and code
// execution, and at each write, before or after it is committed. `npm run bench:kills [scenario …]`; the last line of
// output is the figures as JSON.
import { killEverywhere } from '../test/faults/killEverywhere.ts';
import { openKillGround } from '../test/faults/killGround.ts';
import { killScenarios } from '../test/faults/killScenarios.ts';

/** The number of workers that run in parallel: most of the time Temporal has yet to notice that a worker is dead. */
const LANES = Number(process.env['KILL_LANES'] ?? 4);

const wanted = process.argv.slice(2);
const scenarios = killScenarios.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
const startedAt = performance.now();
const ground = await openKillGround();
try {
  const lanes = await Promise.all(Array.from({ length: LANES }, () => ground.lane()));
  const reports = await killEverywhere({
    ground,
    lanes,
    scenarios,
    choose: (points) => points,
    onReport: ({ scenario, point, faults }) => {
      const verdict = faults.length === 0 ? 'whole' : `BROKEN\n  ${faults.join('\n  ')}`;
      process.stdout.write(`${scenario}, ${point.at} ${String(point.nth)}: ${verdict}\n`);
    },
  });
  const broken = reports.filter(({ faults }) => faults.length > 0);
  const figures = {
    kills: reports.length,
    broken: broken.length,
    byScenario: Object.fromEntries(
      scenarios.map(({ name }) => [name, reports.filter(({ scenario }) => scenario === name).length]),
    ),
    lanes: LANES,
    seconds: Math.round((performance.now() - startedAt) / 1_000),
  };
  process.stdout.write(`${JSON.stringify(figures)}\n`);
  process.exitCode = broken.length === 0 ? 0 : 1;
} finally {
  await ground.close();
}

// A year of a weekday schedule in Berlin and one in New York, filled in and in a compressed calendar, while the worker, the
// Temporal server and the database are killed at random: `npm run bench:schedule-year [kills] [seed]`. The last line of
// output is the figures as JSON.
import { setFaultStage } from '../test/faults/faultStage.ts';
import { killThroughAYear } from '../test/faults/scheduleYear.ts';

const [kills = 60, seed = Date.now() % 1_000_000] = process.argv.slice(2).map(Number);
const startedAt = performance.now();
const stage = await setFaultStage();
try {
  const options = {
    ...{ from: '2025-01-01T00:00:00Z', until: '2026-01-01T00:00:00Z', kills, seed },
    ...{ zones: ['Europe/Berlin', 'America/New_York'], between: [2_000, 12_000] as const },
  };
  const { faults, ...figures } = await killThroughAYear(stage, options, (line) => {
    process.stdout.write(`${line}\n`);
  });
  for (const fault of faults) process.stdout.write(`BROKEN: ${fault}\n`);
  const seconds = Math.round((performance.now() - startedAt) / 1_000);
  const date = new Date().toISOString().slice(0, 10);
  process.stdout.write(`${JSON.stringify({ ...figures, faults: faults.length, seed, seconds, date })}\n`);
  process.exitCode = faults.length === 0 ? 0 : 1;
} finally {
  await stage.close();
}

// Destroys an installation in the middle of conversations, restores its backup and watches them go on. `npm run bench:drill`;
// DRILL_CONVERSATIONS sets their number. With TEST_DATABASE_URL its rows are on PostgreSQL, and with DRILL_TEMPORAL=postgresql
// Temporal's as well. The last line of output is the figures as JSON.
import { openDoomedInstallation } from '../test/faults/backupDrill.ts';

const count = Number(process.env['DRILL_CONVERSATIONS'] ?? 50);
const TURNS = 20;
const server = process.env['TEST_DATABASE_URL'];

const temporal = process.env['DRILL_TEMPORAL'] === 'postgresql' ? 'PostgreSQL' : 'file';
if (temporal === 'PostgreSQL' && server === undefined)
  throw new Error('DRILL_TEMPORAL=postgresql needs TEST_DATABASE_URL.');
const installation = await openDoomedInstallation(
  server === undefined ? { on: 'one machine' } : { on: 'PostgreSQL', serverUrl: server, temporal },
);
try {
  await installation.converse(count, TURNS);
  const [manifest, backupSeconds] = await timed(installation.backUp);
  await installation.destroy();
  const [restored, restoreSeconds] = await timed(installation.restore);
  const [, startSeconds] = await timed(installation.start);
  const [stalled, goingOnSeconds] = await timed(installation.findStalled);
  const [faults, finishSeconds] = await timed(installation.faults);
  for (const fault of [...stalled, ...faults]) console.error(fault);
  const figures = {
    conversations: count,
    notGoingOn: stalled.length,
    faults: faults.length,
    tables: restored.tables,
    rows: restored.rows,
    bytes: manifest.parts.reduce((sum, { bytes }) => sum + bytes, 0),
    backupSeconds,
    restoreSeconds,
    startSeconds,
    goingOnSeconds,
    /** From the destruction until every conversation goes on. */
    backSeconds: Math.round((restoreSeconds + startSeconds + goingOnSeconds) * 10) / 10,
    finishSeconds,
    database: server === undefined ? 'PGlite' : 'PostgreSQL',
    temporal: temporal === 'PostgreSQL' ? 'PostgreSQL' : "its dev server's file",
  };
  process.stdout.write(`${JSON.stringify(figures)}\n`);
  process.exitCode = stalled.length + faults.length === 0 ? 0 : 1;
} finally {
  await installation.close();
}

async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const began = performance.now();
  const result = await work();
  return [result, Math.round((performance.now() - began) / 100) / 10];
}

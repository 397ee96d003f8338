// Kills the worker again and again while OpenAI's Responses API (a stand-in for it) generates answers in the
// background. `npm run bench:background-kills [kills]`; the last line of output is the figures as JSON.
import { killWhileWriting } from '../test/faults/backgroundKills.ts';
import { openKillGround } from '../test/faults/killGround.ts';

/** The number of workers that run in parallel. */
const LANES = Number(process.env['KILL_LANES'] ?? 2);

const kills = Number(process.argv[2] ?? 100);
const startedAt = performance.now();
const ground = await openKillGround();
try {
  const lanes = await Promise.all(Array.from({ length: LANES }, () => ground.lane()));
  const reports = await Promise.all(
    lanes.map((lane, index) => {
      const share = Math.floor(kills / LANES) + (index < kills % LANES ? 1 : 0);
      return killWhileWriting(ground, lane, share, (line) => void process.stdout.write(`${line}\n`));
    }),
  );
  const sum = (field: 'kills' | 'midAnswer' | 'answers' | 'completed' | 'unknown' | 'readOn') =>
    reports.reduce((total, report) => total + report[field], 0);
  const faults = reports.flatMap((report) => report.faults);
  for (const fault of faults) process.stdout.write(`BROKEN: ${fault}\n`);
  const figures = {
    bench: 'background-kills',
    date: new Date().toISOString().slice(0, 10),
    kills: sum('kills'),
    midAnswer: sum('midAnswer'),
    answers: sum('answers'),
    stored: sum('completed'),
    readOnByAnotherAttempt: sum('readOn'),
    unknown: sum('unknown'),
    faults: faults.length,
    lanes: LANES,
    seconds: Math.round((performance.now() - startedAt) / 1_000),
  };
  process.stdout.write(`${JSON.stringify(figures)}\n`);
  process.exitCode = faults.length === 0 ? 0 : 1;
} finally {
  await ground.close();
}

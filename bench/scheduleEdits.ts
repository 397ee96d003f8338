// Edits schedules around the second in which a run is due, on a real Temporal server: `npm run bench:schedule-edits [edits]
// [schedules] [seconds from date to date]`. No run may be lost and none doubled. The last line of output is the figures as JSON.
import { pino } from 'pino';
import { editWhileDue } from '../test/faults/scheduleEdits.ts';
import { reconcileSchedules } from '../worker/reconcileSchedules.ts';
import { repeatEvery } from '../worker/repeat.ts';
import { setStage } from './stage.ts';

const [edits = 1_000, schedules = 10, everySeconds = 10] = process.argv.slice(2).map(Number);
const startedAt = performance.now();
const stage = await setStage();
/** Times that edits made the server forget, and that were started all the same. */
let repaired = 0;
const logger = pino({
  level: 'warn',
  hooks: {
    logMethod(line, log) {
      if (line.some((part: unknown) => typeof part === 'string' && part.includes('made the server forget'))) {
        repaired += 1;
      } else {
        log.apply(this, line);
      }
    },
  },
});
const { database, temporal, taskQueue, machine } = stage;
// As often as the product's worker does.
const reconciler = repeatEvery(1_000, logger, () =>
  reconcileSchedules({ database, temporal, taskQueue, logger }, new Date()),
);
try {
  const { id: projectId } = await database.project.findFirstOrThrow({ where: { slug: 'default' } });
  const ground = { database: () => database, temporal: () => temporal, projectId };
  const { faults, ...figures } = await editWhileDue(ground, { schedules, edits, everySeconds }, (done) => {
    if (done % 50 === 0) process.stdout.write(`${String(done)} edits\n`);
  });
  for (const fault of faults) process.stdout.write(`BROKEN: ${fault}\n`);
  const seconds = Math.round((performance.now() - startedAt) / 1_000);
  const date = new Date().toISOString().slice(0, 10);
  process.stdout.write(
    `${JSON.stringify({ ...figures, repaired, faults: faults.length, seconds, date, machine })}\n`,
  );
  process.exitCode = faults.length === 0 ? 0 : 1;
} finally {
  await reconciler.stop();
  await stage.close();
}

import { setTimeout as sleep } from 'node:timers/promises';
import type { TeamConfig } from '../workflows/domain/team.ts';
import { plainTeam, setStage } from './stage.ts';
import { timeTurns } from './timing.ts';

// Measures the memory of a worker's process: idle, with WAITING conversations that wait for a person, with BUSY more
// that run at the same time, and after these have finished. The last line of output is the figures as JSON.
const WAITING = Number(process.env['WAITING'] ?? 1_000);
const BUSY = 100;
const TURNS_EACH = 10;
/** How many conversations are started at once. */
const BATCH = 50;

const stage = await setStage();
try {
  await timeTurns(stage, 20);
  const atRest = stage.workerMiB().now;
  const waiting: TeamConfig = {
    ...plainTeam(2),
    participants: plainTeam(2).participants.map((participant) =>
      participant.kind === 'agent'
        ? { ...participant, review: { deadlineSeconds: 86_400, onDeadline: 'stop' } }
        : participant,
    ),
  };
  for (let started = 0; started < WAITING; started += BATCH) {
    await Promise.all(Array.from({ length: Math.min(BATCH, WAITING - started) }, () => stage.start(waiting)));
    while ((await stage.database.humanTask.count()) < Math.min(WAITING, started + BATCH)) await sleep(200);
  }
  const whileWaiting = stage.workerMiB().now;
  const ends = await Promise.allSettled(Array.from({ length: BUSY }, () => timeTurns(stage, TURNS_EACH)));
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
  const { now, peak } = stage.workerMiB();
  console.log(
    JSON.stringify({
      bench: 'memory',
      date: new Date().toISOString().slice(0, 10),
      machine: stage.machine,
      conversations: { waiting: WAITING, busy: BUSY },
      workerMiB: { atRest, waiting: whileWaiting, afterBusy: now, peak },
    }),
  );
} finally {
  await stage.close();
}

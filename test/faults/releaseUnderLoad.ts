import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DefaultLogger } from '@temporalio/worker';
import { startEmbeddedTemporal } from '../../ops/embedded/temporal.ts';
import { findTemporal } from '../../ops/embedded/temporalBinary.ts';
import { countPinned } from '../../platform/deployments/pinned.ts';
import { hasWorker, readDeployment } from '../../platform/deployments/readDeployment.ts';
import { makeCurrent } from '../../platform/deployments/routeTo.ts';
import { bundleWorkflows } from '../../worker/bundleWorkflows.ts';
import { type Colloquy, startColloquy } from '../../worker/test/colloquy.ts';
import { answer, openTask } from '../../worker/test/people.ts';
import { agent, team } from '../../worker/test/teams.ts';
import { eventually } from '../../worker/test/transcript.ts';
import { moveSignal, pauseSignal, resumeSignal } from '../../workflows/messages.ts';
import { forgetProcess, noteProcess, TEST_FOLDER } from '../support/leftovers.ts';
import { createGate, text } from '../support/scriptedReply.ts';
import { failedWorkflowTasks } from './failedWorkflowTasks.ts';

/** What came of a release and its roll-back. */
export interface ReleaseReport {
  conversations: number;
  /** Those that were at work and came to their end on the build on which they had begun. */
  endedOnOldBuild: number;
  /** Those that waited for a person or were paused, and moved; the time until the last had. */
  moved: number;
  moveSeconds: number;
  /** The same on the way back. */
  movedBack: number;
  moveBackSeconds: number;
  /** Model calls that were made, and those that the conversations needed. */
  modelCalls: number;
  modelCallsNeeded: number;
  /** The gate's exit codes: with a conversation that the release would break, and without. */
  gateCodes: (number | null)[];
  /** Workflow tasks that failed because a history did not replay, and all else that is wrong. */
  faults: string[];
}

const deploymentName = 'colloquy';
/** The old release has other workflow code than what is built here, which is the new one. */
const old = { deploymentName, buildId: 'old' };
const released = { deploymentName, buildId: 'released' };

const WORKING_TURNS = 12;
const PATIENCE_MS = 600_000;
const reviewed = { review: { deadlineSeconds: 86_400, onDeadline: 'stop' } } as const;

/**
 * Releases changed workflow code while conversations are open, and rolls it back: a third of them is at work, a third waits for a
 * person, a third is paused. Two workers of the product run in this process, the gate in its own.
 */
export async function releaseUnderLoad(
  conversations: number,
  say: (line: string) => void = () => undefined,
): Promise<ReleaseReport> {
  const folder = await mkdtemp(join(tmpdir(), 'colloquy-release-'));
  const bundlePath = join(folder, 'old.js');
  const changed = fileURLToPath(new URL('../support/changedWorkflows.ts', import.meta.url));
  await writeFile(bundlePath, await bundleWorkflows(changed, { logger: new DefaultLogger('WARN') }));
  const binary = await findTemporal(join(TEST_FOLDER, 'bin'), () => undefined);
  const server = await startEmbeddedTemporal({ binary, logFile: join(folder, 'temporal.log') });
  noteProcess(server.pid);
  process.env['TEST_TEMPORAL_ADDRESS'] = server.address;
  // Belongs to no deployment at first, so that there is a conversation that is pinned to no build.
  const colloquy = await startColloquy({ temporalAddress: server.address, bundlePath });
  const oldWorker = colloquy.workerBeside({ build: old, bundlePath });
  const newWorker = colloquy.workerBeside({ build: released });
  try {
    return await play(colloquy, { server: server.address, oldWorker, newWorker, conversations, say });
  } finally {
    await oldWorker.stop();
    await newWorker.stop();
    await colloquy.close();
    await server.stop();
    forgetProcess(server.pid);
    await rm(folder, { recursive: true });
  }
}

interface Stage {
  server: string;
  oldWorker: ReturnType<Colloquy['workerBeside']>;
  newWorker: ReturnType<Colloquy['workerBeside']>;
  conversations: number;
  say: (line: string) => void;
}

async function play(colloquy: Colloquy, stage: Stage): Promise<ReleaseReport> {
  const { oldWorker, newWorker, conversations, say } = stage;
  const { temporal, model, handle } = colloquy;
  const faults: string[] = [];
  model.otherwise(() => text('On it', { chunkDelayMs: 20 }));

  const unpinned = await colloquy.start(team([agent('writer', reviewed)], { maxTurns: 1 }));
  await openTask(colloquy, unpinned);
  const gateCodes = [await gate(stage.server, say)];
  await handle(unpinned).terminate('the benchmark has seen enough');
  await colloquy.stopWorker();

  await oldWorker.start();
  await release(colloquy, old);
  const third = Math.floor(conversations / 3);
  const waiting = await startAll(colloquy, conversations - 2 * third, () =>
    team([agent('writer', reviewed)], { termination: null, maxTurns: 1 }),
  );
  const taskIds = new Map<string, string>();
  for (const id of waiting) taskIds.set(id, (await openTask(colloquy, id, [], PATIENCE_MS)).id);
  const paused: string[] = [];
  for (let started = 0; started < third; started += 1) {
    const id = await colloquy.start(working());
    await handle(id).signal(pauseSignal);
    paused.push(id);
  }
  await eventually(
    () => colloquy.database.conversation.count({ where: { id: { in: paused }, state: 'paused' } }),
    (count) => count === paused.length,
    PATIENCE_MS,
  );
  await newWorker.start();
  gateCodes.push(await gate(stage.server, say));
  // Each of them is in its first turn when the new build becomes current.
  const isReleased = createGate();
  model.otherwise(() => text('On it', { hold: { afterChunks: 0, until: isReleased } }));
  const atWork = await startAll(colloquy, third, () => working());
  say(`${String(await countPinned(temporal, old))} conversations are open on the old build`);
  await release(colloquy, released);
  isReleased.open();
  say('the new build is current');
  for (const id of atWork) await handle(id).result();
  const ends = await Promise.all(atWork.map((id) => buildOf(colloquy, id)));
  const sleepers = [...waiting, ...paused];
  const moveMs = await move(colloquy, sleepers, released);
  const moved = await countPinned(temporal, released);
  say(`${String(moved)} have moved`);

  await release(colloquy, old);
  const backMs = await move(colloquy, sleepers, old);
  const movedBack = await countPinned(temporal, old);
  say(`${String(movedBack)} have moved back`);
  for (const [id, taskId] of taskIds) await answer(colloquy, id, taskId, 'approve');
  for (const id of paused) await handle(id).signal(resumeSignal);
  for (const id of sleepers) await handle(id).result();

  faults.push(...(await failedWorkflowTasks(colloquy.temporal)));
  const unfinished = await colloquy.database.conversation.count({
    where: { id: { in: [...sleepers, ...atWork] }, NOT: { state: 'finished' } },
  });
  if (unfinished > 0) faults.push(`${String(unfinished)} conversations have not finished`);
  return {
    conversations,
    endedOnOldBuild: ends.filter((build) => build === old.buildId).length,
    moved,
    moveSeconds: Math.round(moveMs / 100) / 10,
    movedBack,
    moveBackSeconds: Math.round(backMs / 100) / 10,
    modelCalls: await colloquy.database.modelCall.count({ where: { NOT: { conversationId: unpinned } } }),
    modelCallsNeeded: waiting.length + (paused.length + atWork.length) * WORKING_TURNS,
    gateCodes,
    faults,
  };
}

function working() {
  return team([agent('writer'), agent('critic')], { termination: null, maxTurns: WORKING_TURNS });
}

async function startAll(colloquy: Colloquy, count: number, config: () => ReturnType<typeof team>) {
  const ids: string[] = [];
  for (let started = 0; started < count; started += 1) ids.push(await colloquy.start(config()));
  return ids;
}

async function release({ temporal, taskQueue }: Colloquy, build: typeof old): Promise<void> {
  await eventually(
    () => readDeployment(temporal, { deploymentName, taskQueue }, new Date()).catch(() => null),
    (found) => hasWorker(found, build.buildId),
    PATIENCE_MS,
  );
  await makeCurrent(temporal, build);
}

/** Milliseconds until the last of them has moved. */
async function move({ temporal, handle }: Colloquy, ids: string[], to: typeof old): Promise<number> {
  const startedAt = performance.now();
  for (const id of ids) await handle(id).signal(moveSignal);
  await eventually(
    () => countPinned(temporal, to),
    (count) => count === ids.length,
    PATIENCE_MS,
  );
  return performance.now() - startedAt;
}

async function buildOf({ handle }: Colloquy, id: string): Promise<string | null | undefined> {
  const { raw } = await handle(id).describe();
  return raw.workflowExecutionInfo?.versioningInfo?.deploymentVersion?.buildId;
}

/** Runs the gate as an operator does, for the new build. */
function gate(address: string, say: (line: string) => void): Promise<number | null> {
  const file = fileURLToPath(new URL('../../ops/replayGate.ts', import.meta.url));
  const child = spawn(process.execPath, ['--no-warnings', file], {
    env: {
      NODE_ENV: 'production',
      PATH: process.env['PATH'],
      TEMPORAL_ADDRESS: address,
      WORKER_DEPLOYMENT: deploymentName,
      WORKER_BUILD: released.buildId,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let last = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream
      .setEncoding('utf8')
      .on('data', (words: string) => (last = words.trim().split('\n').at(-1) ?? last));
  }
  return new Promise((resolve) =>
    child.once('close', (code) => {
      say(`the gate ends with ${String(code)}: ${last}`);
      resolve(code);
    }),
  );
}

import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { readStart } from '../activities/transcript/readStart.ts';
import { createOwnerLink } from '../ops/ownerLink.ts';
import { createLogger } from '../platform/logger.ts';
import { queryRows, sql } from '../platform/sql.ts';
import { startWorkflow } from '../platform/startWorkflow.ts';
import { writeConversationOf } from '../test/support/conversationRows.ts';
import { startWebServer } from '../web/test/support/webServer.ts';
import { cookieHeader, signInAsOwner } from '../web/test/support/webWorld.ts';
import { reconcile } from '../worker/reconcile.ts';
import { conversationWorkflowId } from '../workflows/contracts/names.ts';
import type { TeamConfig } from '../workflows/domain/team.ts';
import { answerTaskUpdate } from '../workflows/messages.ts';
import { plainTeam, setStage } from './stage.ts';

// Many conversations wait for a person in one worker: what each of them takes, how long one that is answered needs until its
// next agent has spoken, how long the inbox takes, and how long until all of them were compared with their workflows. WAITING says
// how many; starting ends after START_MINUTES. The last line of output is the figures as JSON.
const WAITING = Number(process.env['WAITING'] ?? 10_000);
const START_MINUTES = Number(process.env['START_MINUTES'] ?? 30);
const ANSWERED = 100;
const INBOX_ROUNDS = 20;
/** How many conversations are started at once. */
const BATCH = 50;

const stage = await setStage();
const { database, temporal, taskQueue } = stage;
try {
  const waiting: TeamConfig = {
    ...plainTeam(2),
    participants: plainTeam(2).participants.map((participant) =>
      participant.kind === 'agent'
        ? { ...participant, review: { deadlineSeconds: 604_800, onDeadline: 'stop' } }
        : participant,
    ),
  };
  const first = await stage.start(waiting);
  await untilWaiting(1);
  const before = {
    worker: stage.workerMiB().now,
    temporal: stage.temporalMiB().now,
    bytes: await databaseBytes(),
  };
  const version = await database.conversation.findUniqueOrThrow({
    where: { id: first.conversationId },
    select: { projectId: true, teamVersionId: true },
  });

  const startedAt = performance.now();
  let count = 1;
  while (count < WAITING && performance.now() - startedAt < START_MINUTES * 60_000) {
    const wanted = Math.min(BATCH, WAITING - count);
    await Promise.all(Array.from({ length: wanted }, () => startBeside(version)));
    count += wanted;
    await untilWaiting(count);
    if (count % 1_000 < BATCH)
      console.log(`${String(count)} wait, worker ${String(stage.workerMiB().now)} MiB`);
  }
  const startMs = performance.now() - startedAt;
  const after = {
    worker: stage.workerMiB().now,
    temporal: stage.temporalMiB().now,
    bytes: await databaseBytes(),
  };

  const answerMs = await timeAnswers();
  const inboxMs = await timeInbox();
  const compareMs = await timeRounds();
  const each = (more: number) => Math.round((more / (count - 1)) * 10) / 10;
  console.log(
    JSON.stringify({
      bench: 'waiting',
      date: new Date().toISOString().slice(0, 10),
      machine: stage.machine,
      conversations: count,
      startedPerSecond: Math.round((count / startMs) * 10_000) / 10,
      workerMiB: { before: before.worker, waiting: after.worker, peak: stage.workerMiB().peak },
      temporalMiB: { before: before.temporal, waiting: after.temporal },
      eachKiB: {
        worker: each((after.worker - before.worker) * 1024),
        temporal: each((after.temporal - before.temporal) * 1024),
        database: each((after.bytes - before.bytes) / 1024),
      },
      answerMs,
      inboxMs,
      reconcilerRound: compareMs,
    }),
  );
} finally {
  await stage.close();
}

async function startBeside(version: { projectId: string; teamVersionId: string }): Promise<void> {
  const { projectId, conversationId: id } = await writeConversationOf(database, version, 'Say something.');
  await startWorkflow(temporal, taskQueue, await readStart(database, { projectId, id }));
}

async function untilWaiting(count: number): Promise<void> {
  while ((await database.humanTask.count({ where: { state: 'open' } })) < count) await sleep(100);
}

async function databaseBytes(): Promise<number> {
  const [row] = await queryRows(
    database,
    sql`SELECT pg_database_size(current_database())::float8 AS bytes`,
    z.object({ bytes: z.number() }),
  );
  return row?.bytes ?? Number.NaN;
}

/** From the answer until the next agent's message is stored: the workflow is no longer in the worker's cache. */
async function timeAnswers(): Promise<{ p50: number; p95: number }> {
  const tasks = await database.humanTask.findMany({ where: { state: 'open' }, orderBy: { openedAt: 'asc' } });
  const step = Math.max(1, Math.floor(tasks.length / ANSWERED));
  const chosen = tasks.filter((_task, index) => index % step === 0).slice(0, ANSWERED);
  const times: number[] = [];
  for (const { id: taskId, conversationId, projectId, seq } of chosen) {
    const began = performance.now();
    const submissionId = randomUUID();
    await database.submission.create({
      data: { id: submissionId, projectId, conversationId, userId: 'bench', text: '' },
    });
    await temporal.workflow
      .getHandle(conversationWorkflowId(conversationId, 0))
      .executeUpdate(answerTaskUpdate, {
        updateId: submissionId,
        args: [{ taskId, decision: 'approve', submissionId, userId: 'bench' }],
      });
    while ((await database.message.count({ where: { conversationId, seq: { gt: seq } } })) === 0)
      await sleep(5);
    times.push(performance.now() - began);
  }
  return percentiles(times);
}

async function timeInbox(): Promise<{ p50: number; p95: number; bytes: number }> {
  const web = await startWebServer({
    DATABASE_URL: stage.databaseUrl,
    TEMPORAL_ADDRESS: stage.temporalAddress,
  });
  try {
    const ownerLink = async () => (await createOwnerLink(database, web.url, new Date())) ?? '';
    const cookie = cookieHeader(await signInAsOwner({ url: web.url, ownerLink }));
    const times: number[] = [];
    let bytes = 0;
    // The first one compiles.
    for (let round = 0; round <= INBOX_ROUNDS; round += 1) {
      const began = performance.now();
      const answer = await fetch(`${web.url}/inbox`, { headers: { cookie } });
      const page = await answer.text();
      if (!answer.ok) throw new Error(`The inbox answered ${String(answer.status)}`);
      bytes = Buffer.byteLength(page);
      if (round > 0) times.push(performance.now() - began);
    }
    return { ...percentiles(times), bytes };
  } finally {
    await web.close();
  }
}

/** Rounds of the reconciler until every conversation has been compared with its workflow. */
async function timeRounds(): Promise<{ rounds: number; allMs: number }> {
  const logger = createLogger({ process: 'worker', level: 'error' });
  const began = performance.now();
  const since = new Date();
  // As if nothing had changed for a minute.
  const now = new Date(since.getTime() + 60_000);
  let rounds = 0;
  const isLeft = () =>
    database.conversation
      .count({ where: { endedAt: null, updatedAt: { lt: since } } })
      .then((left) => left > 0);
  while (rounds < 1_000 && (await isLeft())) {
    await reconcile({ database, temporal, taskQueue, logger }, now);
    rounds += 1;
  }
  return { rounds, allMs: Math.round(performance.now() - began) };
}

function percentiles(times: number[]): { p50: number; p95: number } {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share: number) =>
    Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return { p50: at(0.5), p95: at(0.95) };
}

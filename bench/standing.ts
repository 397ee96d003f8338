import { setTimeout as sleep } from 'node:timers/promises';
import { signalOrStart } from '../platform/startWorkflow.ts';
import { writeWakeUp } from '../platform/wakeUps.ts';
import { conversationWorkflowId, standingWorkflowId } from '../workflows/contracts/names.ts';
import { standingStart } from '../workflows/contracts/standing.ts';
import { lookForWakeUpsSignal } from '../workflows/messages.ts';
import { plainTeam, setStage } from './stage.ts';

// Wakes one standing conversation 1,000 times (or as often as the argument says), one after another, and looks at what is
// lost, at the largest history of any of its workflows, and at the worker's memory on the way. The last line of output is
// the figures as JSON.
const WAKE_UPS = Number(process.argv[2] ?? 1_000);
const LOOK_EVERY = Math.max(1, WAKE_UPS / 10);

const stage = await setStage();
try {
  const { database, temporal, taskQueue } = stage;
  const { conversationId } = await stage.start(plainTeam(1, 4), { standing: true });
  const { projectId } = await database.conversation.findUniqueOrThrow({ where: { id: conversationId } });
  await sleepsAfter(0);
  const began = performance.now();
  const memory: { wakeUps: number; mib: number }[] = [];
  let largestBytes = 0;
  for (let wakeUp = 1; wakeUp <= WAKE_UPS; wakeUp += 1) {
    const row = {
      projectId,
      conversationId,
      source: 'message',
      key: String(wakeUp),
      text: `Wake-up ${String(wakeUp)}`,
    } as const;
    await database.$transaction((transaction) => writeWakeUp(transaction, row));
    const start = standingStart({ projectId, conversationId });
    await signalOrStart(temporal, taskQueue, start, lookForWakeUpsSignal);
    await sleepsAfter(wakeUp);
    largestBytes = Math.max(largestBytes, await historyBytes());
    if (wakeUp % LOOK_EVERY === 0) {
      memory.push({ wakeUps: wakeUp, mib: stage.workerMiB().now });
      console.log(`${String(wakeUp)} wake-ups: worker ${String(stage.workerMiB().now)} MiB.`);
    }
  }
  const seconds = (performance.now() - began) / 1_000;
  const messages = await database.message.findMany({
    where: { conversationId, supersededAt: null, content: { startsWith: 'Wake-up ' } },
    select: { content: true },
    orderBy: { seq: 'asc' },
  });
  const expected = Array.from({ length: WAKE_UPS }, (_, index) => `Wake-up ${String(index + 1)}`);
  const inOrder = messages.every(({ content }, index) => content === expected[index]);
  const runs = await continued();
  const replies = await database.message.count({
    where: { conversationId, supersededAt: null, source: { not: 'user' } },
  });
  console.log(
    JSON.stringify({
      bench: 'standing',
      date: new Date().toISOString().slice(0, 10),
      machine: stage.machine,
      wakeUps: WAKE_UPS,
      lost: WAKE_UPS - new Set(messages.map(({ content }) => content)).size,
      doubled: messages.length - new Set(messages.map(({ content }) => content)).size,
      inOrder,
      replies,
      continueAsNew: runs.length - 1,
      largestHistoryBytes: Math.max(largestBytes, ...runs.map(({ bytes }) => bytes)),
      workerMiB: memory.map(({ mib }) => mib),
      secondsAWakeUp: Number((seconds / WAKE_UPS).toFixed(3)),
    }),
  );

  async function sleepsAfter(run: number): Promise<void> {
    for (;;) {
      const row = await database.conversation.findUniqueOrThrow({ where: { id: conversationId } });
      if (row.state === 'sleeping' && row.run === run) return;
      await sleep(20);
    }
  }

  /** Of the run's workflow; those of the one that sleeps are added up in the end. */
  async function historyBytes(): Promise<number> {
    const { run } = await database.conversation.findUniqueOrThrow({ where: { id: conversationId } });
    const handle = temporal.workflow.getHandle(conversationWorkflowId(conversationId, run));
    return (await handle.describe()).historySize ?? 0;
  }

  /** The runs of the workflow that sleeps: each but the first is a continue-as-new. */
  async function continued(): Promise<{ bytes: number }[]> {
    const found: { bytes: number }[] = [];
    const query = `WorkflowId = '${standingWorkflowId(conversationId)}'`;
    for await (const { runId } of temporal.workflow.list({ query })) {
      const { historySize } = await temporal.workflow
        .getHandle(standingWorkflowId(conversationId), runId)
        .describe();
      found.push({ bytes: historySize ?? 0 });
    }
    return found;
  }
} finally {
  await stage.close();
}

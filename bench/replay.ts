import { decodeHistory } from '../replay/historyType.ts';
import { REPLAY_LIMITS } from '../replay/limits.ts';
import { type Execution, readExecutions } from '../replay/readExecutions.ts';
import { createReplayProcess } from '../replay/replayProcess.ts';
import { median } from './median.ts';
import { setStage } from './stage.ts';

// How long a replay of 1,000 plain turns takes: in a process that has started, and with its start. The last line is one
// line of JSON.
const TURNS = 1_000;
const ROUNDS = 5;

const stage = await setStage();
try {
  const workflowId = await stage.converse(TURNS);
  await stage.temporal.workflow.getHandle(workflowId).result();
  const executions: Execution[] = [];
  for await (const each of readExecutions(stage.temporal, workflowId, REPLAY_LIMITS.mostBytes)) {
    executions.push(each);
  }
  const histories = executions.map(({ history }) => history ?? new Uint8Array());
  const stop = new AbortController();
  const cold: number[] = [];
  const warm: number[] = [];
  const processor: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const replayer = createReplayProcess(stop.signal);
    for (const times of [cold, warm]) {
      let processorMs = 0;
      const startedAtMs = performance.now();
      for (const bytes of histories) {
        const verdict = await replayer.replay({ form: 'binary', bytes });
        if (verdict.kind !== 'agrees') throw new Error(`It does not agree: ${JSON.stringify(verdict)}`);
        processorMs += verdict.processorMs;
      }
      if (times === warm) processor.push(processorMs);
      times.push(Math.round(performance.now() - startedAtMs));
    }
    replayer.close();
  }
  const events = histories.reduce((sum, bytes) => sum + decodeHistory(bytes).events.length, 0);
  console.log(
    JSON.stringify({
      bench: 'replay',
      date: new Date().toISOString().slice(0, 10),
      machine: stage.machine,
      turns: TURNS,
      histories: histories.length,
      events,
      bytes: histories.reduce((sum, bytes) => sum + bytes.length, 0),
      medianMs: { replay: median(warm), processor: median(processor), withStart: median(cold) },
    }),
  );
} finally {
  await stage.close();
}

import { bundlePath } from '../platform/bundlePath.ts';
import { buildOf } from '../platform/deployments/build.ts';
import { readEnvironment } from '../platform/environment.ts';
import { connectTemporal } from '../platform/temporal.ts';
import { REPLAY_LIMITS } from '../replay/limits.ts';
import { readExecutions } from '../replay/readExecutions.ts';
import { createReplayProcess } from '../replay/replayProcess.ts';
import { workflowTypes } from '../workflows/contracts/names.ts';
import { replayText } from '../workflows/contracts/replayText.ts';
import { canGoOn } from '../workflows/domain/replay/verdict.ts';
import { endInWords, readOptions } from './commandLine.ts';
import { createBuildCheck } from './release/staysOnItsBuild.ts';

// `npm run replay-gate`: before a release, replays the histories of all open workflows of a server against the workflow
// code that is built here (`npm run build:workflows`), and ends with 1 at the first that differs. Those that are pinned to another
// build whose workers run are counted and not replayed. No model is called and nothing is written.

endInWords();
const { values } = readOptions({ options: { all: { type: 'boolean', default: false } } });
// Of the environment it needs Temporal's address, and the deployment if there is one.
const environment = readEnvironment({ DATABASE_URL: 'postgresql://localhost', ...process.env });
const temporal = await connectTemporal(environment);
const staysOnBuild = createBuildCheck(temporal, buildOf(environment, bundlePath));
const stop = new AbortController();
process.once('SIGINT', () => stop.abort());
const replayer = createReplayProcess(stop.signal);
const types = workflowTypes.map((type) => `'${type}'`).join(', ');
const query = `WorkflowType IN (${types}) AND ExecutionStatus = 'Running'`;
let agreeing = 0;
let events = 0;
let failed = 0;
/** How many stay on another build, by build. */
const staying = new Map<string, number>();
try {
  for await (const { workflowId } of temporal.workflow.list({ query })) {
    // What stays on another build never meets this code with the history that it has.
    const build = await staysOnBuild(workflowId);
    if (build !== null) {
      staying.set(build, (staying.get(build) ?? 0) + 1);
      continue;
    }
    const { value: execution } = await readExecutions(temporal, workflowId, REPLAY_LIMITS.mostBytes).next();
    // It has ended since it was listed, and is gone.
    if (!execution) continue;
    const verdict = await replayer.replay({ form: 'binary', bytes: execution.history });
    if (canGoOn(verdict)) {
      agreeing += 1;
      events += execution.events;
      continue;
    }
    failed += 1;
    console.error(`${workflowId} (${execution.runId}): ${replayText(verdict)}`);
    if (!values.all) break;
  }
} finally {
  replayer.close();
  await temporal.connection.close();
}

if (failed > 0) {
  console.error(
    'Put the change behind patched(), or let these conversations end on the version that runs them.',
  );
  process.exitCode = 1;
} else {
  console.log(`${String(agreeing)} open workflows with ${String(events)} events agree with this code.`);
  for (const [build, count] of staying)
    console.log(`${String(count)} stay on build ${build}: keep its workers until they have moved.`);
}

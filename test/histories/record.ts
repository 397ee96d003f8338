// Records histories of conversations as they run today, for worker/test/replay.temporal.test.ts to replay forever:
// `npm run build:workflows && node test/histories/record.ts`. An existing history is never replaced: a new version
// records its own beside it.
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startEmbeddedTemporal } from '../../ops/embedded/temporal.ts';
import { findTemporal } from '../../ops/embedded/temporalBinary.ts';
import { readDeployment } from '../../platform/deployments/readDeployment.ts';
import { makeCurrent } from '../../platform/deployments/routeTo.ts';
import { createLogger } from '../../platform/logger.ts';
import { signalOrStart, startWorkflow } from '../../platform/startWorkflow.ts';
import { writeWakeUp } from '../../platform/wakeUps.ts';
import { reconcileSchedules } from '../../worker/reconcileSchedules.ts';
import { type Colloquy, startColloquy } from '../../worker/test/colloquy.ts';
import { answer, openTask, post } from '../../worker/test/people.ts';
import { agent, team } from '../../worker/test/teams.ts';
import { eventually } from '../../worker/test/transcript.ts';
import { importStart } from '../../workflows/contracts/importStart.ts';
import { searchStart } from '../../workflows/contracts/knowledgeSearch.ts';
import {
  documentWorkflowId,
  importWorkflowId,
  scheduledRunWorkflowId,
  searchWorkflowId,
  standingWorkflowId,
} from '../../workflows/contracts/names.ts';
import { standingStart } from '../../workflows/contracts/standing.ts';
import type { Asking } from '../../workflows/domain/tasks/asking.ts';
import type { PersonDecision } from '../../workflows/domain/tasks/registry.ts';
import { DEFAULT_TOOL_POLICY, type PersonParticipant } from '../../workflows/domain/team.ts';
import {
  lookForWakeUpsSignal,
  moveSignal,
  pauseSignal,
  resumeSignal,
  stopSignal,
} from '../../workflows/messages.ts';
import { killScenarios } from '../faults/killScenarios.ts';
import { calendarColumns, closedForDays } from '../support/calendars.ts';
import { startEmbeddingServer } from '../support/embeddingServer.ts';
import { knowledgeOf } from '../support/knowledgeOf.ts';
import { writeImport } from '../support/knowledgeRows.ts';
import { TEST_FOLDER } from '../support/leftovers.ts';
import { writeSchedule } from '../support/scheduleRows.ts';
import { calls, createGate, text, unauthorized } from '../support/scriptedReply.ts';
import { startToolServer } from '../support/toolServer.ts';

/** More than the other scenarios need, so that only the one that is meant to continue as new does so. */
const SUGGESTED_AFTER_EVENTS = 90;

const folder = import.meta.dirname;
const { version } = JSON.parse(readFileSync(join(folder, '../../package.json'), 'utf8')) as { version: string };
const reviewed = { review: { deadlineSeconds: 3_600, onDeadline: 'stop' } } as const;
const absent: PersonParticipant = {
  kind: 'person',
  name: 'customer',
  description: '',
  prompt: 'What do you think?',
  deadlineSeconds: 1,
  onDeadline: 'skip',
};

/** What a scenario does to a conversation, from its start to its end. Returns the conversation's id. */
type Scenario = (colloquy: Colloquy) => Promise<string>;

const scenarios: Record<string, Scenario> = {
  'long-term-memory': async ({ model, start, handle, database }) => {
    model.script(text('APPROVE'), text('{"changes": []}'));
    const id = await start(team([agent('writer', { memory: [{ kind: 'long_term', count: 5 }] })]));
    await handle(id).result();
    await eventually(
      () => database.memoryRun.count({ where: { conversationId: id, state: 'written' } }),
      (written) => written === 1,
    );
    return id;
  },

  'round-robin': async ({ model, start, handle }) => {
    model.script(text('One'), text('Two'), text('Three'), text('APPROVE'));
    const id = await start(team([agent('writer'), agent('critic')]));
    await handle(id).result();
    return id;
  },

  'review-reject-edit': async (colloquy) => {
    colloquy.model.script(text('First'), text('Second'));
    const id = await colloquy.start(team([agent('writer', reviewed)], { maxTurns: 1 }));
    await answerNext(colloquy, id, 'reject', 'Longer, please.');
    await answerNext(colloquy, id, 'edit', 'Second, edited');
    await colloquy.handle(id).result();
    return id;
  },

  'review-agreed-on-by-two': async (colloquy) => {
    const asking: Asking = {
      assignees: ['ada@example.test', 'ben@example.test'],
      remindAfterSeconds: [],
      escalation: null,
      quorum: { of: 'all' },
    };
    const review = { ...reviewed.review, asking };
    colloquy.model.script(text('First'), text('Second'));
    const id = await colloquy.start(team([agent('writer', { review })], { maxTurns: 1 }));
    const first = await openTask(colloquy, id);
    await answer(colloquy, id, first.id, 'approve', { userId: 'ada' });
    await answer(colloquy, id, first.id, 'reject', { userId: 'ada', words: 'Shorter, please.' });
    const second = await openTask(colloquy, id, [first.id]);
    await answer(colloquy, id, second.id, 'approve', { userId: 'ada' });
    await answer(colloquy, id, second.id, 'approve', { userId: 'ben' });
    await colloquy.handle(id).result();
    return id;
  },

  'input-in-working-hours': async (colloquy) => {
    const { calendar } = closedForDays();
    await colloquy.database.workingCalendar.create({
      data: { projectId: colloquy.projectId, name: 'Office', ...calendarColumns(calendar) },
    });
    const asking = { assignees: [], remindAfterSeconds: [], escalation: null, calendar: 'Office' };
    const id = await colloquy.start(team([{ ...absent, asking }], { maxTurns: 1 }));
    await answerNext(colloquy, id, 'reply', 'Blue.');
    await colloquy.handle(id).result();
    return id;
  },

  'input-answered-and-expired': async (colloquy) => {
    colloquy.model.script(text('One'));
    const patient = { ...absent, name: 'owner', deadlineSeconds: 3_600 };
    const id = await colloquy.start(team([patient, agent('writer'), absent], { maxTurns: 3 }));
    await answerNext(colloquy, id, 'reply', 'Blue.');
    await colloquy.handle(id).result();
    return id;
  },

  'parked-and-retried': async (colloquy) => {
    colloquy.model.script(unauthorized(), text('APPROVE'));
    const id = await colloquy.start(team([agent('writer')]));
    await answerNext(colloquy, id, 'retry');
    await colloquy.handle(id).result();
    return id;
  },

  posts: async (colloquy) => {
    const gate = createGate();
    colloquy.model.script(text('One', { hold: { afterChunks: 0, until: gate } }), text('Two'));
    const sent = colloquy.model.requests.length;
    const id = await colloquy.start(team([agent('writer'), agent('critic')], { maxTurns: 2 }));
    await colloquy.model.received(sent + 1);
    await post(colloquy, id, 'A post');
    await post(colloquy, id, 'Another post');
    gate.open();
    await colloquy.handle(id).result();
    return id;
  },

  'pause-resume-stop': async (colloquy) => {
    const gates = [createGate(), createGate()] as const;
    colloquy.model.script(
      text('One', { hold: { afterChunks: 0, until: gates[0] } }),
      text('Two', { hold: { afterChunks: 0, until: gates[1] } }),
    );
    const sent = colloquy.model.requests.length;
    const id = await colloquy.start(team([agent('writer'), agent('critic')]));
    await colloquy.model.received(sent + 1);
    await colloquy.handle(id).signal(pauseSignal);
    gates[0].open();
    await stateIs(colloquy, id, 'paused');
    await colloquy.handle(id).signal(resumeSignal);
    await colloquy.model.received(sent + 2);
    await colloquy.handle(id).signal(stopSignal);
    gates[1].open();
    await colloquy.handle(id).result();
    return id;
  },

  cancel: async (colloquy) => {
    colloquy.model.script(text('One two', { hold: { afterChunks: 1, until: createGate() } }));
    const sent = colloquy.model.requests.length;
    const id = await colloquy.start(team([agent('writer')]));
    await colloquy.model.received(sent + 1);
    await colloquy.handle(id).cancel();
    await colloquy.handle(id).result().catch(() => undefined);
    return id;
  },

  'continue-as-new': async (colloquy) => {
    colloquy.model.script(text('APPROVE'));
    const id = await colloquy.start(team([agent('writer', reviewed)], { termination: null, maxTurns: 1 }));
    await openTask(colloquy, id);
    for (let count = 0; (await runsOf(colloquy, `conversation-${id}`)).length < 2; count += 1) await post(colloquy, id, `Post ${String(count)}`);
    await answerNext(colloquy, id, 'approve');
    await colloquy.handle(id).result();
    return id;
  },
};

/** A run of every pattern, of tools and of code: the teams of the kill tests, here left undisturbed. */
for (const { name, team: teamWith, reply } of killScenarios) {
  scenarios[name.toLowerCase().replaceAll(' ', '-')] = async (colloquy) => {
    colloquy.model.otherwise(reply);
    const id = await colloquy.start(teamWith(tools));
    await colloquy.handle(id).result();
    return id;
  };
}

Object.assign(scenarios, {
  'tool-calls-approved-edited-rejected': async (colloquy) => {
    const ask = { ...DEFAULT_TOOL_POLICY, approval: { kind: 'always' } } as const;
    const able = agent('clerk', { tools: [tools.tool('pay')], maxToolIterations: 4 });
    const pay = (id: string) => calls([{ id, name: 'pay', arguments: { what: 'rent' } }]);
    colloquy.model.script(pay('a'), pay('b'), pay('c'), text('Done'));
    const id = await colloquy.start(team([able], { maxTurns: 1, toolPolicies: [ask] }));
    await answerNext(colloquy, id, 'reject', 'Not today.');
    await answerNext(colloquy, id, 'edit', '{"what":"half the rent"}');
    await answerNext(colloquy, id, 'approve_for_run');
    await colloquy.handle(id).result();
    return id;
  },

  'tools-away-and-left-out': async (colloquy) => {
    const away = {
      kind: 'mcp_http',
      transport: 'streamable_http',
      // Nothing listens on this port.
      url: 'http://127.0.0.1:2/mcp',
      headers: {},
      timeoutSeconds: 2,
      overrides: {},
    } as const;
    const able = agent('clerk', { tools: [tools.tool('pay'), away], maxToolIterations: 4 });
    colloquy.model.script(calls([{ id: 'a', name: 'pay', arguments: { what: 'rent' } }]), text('Done'));
    const id = await colloquy.start(team([able], { maxTurns: 1 }));
    const first = await openTask(colloquy, id, [], 180_000);
    await answer(colloquy, id, first.id, 'retry');
    const second = await openTask(colloquy, id, [first.id], 180_000);
    await answer(colloquy, id, second.id, 'without_tools');
    await colloquy.handle(id).result();
    return id;
  },

  'wait-until': async (colloquy) => {
    const waiter = agent('watcher', { tools: [{ kind: 'wait_until' }], maxToolIterations: 4 });
    const waitFor = (id: string, length: string) =>
      calls([{ id, name: 'wait_until', arguments: { for: length, reason: 'The market opens' } }]);
    colloquy.model.script(waitFor('a', '30 days'), waitFor('b', '2 seconds'), waitFor('c', 'a while'), text('Done'));
    const id = await colloquy.start(team([waiter], { maxTurns: 1 }));
    await answerNext(colloquy, id, 'wake', 'It opened early.');
    await colloquy.handle(id).result();
    return id;
  },

  'timeout-while-waiting': async (colloquy) => {
    const patient = { ...absent, name: 'owner', deadlineSeconds: 3_600 };
    const id = await colloquy.start(team([patient], { termination: { kind: 'timeout', seconds: 2 } }));
    await colloquy.handle(id).result();
    return id;
  },
} satisfies Record<string, Scenario>);

/** What is recorded of workflows that are no conversations. Returns their ids. */
type OtherScenario = (colloquy: Colloquy) => Promise<string[]>;

const otherScenarios: Record<string, OtherScenario> = {
  'scheduled-run': async ({ database, temporal, taskQueue, projectId, model }) => {
    const yearly = { timing: { kind: 'cron' as const, expressions: ['0 0 1 1 *'] } };
    const config = team([agent('writer')], { maxTurns: 1 });
    const scheduleId = await writeSchedule(database, projectId, { team: config, spec: yearly });
    const nominalAt = new Date('2026-01-02T09:00:00Z');
    await database.scheduledRun.create({
      data: { projectId, scheduleId, nominalAt, kind: 'manual', state: 'requested', revision: 1 },
    });
    model.script(text('The report'));
    const logger = createLogger({ process: 'worker', level: 'warn' });
    await reconcileSchedules({ database, temporal, taskQueue, logger }, new Date());
    await eventually(
      () => database.scheduledRun.findFirstOrThrow({ where: { scheduleId } }),
      ({ state }) => state === 'finished',
    );
    const workflowId = scheduledRunWorkflowId(scheduleId, nominalAt);
    await temporal.workflow.getHandle(workflowId).result();
    return [workflowId];
  },

  'scheduled-wake': async ({ database, temporal, taskQueue, projectId, model, start }) => {
    model.otherwise(() => text('Done'));
    const config = team([agent('writer')], { maxTurns: 1 });
    const wakes = await start(config, undefined, { standing: true });
    const asleep = (run: number) =>
      eventually(
        () => database.conversation.findUniqueOrThrow({ where: { id: wakes } }),
        (row) => row.state === 'sleeping' && row.run === run,
      );
    await asleep(0);
    const yearly = { timing: { kind: 'cron' as const, expressions: ['0 0 1 1 *'] } };
    const scheduleId = await writeSchedule(database, projectId, { team: config, wakes, spec: yearly });
    const nominalAt = new Date('2026-01-02T09:00:00Z');
    await database.scheduledRun.create({
      data: { projectId, scheduleId, nominalAt, kind: 'manual', state: 'requested', revision: 1 },
    });
    const logger = createLogger({ process: 'worker', level: 'warn' });
    await reconcileSchedules({ database, temporal, taskQueue, logger }, new Date());
    await asleep(1);
    const workflowId = scheduledRunWorkflowId(scheduleId, nominalAt);
    await temporal.workflow.getHandle(workflowId).result();
    return [workflowId];
  },

  'standing': async ({ database, temporal, taskQueue, projectId, model, start }) => {
    model.otherwise(() => text('Done'));
    const id = await start(team([agent('writer')], { maxTurns: 1 }), undefined, { standing: true });
    const sleepsAfter = (run: number) =>
      eventually(
        () => database.conversation.findUniqueOrThrow({ where: { id } }),
        (row) => row.state === 'sleeping' && row.run === run,
      );
    await sleepsAfter(0);
    for (const run of [1, 2, 3, 4, 5, 6]) {
      const wakeUp = { projectId, conversationId: id, source: 'message', key: String(run), text: 'And now?' } as const;
      await database.$transaction((transaction) => writeWakeUp(transaction, wakeUp));
      await signalOrStart(temporal, taskQueue, standingStart({ projectId, conversationId: id }), lookForWakeUpsSignal);
      await sleepsAfter(run);
    }
    await database.conversation.update({ where: { id }, data: { standing: false } });
    await signalOrStart(temporal, taskQueue, standingStart({ projectId, conversationId: id }), lookForWakeUpsSignal);
    await temporal.workflow.getHandle(standingWorkflowId(id)).result();
    return [`conversation-${id}`, `conversation-${id}-1`, standingWorkflowId(id)];
  },

  'wakes-another': async ({ database, model, start, handle }) => {
    model.otherwise(() => text('Done'));
    const writer = team([agent('writer')], { maxTurns: 1 });
    const id = await start(writer, undefined, { standing: true });
    const sleepsAfter = (run: number) =>
      eventually(
        () => database.conversation.findUniqueOrThrow({ where: { id } }),
        (row) => row.state === 'sleeping' && row.run === run,
      );
    await sleepsAfter(0);
    const waking = await start(writer, undefined, { wakes: id });
    await handle(waking).result();
    await sleepsAfter(1);
    return [`conversation-${waking}`];
  },

  'documents': async ({ database, temporal, taskQueue, projectId }) => {
    const knowledge = knowledgeOf(database);
    const collection = { name: randomUUID(), description: '', embeddingModel: 'model', dimensions: 1536 };
    const collectionId = await knowledge.createCollection(projectId, collection);
    const importId = await writeImport(database, projectId, collectionId, [
      { name: 'leave.md', content: '# Leave\n\nAsk thirty days before.\n' },
    ]);
    await startWorkflow(temporal, taskQueue, importStart({ id: importId, projectId, run: 0 }));
    await temporal.workflow.getHandle(importWorkflowId(importId, 0)).result();
    const item = await database.knowledgeImportItem.findFirstOrThrow({ where: { importId } });
    const settings = { collections: [collection.name], count: 5 };
    const asked = { createdBy: 'user-1', question: 'How is leave asked for?', settings };
    const { id: searchId } = await database.knowledgeSearch.create({ data: { projectId, ...asked } });
    await startWorkflow(temporal, taskQueue, searchStart({ projectId, searchId }));
    await temporal.workflow.getHandle(searchWorkflowId(searchId)).result();
    await knowledge.close();
    return [importWorkflowId(importId, 0), documentWorkflowId(item.id, 0), searchWorkflowId(searchId)];
  },

  // The last one: from here on, what begins on the queue goes to the deployment.
  'moved-to-another-build': async (colloquy) => {
    const { temporal, taskQueue, model, handle, start, stopWorker, workerBeside } = colloquy;
    await stopWorker();
    const deploymentName = 'recorded';
    const [before, after] = ['before', 'after'].map((buildId) => ({ deploymentName, buildId }));
    if (before === undefined || after === undefined) throw new Error('Two builds');
    const workers = [before, after].map((build) => workerBeside({ build }));
    for (const worker of workers) await worker.start();
    await eventually(
      () => readDeployment(temporal, { deploymentName, taskQueue }, new Date()),
      (found) => found?.builds.length === 2 && found.builds.every(({ isPolled }) => isPolled),
    );
    await makeCurrent(temporal, before);
    model.script(text('First'));
    const id = await start(team([agent('writer', reviewed)], { maxTurns: 1 }));
    const { id: taskId } = await openTask(colloquy, id);
    await makeCurrent(temporal, after);
    await handle(id).signal(moveSignal);
    // Some of them come while it is on its way.
    for (let count = 0; (await runsOf(colloquy, `conversation-${id}`)).length < 3; count += 1) {
      await post(colloquy, id, `Post ${String(count)}`);
    }
    await answer(colloquy, id, taskId, 'approve');
    await handle(id).result();
    for (const worker of workers) await worker.stop();
    return [`conversation-${id}`];
  },
};

/** Answers the task that is open, or the next one that is opened. */
async function answerNext(colloquy: Colloquy, id: string, decision: PersonDecision, words = ''): Promise<void> {
  await answer(colloquy, id, (await openTask(colloquy, id)).id, decision, { words });
}

async function stateIs({ database }: Colloquy, id: string, state: string): Promise<void> {
  await eventually(
    () => database.conversation.findUniqueOrThrow({ where: { id } }),
    (row) => row.state === state,
  );
}

/** The runs of a workflow, oldest first. */
async function runsOf({ temporal }: Colloquy, workflowId: string): Promise<string[]> {
  const runs: { runId: string; startTime: Date }[] = [];
  const query = `WorkflowId = '${workflowId}'`;
  for await (const { runId, startTime } of temporal.workflow.list({ query })) runs.push({ runId, startTime });
  return runs.sort((a, b) => a.startTime.getTime() - b.startTime.getTime()).map(({ runId }) => runId);
}

/** A history as it is stored: without information about the machine that recorded it. */
function historyOf(workflowId: string, runId: string): string {
  const run = ['--workflow-id', workflowId, '--run-id', runId];
  const show = ['workflow', 'show', '--address', server.address, ...run, '--output', 'json'];
  const history = execFileSync(binary, show, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  const scrubbed = JSON.parse(history, (key, value: unknown) => {
    if (key === 'stackTrace') return '';
    if (key === 'identity') return 'recorded';
    // A worker's own queue is named after its process and its host.
    return typeof value === 'string' ? value.replace(/^\d+@[\w.-]+$/, 'recorded') : value;
  }) as object;
  return `${JSON.stringify(scrubbed)}\n`;
}

/** Records all runs of the workflows of a scenario, numbered if there are several. */
async function record(colloquy: Colloquy, name: string, scenario: OtherScenario): Promise<void> {
  if (existsSync(join(folder, `${version}-${name}.json`)) || existsSync(join(folder, `${version}-${name}-1.json`))) return;
  const histories: string[] = [];
  for (const workflowId of await scenario(colloquy)) {
    const runs = await eventually(
      () => runsOf(colloquy, workflowId),
      (found) => found.length > 0,
    );
    histories.push(...runs.map((runId) => historyOf(workflowId, runId)));
  }
  for (const [index, history] of histories.entries()) {
    const suffix = histories.length === 1 ? '' : `-${String(index + 1)}`;
    writeFileSync(join(folder, `${version}-${name}${suffix}.json`), history);
  }
  process.stdout.write(`${name}: ${String(histories.length)} run(s)\n`);
}

mkdirSync(TEST_FOLDER, { recursive: true });
const binary = await findTemporal(join(TEST_FOLDER, 'bin'), (line) => process.stdout.write(`${line}\n`));
const server = await startEmbeddedTemporal({
  binary,
  dynamicConfig: { 'limit.historyCount.suggestContinueAsNew': SUGGESTED_AFTER_EVENTS },
  logFile: join(TEST_FOLDER, 'record.log'),
});
process.env['TEST_TEMPORAL_ADDRESS'] = server.address;
const tools = await startToolServer();
const embeddings = await startEmbeddingServer();
const colloquy = await startColloquy({ settings: { EMBEDDING_BASE_URL: embeddings.baseUrl } });
try {
  for (const [name, scenario] of Object.entries(scenarios)) {
    await record(colloquy, name, async (on) => [`conversation-${await scenario(on)}`]);
  }
  for (const [name, scenario] of Object.entries(otherScenarios)) await record(colloquy, name, scenario);
} finally {
  await colloquy.close();
  await embeddings.close();
  await tools.close();
  await server.stop();
}

// Records histories of conversations as they run today, for worker/test/replay.temporal.test.ts to replay for ever:
// `npm run build:workflows && node test/histories/record.ts`. A history that stands here already is not replaced: a new
// version records its own beside it.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startEmbeddedTemporal } from '../../ops/embedded/temporal.ts';
import { findTemporal } from '../../ops/embedded/temporalBinary.ts';
import { type Colloquy,startColloquy } from '../../worker/test/colloquy.ts';
import { answer, openTask, post } from '../../worker/test/people.ts';
import { agent, team } from '../../worker/test/teams.ts';
import { eventually } from '../../worker/test/transcript.ts';
import type { PersonDecision } from '../../workflows/domain/tasks/registry.ts';
import { DEFAULT_TOOL_POLICY, type PersonParticipant } from '../../workflows/domain/team.ts';
import {
  pauseSignal,
  resumeSignal,
  stopSignal,
} from '../../workflows/messages.ts';
import { killScenarios } from '../faults/killScenarios.ts';
import { TEST_FOLDER } from '../support/leftovers.ts';
import { calls, createGate, text, unauthorized } from '../support/scriptedReply.ts';
import { startToolServer } from '../support/toolServer.ts';

/** More than the other scenarios take, so that only the one that means to continues as new. */
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
    for (let count = 0; (await runsOf(colloquy, id)).length < 2; count += 1) await post(colloquy, id, `Post ${String(count)}`);
    await answerNext(colloquy, id, 'approve');
    await colloquy.handle(id).result();
    return id;
  },
};

/** A run of every pattern, of tools and of code: the teams that the kill tests interrupt, here left alone. */
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
      // A port at which nothing listens.
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

  'timeout-while-waiting': async (colloquy) => {
    const patient = { ...absent, name: 'owner', deadlineSeconds: 3_600 };
    const id = await colloquy.start(team([patient], { termination: { kind: 'timeout', seconds: 2 } }));
    await colloquy.handle(id).result();
    return id;
  },
} satisfies Record<string, Scenario>);

/** Answers the task that is open, or the next that is opened. */
async function answerNext(colloquy: Colloquy, id: string, decision: PersonDecision, words = ''): Promise<void> {
  await answer(colloquy, id, (await openTask(colloquy, id)).id, decision, { words });
}

async function stateIs({ database }: Colloquy, id: string, state: string): Promise<void> {
  await eventually(
    () => database.conversation.findUniqueOrThrow({ where: { id } }),
    (row) => row.state === state,
  );
}

/** The runs of a conversation's workflow, oldest first. */
async function runsOf({ temporal }: Colloquy, id: string): Promise<string[]> {
  const runs: { runId: string; startTime: Date }[] = [];
  const query = `WorkflowId = 'conversation-${id}'`;
  for await (const { runId, startTime } of temporal.workflow.list({ query })) runs.push({ runId, startTime });
  return runs.sort((a, b) => a.startTime.getTime() - b.startTime.getTime()).map(({ runId }) => runId);
}

/** A history as it is kept: without what tells of the machine that recorded it. */
function historyOf(id: string, runId: string): string {
  const run = ['--workflow-id', `conversation-${id}`, '--run-id', runId];
  const show = ['workflow', 'show', '--address', server.address, ...run, '--output', 'json'];
  const history = execFileSync(binary, show, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  const scrubbed = JSON.parse(history, (key, value: unknown) => {
    if (key === 'stackTrace') return '';
    return key === 'identity' ? 'recorded' : value;
  }) as object;
  return `${JSON.stringify(scrubbed)}\n`;
}

async function record(colloquy: Colloquy, name: string, scenario: Scenario): Promise<void> {
  if (existsSync(join(folder, `${version}-${name}.json`)) || existsSync(join(folder, `${version}-${name}-1.json`))) return;
  const id = await scenario(colloquy);
  const runs = await eventually(
    () => runsOf(colloquy, id),
    (found) => found.length > 0,
  );
  for (const [index, runId] of runs.entries()) {
    const suffix = runs.length === 1 ? '' : `-${String(index + 1)}`;
    writeFileSync(join(folder, `${version}-${name}${suffix}.json`), historyOf(id, runId));
  }
  process.stdout.write(`${name}: ${String(runs.length)} run(s)\n`);
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
const colloquy = await startColloquy();
try {
  for (const [name, scenario] of Object.entries(scenarios)) await record(colloquy, name, scenario);
} finally {
  await colloquy.close();
  await tools.close();
  await server.stop();
}

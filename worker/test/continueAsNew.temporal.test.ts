import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type EmbeddedTemporal, startEmbeddedTemporal } from '../../ops/embedded/temporal.ts';
import { findTemporal } from '../../ops/embedded/temporalBinary.ts';
import { forgetProcess, noteProcess, TEST_FOLDER } from '../../test/support/leftovers.ts';
import { call, text } from '../../test/support/scriptedReply.ts';
import { startToolServer } from '../../test/support/toolServer.ts';
import { DEFAULT_TOOL_POLICY, team as anyTeam } from '../../workflows/domain/team.ts';
import { answerTaskUpdate, postMessageUpdate } from '../../workflows/messages.ts';
import { type Colloquy, startColloquy } from './colloquy.ts';
import { answer, openTask, post } from './people.ts';
import { agent, team } from './teams.ts';
import { callStatesOf, eventually, storyOf, transcriptOf } from './transcript.ts';

/** A server that suggests continue-as-new early, so that a short conversation has many runs. */
const SUGGESTED_AFTER_EVENTS = 60;

let server: EmbeddedTemporal;
let colloquy: Colloquy;
beforeAll(async () => {
  server = await startEmbeddedTemporal({
    binary: await findTemporal(join(TEST_FOLDER, 'bin'), () => undefined),
    dynamicConfig: { 'limit.historyCount.suggestContinueAsNew': SUGGESTED_AFTER_EVENTS },
    logFile: join(tmpdir(), `colloquy-continue-as-new-${String(process.pid)}.log`),
  });
  noteProcess(server.pid);
  colloquy = await startColloquy({ temporalAddress: server.address });
});
afterAll(async () => {
  await colloquy.close();
  await server.stop();
  forgetProcess(server.pid);
});

async function runsOf(id: string): Promise<string[]> {
  const runs = [];
  for await (const { runId } of colloquy.temporal.workflow.list({
    query: `WorkflowId = 'conversation-${id}'`,
  })) {
    runs.push(runId);
  }
  return runs;
}

describe('a conversation that continues as new', () => {
  it('proceeds over many runs as if they were one, and no post sent meanwhile is lost or duplicated', async () => {
    const turns = 60;
    colloquy.model.otherwise((request) =>
      text(`Reply to ${String(request.messages.length)}`, { chunkDelayMs: 2 }),
    );
    const id = await colloquy.start(
      team([agent('writer'), agent('critic')], { termination: null, maxTurns: turns }),
    );
    const posted: string[] = [];
    let refusal: unknown = null;
    for (let count = 0; refusal === null && count < 500; count += 1) {
      const submissionId = await colloquy.submit(id, `Post ${String(count)}`);
      try {
        await colloquy.handle(id).executeUpdate(postMessageUpdate, {
          updateId: submissionId,
          args: [{ submissionId, userId: 'user-1' }],
        });
        posted.push(`user: Post ${String(count)}`);
      } catch (error) {
        refusal = error;
      }
    }
    expect(refusal instanceof Error && [refusal.message, String(refusal.cause)].join()).toMatch(
      /is over|closing workflow|not found|already completed/,
    );
    await colloquy.handle(id).result();

    const transcript = await transcriptOf(colloquy.database, id);
    const said = transcript.slice(1);
    expect(said.filter((line) => line.startsWith('user:'))).toEqual(posted);
    const speakers = said.filter((line) => !line.startsWith('user:')).map((line) => line.split(':')[0]);
    expect(speakers).toEqual(
      Array.from({ length: turns }, (_, index) => (index % 2 === 0 ? 'writer' : 'critic')),
    );
    expect(await callStatesOf(colloquy.database, id)).toEqual(Array(turns).fill('completed'));
    const runs = await eventually(
      () => runsOf(id),
      (found) => found.length > 3,
    );
    expect(posted.length).toBeGreaterThan(runs.length);
  });

  it('keeps what an agent waits for, until it is woken in a later run', async () => {
    const given = { for: '30 days', reason: 'The market opens' };
    colloquy.model.script(call('wait_until', given), text('Go'));
    const waiter = agent('writer', { tools: [{ kind: 'wait_until' }], maxToolIterations: 2 });
    const id = await colloquy.start(team([waiter], { maxTurns: 1 }));
    const { id: taskId, deadlineAt } = await openTask(colloquy, id);
    for (let count = 0; count < 15; count += 1) await post(colloquy, id, `Post ${String(count)}`);
    await eventually(
      () => runsOf(id),
      (found) => found.length > 1,
    );
    expect(await openTask(colloquy, id)).toMatchObject({ id: taskId, kind: 'wait', deadlineAt });
    await answer(colloquy, id, taskId, 'wake');
    await colloquy.handle(id).result();
    expect(await transcriptOf(colloquy.database, id)).toContain('writer: Go');
  });

  it('keeps an open task and its deadline, and accepts the answer in a later run', async () => {
    colloquy.model.otherwise(() => text('APPROVE this'));
    const reviewer = agent('writer', { review: { deadlineSeconds: 3_600, onDeadline: 'stop' } });
    const id = await colloquy.start(team([reviewer]));
    const task = await eventually(
      () => colloquy.database.humanTask.findFirst({ where: { conversationId: id, state: 'open' } }),
      (found) => found !== null,
    );
    for (let count = 0; count < 15; count += 1) {
      const submissionId = await colloquy.submit(id, `Post ${String(count)}`);
      await colloquy.handle(id).executeUpdate(postMessageUpdate, {
        updateId: submissionId,
        args: [{ submissionId, userId: 'user-1' }],
      });
    }
    await eventually(
      () => runsOf(id),
      (found) => found.length > 1,
    );
    const after = await colloquy.database.humanTask.findFirst({
      where: { conversationId: id, state: 'open' },
    });
    expect(after).toMatchObject({ id: task?.id, deadlineAt: task?.deadlineAt });
    const submissionId = await colloquy.submit(id, '');
    await colloquy.handle(id).executeUpdate(answerTaskUpdate, {
      updateId: submissionId,
      args: [{ taskId: after?.id ?? '', decision: 'approve', submissionId, userId: 'user-1' }],
    });
    expect(await colloquy.handle(id).result()).toMatchObject({ state: 'finished' });
    expect((await transcriptOf(colloquy.database, id)).length).toBe(17);
  });

  it('in the middle of an inner team’s turn continues within it, with everything it has said', async () => {
    colloquy.model.otherwise((request) => text(`Reply to ${String(request.messages.length)}`));
    const lab = anyTeam({ participants: [agent('chemist'), agent('physicist')], maxTurns: 24 });
    const id = await colloquy.start(
      anyTeam({
        participants: [{ kind: 'team', name: 'lab', description: '', team: lab }, agent('writer')],
        maxTurns: 2,
      }),
    );
    await colloquy.handle(id).result();
    const speakers = (await storyOf(colloquy.database, id)).slice(1).map((line) => line.split(':')[0]);
    expect(speakers).toEqual([
      ...Array.from({ length: 24 }, (_, index) => (index % 2 === 0 ? 'lab/chemist' : 'lab/physicist')),
      'writer',
    ]);
    expect(await callStatesOf(colloquy.database, id)).toEqual(Array(25).fill('completed'));
    expect((await runsOf(id)).length).toBeGreaterThan(1);
    const last = await colloquy.database.modelCall.findFirst({
      where: { conversationId: id },
      orderBy: { startedAt: 'desc' },
    });
    // The writer has read all of it.
    expect(last).toMatchObject({ agent: 'writer', response: { content: 'Reply to 26' } });
  });

  it('while a tool call waits for approval makes the call once, in a later run', async () => {
    const tools = await startToolServer();
    colloquy.model.script(call('pay', { what: 'rent' }));
    const id = await colloquy.start(
      anyTeam({
        participants: [agent('clerk', { tools: [tools.tool('pay')] })],
        maxTurns: 1,
        toolPolicies: [{ ...DEFAULT_TOOL_POLICY, approval: { kind: 'always' } }],
      }),
    );
    const task = await openTask(colloquy, id);
    for (let count = 0; (await runsOf(id)).length < 2; count += 1) {
      await post(colloquy, id, `Post ${String(count)}`);
    }
    expect(await openTask(colloquy, id)).toMatchObject({ id: task.id, deadlineAt: task.deadlineAt });
    await answer(colloquy, id, task.id, 'approve');
    await colloquy.handle(id).result();
    expect(tools.calls).toHaveLength(1);
    expect((await storyOf(colloquy.database, id)).at(-1)).toBe(
      'clerk ToolCallSummaryMessage: pay({"what":"rent"})',
    );
    await tools.close();
  });
});

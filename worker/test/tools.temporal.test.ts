import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { call, calls, createGate, text } from '../../test/support/scriptedReply.ts';
import { startToolServer, type ToolServer } from '../../test/support/toolServer.ts';
import {
  type AgentParticipant,
  DEFAULT_TOOL_POLICY,
  team as anyTeam,
  type ToolPolicy,
} from '../../workflows/domain/team.ts';
import { stopSignal } from '../../workflows/messages.ts';
import { type Colloquy, startColloquy } from './colloquy.ts';
import { answer, openTask } from './people.ts';
import { agent, team } from './teams.ts';
import { callStatesOf, storyOf } from './transcript.ts';

let colloquy: Colloquy;
let tools: ToolServer;
beforeAll(async () => {
  colloquy = await startColloquy();
});
afterAll(async () => {
  await colloquy.close();
});
beforeEach(async () => {
  tools = await startToolServer();
});
afterEach(() => tools.close());

const ALWAYS: ToolPolicy = { ...DEFAULT_TOOL_POLICY, approval: { kind: 'always' } };

/** A team of one agent with the tools "pay" and "look_up", which speaks once. */
function clerk(changes: Partial<AgentParticipant> = {}, policies: ToolPolicy[] = []) {
  const able = agent('clerk', { tools: [tools.tool('pay'), tools.tool('look_up')], ...changes });
  return team([able], { termination: null, maxTurns: 1, toolPolicies: policies });
}

async function toolCallsOf(conversationId: string) {
  return colloquy.database.toolCall.findMany({
    where: { conversationId },
    orderBy: [{ seq: 'asc' }, { index: 'asc' }],
  });
}

const said = async (id: string) => (await storyOf(colloquy.database, id)).slice(1);

describe('an agent that calls tools', () => {
  it('has them called once each, in parallel, and their results are its message', async () => {
    colloquy.model.script(
      calls([
        { name: 'pay', arguments: { what: 'rent' } },
        { name: 'look_up', arguments: { what: 'rates' } },
      ]),
    );
    const id = await colloquy.start(clerk());
    await colloquy.handle(id).result();
    expect(await said(id)).toEqual([
      'clerk ToolCallRequestEvent: pay({"what":"rent"})\nlook_up({"what":"rates"})',
      'clerk ToolCallExecutionEvent: pay({"what":"rent"})\nlook_up({"what":"rates"})',
      'clerk ToolCallSummaryMessage: pay({"what":"rent"})\nlook_up({"what":"rates"})',
    ]);
    expect(tools.calls.map(({ tool }) => tool).sort()).toEqual(['look_up', 'pay']);
    expect(new Set(tools.calls.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(2);
  });

  it('calls them again and again up to its limit, then puts the results into words', async () => {
    colloquy.model.script(
      call('look_up', { what: 'one' }, 'c1'),
      call('look_up', { what: 'two' }, 'c2'),
      text('One and two.'),
    );
    const id = await colloquy.start(clerk({ maxToolIterations: 2, reflectOnToolUse: true }));
    await colloquy.handle(id).result();
    expect((await said(id)).at(-1)).toBe('clerk: One and two.');
    const last = JSON.parse(colloquy.model.requests.at(-1)?.rawBody ?? '') as {
      messages: { role: string }[];
      tools?: unknown;
    };
    expect(last.messages.map(({ role }) => role)).toEqual([
      'system',
      'user',
      'assistant',
      'tool',
      'assistant',
      'tool',
    ]);
    expect(last.tools).toBeUndefined();
  });

  it('is told about an unknown tool and about invalid arguments, and nothing is called', async () => {
    colloquy.model.script(
      calls([
        { name: 'fly', arguments: {} },
        { name: 'pay', arguments: '{"what' },
      ]),
    );
    const id = await colloquy.start(clerk());
    await colloquy.handle(id).result();
    expect(await toolCallsOf(id)).toMatchObject([
      { tool: 'fly', state: 'failed', isError: true },
      { tool: 'pay', state: 'failed', isError: true },
    ]);
    expect(tools.calls).toEqual([]);
  });
});

describe('a call that needs approval', () => {
  async function asked(changes: Partial<AgentParticipant> = {}) {
    const id = await colloquy.start(clerk(changes, [ALWAYS]));
    return { id, task: await openTask(colloquy, id) };
  }

  it('is shown with its arguments, and made once it is approved', async () => {
    colloquy.model.script(call('pay', { what: 'rent' }));
    const { id, task } = await asked();
    expect(task).toMatchObject({
      kind: 'approve_tool_call',
      speaker: 'clerk',
      detail: { tool: 'pay', reason: 'policy', arguments: '{"what":"rent"}' },
    });
    expect(tools.calls).toEqual([]);
    await answer(colloquy, id, task.id, 'approve');
    await colloquy.handle(id).result();
    expect(tools.calls.map((each) => each.arguments)).toEqual([{ what: 'rent' }]);
  });

  it('is made with the arguments that a person gives; all three versions are kept', async () => {
    colloquy.model.script(call('pay', { what: 'rent' }));
    const { id, task } = await asked();
    await answer(colloquy, id, task.id, 'edit', { words: '{"what":"half the rent"}' });
    await colloquy.handle(id).result();
    expect(tools.calls.map((each) => each.arguments)).toEqual([{ what: 'half the rent' }]);
    expect(await toolCallsOf(id)).toMatchObject([
      {
        proposedArguments: '{"what":"rent"}',
        approvedArguments: '{"what":"half the rent"}',
        effectiveArguments: '{"what":"half the rent"}',
        state: 'completed',
      },
    ]);
  });

  it('is not made if it is rejected, and the model reads why', async () => {
    colloquy.model.script(call('pay', { what: 'rent' }), text('Then not.'));
    const { id, task } = await asked({ reflectOnToolUse: true });
    await answer(colloquy, id, task.id, 'reject', { words: 'Too dear.' });
    await colloquy.handle(id).result();
    expect(tools.calls).toEqual([]);
    expect(colloquy.model.requests.at(-1)?.rawBody).toContain('Too dear.');
    expect(await toolCallsOf(id)).toMatchObject([{ state: 'rejected', isError: true }]);
    expect((await said(id)).at(-1)).toBe('clerk: Then not.');
  });

  it('is asked about once if it is approved for the run, and again in the next run', async () => {
    colloquy.model.script(call('pay', { what: 'one' }), call('pay', { what: 'two' }));
    const { id, task } = await asked({ maxToolIterations: 2 });
    await answer(colloquy, id, task.id, 'approve_for_run');
    await colloquy.handle(id).result();
    expect(tools.calls).toHaveLength(2);
    expect(await colloquy.database.humanTask.count({ where: { conversationId: id } })).toBe(1);

    colloquy.model.script(call('pay', { what: 'three' }), text('Then not.'));
    const goesOn = colloquy.continueRun(id, [
      { type: 'TextMessage', source: 'user', content: 'Again', body: null },
    ]);
    const again = await openTask(colloquy, id);
    await answer(colloquy, id, again.id, 'reject', { run: 1 });
    await goesOn;
    expect(tools.calls).toHaveLength(2);
  });

  it('is not made if the conversation is told to stop first', async () => {
    colloquy.model.script(call('pay', { what: 'rent' }));
    const { id, task } = await asked();
    await colloquy.handle(id).signal(stopSignal);
    expect(await colloquy.handle(id).result()).toMatchObject({ state: 'stopped' });
    expect(tools.calls).toEqual([]);
    expect(await colloquy.database.humanTask.findUnique({ where: { id: task.id } })).toMatchObject({
      state: 'withdrawn',
    });
  });

  it('does not hold up the calls beside it', async () => {
    colloquy.model.script(
      calls([
        { name: 'pay', arguments: { what: 'rent' } },
        { name: 'look_up', arguments: { what: 'rates' } },
      ]),
    );
    const onlyPay: ToolPolicy = { ...ALWAYS, tool: 'pay' };
    const id = await colloquy.start(clerk({}, [onlyPay]));
    const task = await openTask(colloquy, id);
    await tools.received(1);
    expect(tools.calls.map(({ tool }) => tool)).toEqual(['look_up']);
    await answer(colloquy, id, task.id, 'approve');
    await colloquy.handle(id).result();
    expect(tools.calls.map(({ tool }) => tool)).toEqual(['look_up', 'pay']);
  });

  it('is asked about if its arguments match, and otherwise made at once', async () => {
    const dear: ToolPolicy = {
      ...DEFAULT_TOOL_POLICY,
      tool: 'pay',
      approval: { kind: 'when', expression: 'arguments.what == "rent"' },
    };
    colloquy.model.script(call('pay', { what: 'coffee' }), call('pay', { what: 'rent' }));
    const id = await colloquy.start(clerk({ maxToolIterations: 2 }, [dear]));
    const task = await openTask(colloquy, id);
    expect(tools.calls).toHaveLength(1);
    await answer(colloquy, id, task.id, 'reject');
    await colloquy.handle(id).result();
    expect(tools.calls).toHaveLength(1);
  });
});

describe('a call in progress', () => {
  it('finishes if the conversation is told to stop', async () => {
    const gate = createGate();
    tools.answer(async () => {
      await gate.opened;
      return 'paid';
    });
    colloquy.model.script(call('pay', { what: 'rent' }));
    const id = await colloquy.start(clerk());
    await tools.received(1);
    await colloquy.handle(id).signal(stopSignal);
    gate.open();
    expect(await colloquy.handle(id).result()).toMatchObject({ state: 'stopped' });
    expect(await toolCallsOf(id)).toMatchObject([{ state: 'completed', result: 'paid' }]);
  });
});

describe('a team behind a tool', () => {
  it('that is called twice in a round runs twice, one run after the other', async () => {
    const lab = {
      kind: 'participant',
      name: 'lab',
      description: 'Asks the lab.',
      returnsLastOnly: true,
      participant: {
        kind: 'team',
        name: 'lab',
        description: '',
        team: anyTeam({ participants: [agent('chemist')], maxTurns: 1 }),
      },
    } as const;
    const before = colloquy.model.requests.length;
    colloquy.model.script(
      calls([
        { name: 'lab', arguments: { task: 'Water?' } },
        { name: 'lab', arguments: { task: 'Salt?' } },
      ]),
      text('H2O'),
      text('NaCl'),
    );
    const id = await colloquy.start(clerk({ tools: [lab] }));
    await colloquy.handle(id).result();
    expect((await said(id)).at(-1)).toBe('clerk ToolCallSummaryMessage: H2O\nNaCl');
    const asked = colloquy.model.requests.slice(before + 1).map(({ body }) => body.messages.at(-1)?.content);
    expect(asked).toEqual(['Water?', 'Salt?']);
    expect(await callStatesOf(colloquy.database, id)).toEqual(Array(3).fill('completed'));
    // As in AutoGen, at its second task it remembers the first.
    expect(colloquy.model.requests.at(-1)?.rawBody).toContain('Water?');
  });
});

import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { call, calls, text } from '../../test/support/scriptedReply.ts';
import { agent, team } from '../../worker/test/teams.ts';
import type { ConversationRef } from '../../workflows/contracts/activityTypes.ts';
import { modelClient } from '../../workflows/domain/model.ts';
import { expandViewOutline, type ViewOutline } from '../../workflows/domain/request/viewOutline.ts';
import { type AgentParticipant, DEFAULT_TOOL_POLICY, type TeamConfig } from '../../workflows/domain/team.ts';
import type { HttpTool } from '../../workflows/domain/tools/kinds/http.ts';
import { replyInput } from '../test/inputs.ts';
import { rowsOf } from '../test/rows.ts';
import { failureOf, openStage, run, type Stage } from '../test/stage.ts';
import { readEntries } from '../transcript/readEntries.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const PAY: HttpTool = {
  kind: 'http',
  name: 'pay',
  description: 'Pays.',
  method: 'POST',
  url: 'http://127.0.0.1:9/pay',
  headers: {},
  parameters: { type: 'object', properties: { what: { type: 'string' } } },
  returns: 'text',
  timeoutSeconds: 5,
};
const SALES = { target: 'sales', description: 'To sales.', name: 'to_sales', message: 'Over to sales.' };

const conversationOf = (
  changes: Partial<AgentParticipant>,
  config: Partial<TeamConfig> = {},
  task?: string,
) => stage.conversation(team([agent('writer', changes), agent('sales')], config), task);
const lastRequest = () =>
  JSON.parse(stage.model.requests.at(-1)?.rawBody ?? '{}') as Record<string, unknown> & {
    messages: { role: string; content: string }[];
  };
const messageOf = async ({ conversationId }: ConversationRef, seq = 1) =>
  stage.database.message.findFirstOrThrow({ where: { conversationId, seq, supersededAt: null } });

describe('an agent with tools', () => {
  const able = { tools: [PAY], handoffs: [SALES] };

  it('offers them to its model, handoffs last, and the request can be built again', async () => {
    const ref = await conversationOf(able);
    stage.model.script(text('No need'));
    await run(stage, 'generateReply', replyInput(ref));
    const { tools, tool_choice: choice } = lastRequest();
    expect(tools).toMatchObject([
      { type: 'function', function: { name: 'pay', description: 'Pays.', parameters: PAY.parameters } },
      { type: 'function', function: { name: 'to_sales', description: 'To sales.' } },
    ]);
    expect(choice).toBe('auto');
    const { calls: ledger } = await rowsOf(stage.database, ref.conversationId);
    const outline = ledger[0]?.requestOutline as unknown as ViewOutline;
    const part = await stage.database.requestPart.findFirstOrThrow({
      where: { projectId: ref.projectId, sha256: outline.tools?.sha256 ?? '' },
    });
    const place = { ...replyInput(ref, { seq: 9 }), runId: '', writtenBy: '' };
    const { entries } = await readEntries(stage.database, place);
    const rebuilt = JSON.stringify(expandViewOutline(outline, entries, part.content as never));
    expect(createHash('sha256').update(rebuilt).digest('hex')).toBe(ledger[0]?.requestSha256);
    expect(rebuilt).toBe(stage.model.requests.at(-1)?.rawBody);
  });

  it('says which calls it makes: what is known of each, and its row to go with', async () => {
    const ref = await conversationOf(able, {
      toolPolicies: [{ ...DEFAULT_TOOL_POLICY, tool: 'pay', approval: { kind: 'always' }, idempotent: true }],
    });
    stage.model.script(
      calls(
        [
          { id: 'c1', name: 'pay', arguments: { what: 'rent' } },
          { id: 'c2', name: 'to_sales', arguments: {} },
        ],
        { text: 'I had better pay.' },
      ),
    );
    const first = await run(stage, 'generateReply', replyInput(ref));
    expect(first).toMatchObject({
      messages: [{ type: 'ThoughtEvent' }, { type: 'ToolCallRequestEvent', seq: 1 }],
      calls: [
        { index: 0, tool: 'pay', settled: false, handoff: null, needsApproval: true, idempotent: true },
        { index: 1, tool: 'to_sales', settled: true, handoff: 'sales', needsApproval: false },
      ],
    });
    const rows = () => stage.database.toolCall.findMany({ where: { conversationId: ref.conversationId } });
    const before = await rows();
    expect(before).toMatchObject([
      { state: 'proposed', proposedArguments: '{"what":"rent"}', callId: 'c1', seq: 1 },
      { state: 'completed', result: 'Over to sales.', callId: 'c2', seq: 1 },
    ]);
    expect(await messageOf(ref)).toMatchObject({ thought: 'I had better pay.' });
    // An attempt that finds all this written says the same.
    const sent = stage.model.requests.length;
    expect(await run(stage, 'generateReply', replyInput(ref), { attempt: 2 })).toEqual(first);
    expect(stage.model.requests).toHaveLength(sent);
    expect(await rows()).toEqual(before);
  });

  it('is told them by names that providers take, whatever theirs are, and calls them by those', async () => {
    const handoffTo = (target: string) => ({ ...SALES, target, name: `transfer_to_${target}` });
    const tools = ['fs.read', 'fs/read', '支付', `${'x'.repeat(70)}1`].map((name) => ({ ...PAY, name }));
    const others = [agent('规划'), agent('分析')];
    const handoffs = [handoffTo('规划'), handoffTo('分析')];
    const ref = await stage.conversation(team([agent('prüfer', { tools, handoffs }), ...others]), 'Go');
    const own = [...tools, ...handoffs].map(({ name }) => name);
    stage.model.script(text('Let me see'));
    await run(stage, 'generateReply', replyInput(ref, { speaker: 'prüfer' }));
    const offered = (lastRequest()['tools'] as { function: { name: string } }[]).map(
      (tool) => tool.function.name,
    );
    for (const name of offered) expect(name).toMatch(/^[a-zA-Z0-9_-]{1,64}$/);
    expect(new Set(offered).size).toBe(own.length);
    stage.model.script(
      calls([...offered, 'made up', '转移'].map((name, index) => ({ id: `c${index}`, name, arguments: {} }))),
    );
    const again = await stage.conversation(team([agent('prüfer', { tools, handoffs }), ...others]), 'Go');
    const { calls: made } = await run(stage, 'generateReply', replyInput(again, { speaker: 'prüfer' }));
    expect(made.map(({ tool }) => tool)).toEqual([...own, 'made_up', '转移']);
    expect(made.map(({ handoff }) => handoff)).toEqual([null, null, null, null, '规划', '分析', null, null]);
    const rows = await stage.database.toolCall.findMany({
      where: { conversationId: again.conversationId, tool: { in: ['made_up', '转移'] } },
      orderBy: { index: 'asc' },
    });
    expect(rows.map(({ result }) => result)).toEqual([
      "Error: tool 'made_up' not found in any workbench",
      "Error: tool '转移' not found in any workbench",
    ]);
    // Its next request has the call under the name that the provider got; everybody else's names keep their spelling.
    stage.model.script(text(`Done: ${offered[2] ?? ''}`));
    await run(stage, 'generateReply', replyInput(again, { speaker: 'prüfer', seq: 2, iteration: 1 }));
    expect(await messageOf(again, 2)).toMatchObject({ content: 'Done: 支付' });
    const { messages } = lastRequest() as unknown as {
      messages: { tool_calls?: { function: { name: string } }[] }[];
    };
    const sent = messages.flatMap(({ tool_calls: each }) => each ?? []).map((each) => each.function.name);
    expect(sent.slice(0, offered.length)).toEqual(offered);
    for (const name of sent) expect(name).toMatch(/^[a-zA-Z0-9_-]{1,64}$/);
  });

  it('asks a person where its policy cannot be evaluated: it must not open by accident', async () => {
    const policy = {
      ...DEFAULT_TOOL_POLICY,
      approval: { kind: 'when' as const, expression: 'arguments.none.there' },
    };
    const ref = await conversationOf(able, { toolPolicies: [policy] });
    stage.model.script(call('pay', { what: 'rent' }));
    const { calls: made } = await run(stage, 'generateReply', replyInput(ref));
    expect(made).toMatchObject([{ needsApproval: true }]);
  });

  it('is offered none where it puts their results into words', async () => {
    const ref = await conversationOf(able);
    stage.model.script(text('In words'));
    await run(stage, 'generateReply', replyInput(ref, { purpose: 'reflection', iteration: 1 }));
    expect(lastRequest()['tools']).toBeUndefined();
  });
});

describe('an agent that thinks', () => {
  it('has its thought kept apart from what it says', async () => {
    const ref = await conversationOf({});
    stage.model.script(text('Rain', { reasoning: 'They like rain.' }));
    expect(await run(stage, 'generateReply', replyInput(ref))).toMatchObject({
      messages: [{ type: 'ThoughtEvent' }, { type: 'TextMessage' }],
    });
    expect(await messageOf(ref)).toMatchObject({ content: 'Rain', thought: 'They like rain.' });
  });

  it('within the text, as models of the R1 family do', async () => {
    const abilities = { vision: false, functionCalling: true, jsonOutput: true, structuredOutput: false };
    const info = { family: 'r1', multipleSystemMessages: true, ...abilities };
    const ref = await conversationOf({ model: modelClient({ model: 'some-r1', info }) });
    stage.model.script(text('<think>They like rain.</think>\nRain'));
    await run(stage, 'generateReply', replyInput(ref));
    expect(await messageOf(ref)).toMatchObject({ content: 'Rain', thought: 'They like rain.' });
  });
});

describe('an agent whose reply has a shape', () => {
  const output = {
    name: 'Verdict',
    schema: {
      type: 'object',
      properties: { grade: { type: 'integer' }, reason: { type: 'string' } },
      required: ['grade', 'reason'],
    },
    formatString: '{reason} ({grade})',
  };
  const gpt = modelClient({ model: 'gpt-4o' });

  it('asks for it, and reads as its format says', async () => {
    const ref = await conversationOf({ output, model: gpt });
    stage.model.script(text('{ "reason": "Fine", "grade": 2, "more": 1 }'));
    expect(await run(stage, 'generateReply', replyInput(ref))).toMatchObject({
      messages: [{ type: 'StructuredMessage' }],
    });
    expect(lastRequest()['response_format']).toMatchObject({
      type: 'json_schema',
      json_schema: { name: 'Verdict', strict: true },
    });
    expect(await messageOf(ref)).toMatchObject({
      content: 'Fine (2)',
      body: { kind: 'structured', json: '{"grade":2,"reason":"Fine"}' },
    });
  });

  it.each(['Fine', '[]', '{"grade": 2}'])('fails for good on %s', async (answer) => {
    const ref = await conversationOf({ output, model: gpt });
    stage.model.script(text(answer));
    expect(await failureOf(run(stage, 'generateReply', replyInput(ref)))).toMatchObject({
      type: 'model_unexpected_answer',
      nonRetryable: true,
    });
  });
});

describe('an agent with a memory', () => {
  it('is told what it holds, before it speaks, once in a turn', async () => {
    const contents = [{ content: 'Likes blue', mimeType: 'text/plain' }];
    const ref = await conversationOf({ memory: [{ kind: 'list', name: null, contents }] });
    stage.model.script(text('Blue rain'));
    expect(await run(stage, 'generateReply', replyInput(ref))).toMatchObject({
      messages: [{ type: 'MemoryQueryEvent' }, { type: 'TextMessage' }],
    });
    expect(lastRequest().messages.map(({ role }) => role)).toEqual(['system', 'user', 'system']);
    expect(await messageOf(ref)).toMatchObject({ memories: [contents] });
  });
});

describe('an agent whose context sums up', () => {
  const context = { kind: 'summarizing', keep: 1, summarizeAfter: 2, model: null, prompt: null } as const;

  it('has what it drops summed up once, and reads the summary in its place', async () => {
    const ref = await conversationOf({ context }, {}, 'First');
    stage.model.script(text('One'), text('Two'), text('SHORT'), text('Three'));
    await run(stage, 'generateReply', replyInput(ref));
    await run(stage, 'generateReply', replyInput(ref, { speaker: 'sales', seq: 2, turn: 1 }), {
      activityId: '2',
    });
    await run(stage, 'generateReply', replyInput(ref, { seq: 3, turn: 2 }), { activityId: '3' });
    expect(lastRequest().messages.map(({ content }) => content)).toEqual([
      'You are writer.',
      'What was said before, summed up:\n\nSHORT',
      'Two',
    ]);
    const { calls: ledger } = await rowsOf(stage.database, ref.conversationId);
    expect(ledger.map(({ purpose, state }) => [purpose, state])).toEqual([
      ['reply', 'completed'],
      ['reply', 'completed'],
      ['summary', 'completed'],
      ['reply', 'completed'],
    ]);
    // The author that writes again does not repeat it.
    stage.model.script(text('Three again'));
    await run(stage, 'generateReply', replyInput(ref, { seq: 4, turn: 2, readBefore: 3 }), {
      activityId: '4',
    });
    expect(lastRequest().messages[1]?.content).toContain('SHORT');
  });
});

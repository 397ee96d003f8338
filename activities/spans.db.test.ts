import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { hearSpans } from '../test/support/heardSpans.ts';
import { calls, httpError, text } from '../test/support/scriptedReply.ts';
import { startToolServer, type ToolServer } from '../test/support/toolServer.ts';
import { agent, team } from '../worker/test/teams.ts';
import { placeOf, replyInput } from './test/inputs.ts';
import { failureOf, openStage, run, type Stage } from './test/stage.ts';

const SECRET = 'the rent of the lighthouse';
let stage: Stage;
let tools: ToolServer;
let heard: ReturnType<typeof hearSpans> | undefined;
beforeAll(async () => {
  stage = await openStage();
  tools = await startToolServer();
});
afterEach(() => heard?.stop());
afterAll(async () => {
  await tools.close();
  await stage.close();
});

/** An agent that pays by a tool, in a conversation with a task of its own. */
async function clerk() {
  const ref = await stage.conversation(team([agent('writer', { tools: [tools.tool('pay', {})] })]));
  stage.model.script(calls([{ id: 'c1', name: 'pay', arguments: { what: SECRET } }]));
  return ref;
}

describe('spans of activities', () => {
  it('tell a call of a model and of a tool in the words of the conventions, and nothing of what was said', async () => {
    const ref = await clerk();
    heard = hearSpans();
    await run(stage, 'generateReply', replyInput(ref));
    const place = placeOf(ref, { nextSeq: 2 });
    await run(stage, 'callTool', { ...place, index: 0, tool: 'pay', mayRepeat: false }, { activityId: '2' });
    const [chat, tool] = heard.spans;
    expect(chat).toMatchObject({
      name: 'chat test-model',
      isEnded: true,
      errorType: null,
      attributes: {
        'gen_ai.operation.name': 'chat',
        'gen_ai.request.model': 'test-model',
        'gen_ai.provider.name': 'openai',
        'gen_ai.agent.name': 'writer',
        'gen_ai.conversation.id': ref.conversationId,
        'gen_ai.response.finish_reasons': ['tool_call'],
        'server.address': '127.0.0.1',
      },
    });
    expect(tool).toMatchObject({
      name: 'execute_tool pay',
      isEnded: true,
      attributes: {
        'gen_ai.operation.name': 'execute_tool',
        'gen_ai.tool.name': 'pay',
        'colloquy.tool.kind': 'http',
      },
    });
    expect(JSON.stringify(heard.spans)).not.toContain(SECRET);
  });

  it('have prompts, answers and results where the operator wants them', async () => {
    const ref = await clerk();
    heard = hearSpans({ showsContent: true });
    await run(stage, 'generateReply', replyInput(ref));
    const place = placeOf(ref, { nextSeq: 2 });
    await run(stage, 'callTool', { ...place, index: 0, tool: 'pay', mayRepeat: false }, { activityId: '2' });
    const [chat, tool] = heard.spans;
    expect(chat?.attributes['gen_ai.input.messages']).toContain('"role"');
    expect(chat?.attributes['gen_ai.output.messages']).toContain(SECRET);
    expect(tool?.attributes['gen_ai.tool.call.arguments']).toContain(SECRET);
    expect(tool?.attributes['gen_ai.tool.call.result']).toContain(SECRET);
  });

  it('say by its type what a model failed with', async () => {
    const ref = await stage.conversation(team([agent('writer')]));
    stage.model.script(httpError(401, { message: `Wrong key for ${SECRET}`, type: 'invalid_request_error' }));
    heard = hearSpans();
    await failureOf(run(stage, 'generateReply', replyInput(ref)));
    expect(heard.spans).toMatchObject([
      { name: 'chat test-model', errorType: 'model_unauthorized', isEnded: true },
    ]);
    expect(JSON.stringify(heard.spans)).not.toContain(SECRET);
  });

  it('tell a look-up with the embeddings within it', async () => {
    const name = `collection ${randomUUID()}`;
    await stage.knowledge.createCollection(stage.projectId, {
      name,
      description: '',
      embeddingModel: 'demo',
      dimensions: 1536,
    });
    const use = { collections: [name], how: 'before_each_answer' as const, count: 2 };
    const ref = await stage.conversation(team([agent('writer', { knowledge: [use] })]));
    heard = hearSpans();
    await run(stage, 'lookUpKnowledge', placeOf(ref, {}));
    const [retrieval, embeddings] = heard.spans;
    expect(retrieval).toMatchObject({
      name: 'retrieval',
      attributes: {
        'gen_ai.operation.name': 'retrieval',
        'gen_ai.data_source.id': name,
        'colloquy.passages': 0,
      },
    });
    expect(embeddings).toMatchObject({
      name: 'embeddings demo',
      parentSpanId: retrieval?.spanId,
      attributes: { 'gen_ai.operation.name': 'embeddings', 'gen_ai.request.model': 'demo' },
    });
  });

  it('are none, and cost nothing, where nobody hears them', async () => {
    const ref = await stage.conversation(team([agent('writer')]));
    stage.model.script(text('Quietly'));
    await run(stage, 'generateReply', replyInput(ref));
    expect(stage.model.requests.at(-1)?.answered).toBe(true);
  });
});

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { outputItem } from '../../test/wire/responseEvents.ts';
import { type ResponsesServer, startResponsesServer } from '../../test/wire/responsesServer.ts';
import { agent, team } from '../../worker/test/teams.ts';
import { eventually } from '../../worker/test/transcript.ts';
import { modelClient } from '../../workflows/domain/model.ts';
import { replyInput } from '../test/inputs.ts';
import { linesOf, rowsOf } from '../test/rows.ts';
import { begin, failureOf, openStage, run, type Stage } from '../test/stage.ts';

let stage: Stage;
let server: ResponsesServer;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());
beforeEach(async () => {
  server = await startResponsesServer();
});
afterEach(() => server.close());

const conversation = () =>
  stage.conversation(
    team([
      agent('writer', {
        model: modelClient({
          model: 'gpt-5',
          provider: 'responses',
          baseUrl: server.baseUrl,
          options: { background: true },
        }),
      }),
    ]),
  );

const haiku = {
  output: [outputItem.reasoning('Rain?', 'sealed'), outputItem.text('Rain on the roof')],
  pieces: 4,
};

async function begunIn(conversationId: string): Promise<string> {
  const call = await eventually(
    () => stage.database.modelCall.findFirst({ where: { conversationId, backgroundId: { not: null } } }),
    (row) => row !== null,
  );
  return call?.backgroundId ?? '';
}

describe('an answer that is written in the background', () => {
  it('is stored with what its model wants back, and its call knows its id', async () => {
    const ref = await conversation();
    server.script(haiku);
    await run(stage, 'generateReply', replyInput(ref));
    expect(await linesOf(stage.database, ref.conversationId)).toContain('1 writer: Rain on the roof');
    const { calls, messages } = await rowsOf(stage.database, ref.conversationId);
    expect(calls).toMatchObject([{ state: 'completed', backgroundId: 'resp_000001', backgroundSequence: 0 }]);
    expect(messages.at(-1)?.giveBack).toMatchObject({ provider: 'responses', model: 'gpt-5' });
    expect(server.responses[0]?.body).toMatchObject({
      background: true,
      store: true,
      stream: true,
      metadata: { colloquy_call_id: calls[0]?.id },
    });
  });

  it('is read on by its numbers where connections break, and asked for once', async () => {
    const ref = await conversation();
    server.script(haiku);
    server.setPace(30);
    server.breakAfter(3);
    await run(stage, 'generateReply', replyInput(ref));
    expect(await linesOf(stage.database, ref.conversationId)).toContain('1 writer: Rain on the roof');
    expect(server.responses).toHaveLength(1);
    // Each connection delivers three events; how many connections it takes depends on how fast the answer is written.
    const numbers = server.responses[0]?.startedAfter ?? [];
    expect(numbers.length).toBeGreaterThan(0);
    expect(numbers).toEqual(numbers.map((_, index) => 2 + 3 * index));
  });

  it('is taken over by the next attempt, while the first is still there', async () => {
    const ref = await conversation();
    server.script(haiku);
    server.writeAtMost(3);
    const first = begin(stage, 'generateReply', replyInput(ref));
    await begunIn(ref.conversationId);
    const second = run(stage, 'generateReply', replyInput(ref), { attempt: 2 });
    await eventually(
      () => Promise.resolve(server.responses[0]?.startedAfter.length ?? 0),
      (connections) => connections > 0,
    );
    server.writeAtMost(null);
    const results = await Promise.allSettled([first.result, second]);
    expect(results.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0);
    expect(server.responses).toHaveLength(1);
    expect(server.responses[0]?.startedAfter).toContain(0);
    const { calls, messages, conversation: row } = await rowsOf(stage.database, ref.conversationId);
    expect(calls).toMatchObject([{ state: 'completed', attempt: 1 }]);
    expect(messages).toHaveLength(2);
    expect(row.unknownCalls).toBe(0);
  });

  it('is left to the next attempt where the provider is away in the middle', async () => {
    const ref = await conversation();
    server.script(haiku);
    server.writeAtMost(3);
    const first = begin(stage, 'generateReply', replyInput(ref));
    await begunIn(ref.conversationId);
    server.refuse(503);
    const failure = await failureOf(first.result);
    expect(failure).toMatchObject({ type: 'model_unavailable', nonRetryable: false });
    expect((await rowsOf(stage.database, ref.conversationId)).calls).toMatchObject([{ state: 'open' }]);

    server.refuse(null);
    server.writeAtMost(null);
    await run(stage, 'generateReply', replyInput(ref), { attempt: 2 });
    expect(await linesOf(stage.database, ref.conversationId)).toContain('1 writer: Rain on the roof');
    expect(server.responses).toHaveLength(1);
    expect((await rowsOf(stage.database, ref.conversationId)).calls).toMatchObject([{ state: 'completed' }]);
  });

  it('that the provider has forgotten counts as unknown, and is asked for again', async () => {
    const ref = await conversation();
    server.script(haiku, haiku);
    server.writeAtMost(3);
    const first = begin(stage, 'generateReply', replyInput(ref));
    await begunIn(ref.conversationId);
    server.forget();
    expect(await failureOf(first.result)).toMatchObject({ type: 'model_answer_lost', nonRetryable: false });

    server.writeAtMost(null);
    await run(stage, 'generateReply', replyInput(ref), { attempt: 2 });
    const { calls, conversation: row } = await rowsOf(stage.database, ref.conversationId);
    expect(calls.map(({ state }) => state)).toEqual(['unknown', 'completed']);
    expect(row.unknownCalls).toBe(1);
  });

  it('is cancelled at the provider, too', async () => {
    const ref = await conversation();
    server.script(haiku);
    server.writeAtMost(3);
    const attempt = begin(stage, 'generateReply', replyInput(ref));
    await begunIn(ref.conversationId);
    attempt.cancel();
    await failureOf(attempt.result);
    expect(server.responses[0]?.state).toBe('cancelled');
    expect((await rowsOf(stage.database, ref.conversationId)).calls).toMatchObject([{ state: 'cancelled' }]);
  });

  it('that fails at the provider is a failure of its call', async () => {
    const ref = await conversation();
    server.script({ output: [], status: 'failed', error: { code: 'rate_limit_exceeded', message: 'Slow' } });
    expect(await failureOf(run(stage, 'generateReply', replyInput(ref)))).toMatchObject({
      type: 'model_rate_limited',
    });
    expect((await rowsOf(stage.database, ref.conversationId)).calls).toMatchObject([{ state: 'failed' }]);
  });
});

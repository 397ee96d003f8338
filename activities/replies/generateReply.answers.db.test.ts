import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ScriptedReply, text } from '../../test/support/scriptedReply.ts';
import { agent, team } from '../../worker/test/teams.ts';
import { replyInput } from '../test/inputs.ts';
import { rowsOf } from '../test/rows.ts';
import { failureOf, openStage, run, type Stage } from '../test/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

function answered(status: number, body: object): ScriptedReply {
  const headers = { 'content-type': 'application/json' };
  return { kind: 'http', status, headers, body: JSON.stringify(body) };
}

const whole = (message: object, finishReason = 'stop') =>
  answered(200, {
    id: 'x',
    model: 'm',
    choices: [{ index: 0, message, finish_reason: finishReason }],
    usage: { prompt_tokens: 3, completion_tokens: 2 },
  });

const noStreams = answered(400, {
  error: {
    message: 'Your organization must be verified to stream this model.',
    param: 'stream',
    code: 'unsupported_value',
  },
});

const anyConversation = () => stage.conversation(team([agent('writer')]));

describe('half an answer', () => {
  it('is no message, and is asked for again', async () => {
    const ref = await anyConversation();
    stage.model.script(text('The answer is', { finishReason: 'error' as never }));
    expect(await failureOf(run(stage, 'generateReply', replyInput(ref)))).toMatchObject({
      type: 'model_stream_cut',
      nonRetryable: false,
    });
    expect((await rowsOf(stage.database, ref.conversationId)).messages).toHaveLength(1);
  });
});

describe('a model that may not be streamed', () => {
  it('is asked for a whole answer in the same attempt, and not for a stream again', async () => {
    const first = await anyConversation();
    const sent = stage.model.requests.length;
    stage.model.script(noStreams, whole({ content: 'Rain.' }), whole({ content: 'Snow.' }));
    await run(stage, 'generateReply', replyInput(first));
    await run(stage, 'generateReply', replyInput(await anyConversation()));
    const bodies = stage.model.requests.slice(sent).map(({ body }) => body.stream ?? false);
    expect(bodies).toEqual([true, false, false]);
    const { messages, calls } = await rowsOf(stage.database, first.conversationId);
    expect(messages[1]).toMatchObject({ content: 'Rain.', ending: null });
    expect(calls.map(({ state }) => state).sort()).toEqual(['completed', 'failed']);
  });
});

describe('a message', () => {
  it.each<[string, ScriptedReply, object]>([
    [
      'of a refusal is its words',
      whole({ content: null, refusal: 'No.' }),
      { content: 'No.', ending: 'refusal' },
    ],
    [
      'cut at its limit says so',
      whole({ content: 'The fir' }, 'length'),
      { content: 'The fir', ending: 'length' },
    ],
    [
      'cut by a filter says so',
      whole({ content: 'The fir' }, 'content_filter'),
      { content: 'The fir', ending: 'content_filter' },
    ],
    [
      'has no thinking in it',
      whole({ content: '<think>Hm.</think>Rain.' }),
      { content: 'Rain.', thought: 'Hm.', ending: null },
    ],
  ])('%s', async (_what, scripted, stored) => {
    const ref = await anyConversation();
    stage.model.script(scripted);
    await run(stage, 'generateReply', replyInput(ref));
    const sent = stage.model.requests.length;
    expect((await rowsOf(stage.database, ref.conversationId)).messages[1]).toMatchObject(stored);
    await run(stage, 'generateReply', replyInput(ref), { attempt: 2 });
    expect(stage.model.requests).toHaveLength(sent);
  });
});

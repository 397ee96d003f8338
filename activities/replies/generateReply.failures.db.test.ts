import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApplicationFailure, CancelledFailure } from '@temporalio/common';
import { waitUntil } from '../../ops/embedded/network.ts';
import {
  contextTooLong,
  createGate,
  cutAnswer,
  httpError,
  malformedJson,
  modelNotFound,
  rateLimited,
  type ScriptedReply,
  serverError,
  text,
  unauthorized,
} from '../../test/support/scriptedReply.ts';
import { agent, team } from '../../worker/test/teams.ts';
import type { ConversationRef } from '../../workflows/contracts/activityTypes.ts';
import { MAX_MODEL_CALLS_PER_REPLY } from '../asking/modelAttempts.ts';
import { replyInput } from '../test/inputs.ts';
import { linesOf, rowsOf } from '../test/rows.ts';
import { begin, failureOf, openStage, run, type Stage, TEST_KEY } from '../test/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const anyConversation = () => stage.conversation(team([agent('writer')]));

async function failWith(
  ref: ConversationRef,
  reply: ScriptedReply,
  attempt = 1,
): Promise<ApplicationFailure> {
  stage.model.script(reply);
  const failure = await failureOf(run(stage, 'generateReply', replyInput(ref), { attempt }));
  if (failure instanceof ApplicationFailure) return failure;
  throw new Error('Not an ApplicationFailure', { cause: failure });
}

const wrongBody: ScriptedReply = {
  kind: 'http',
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: '{"choices": [',
};

describe('a call that fails', () => {
  it.each([
    { what: 'a wrong key', reply: unauthorized(), type: 'model_unauthorized', final: true, partial: null },
    { what: 'no such model', reply: modelNotFound('x'), type: 'model_not_found', final: true, partial: null },
    {
      what: 'a context too long',
      reply: contextTooLong(),
      type: 'model_context_too_long',
      final: true,
      partial: null,
    },
    { what: 'an outage', reply: serverError(503), type: 'model_unavailable', final: false, partial: null },
    {
      what: 'an empty answer',
      reply: text('', { finishReason: 'length' }),
      type: 'model_empty_answer',
      final: false,
      partial: null,
    },
    {
      what: 'a body of broken JSON',
      reply: wrongBody,
      type: 'model_malformed_answer',
      final: false,
      partial: null,
    },
    {
      what: 'broken JSON within the stream',
      reply: malformedJson(),
      type: 'model_malformed_answer',
      final: false,
      partial: 'So far ',
    },
    {
      what: 'a stream that is cut',
      reply: cutAnswer('One two three four', 2),
      type: 'model_stream_cut',
      final: false,
      partial: 'One two',
    },
  ])('$what: is $type, in the failure and in the ledger', async ({ reply, type, final, partial }) => {
    const ref = await anyConversation();
    const failure = await failWith(ref, reply);
    expect(failure).toMatchObject({ type, nonRetryable: final });
    expect(failure.nextRetryDelay).toBeUndefined();

    const { calls, conversation, messages, liveTexts, turns } = await rowsOf(
      stage.database,
      ref.conversationId,
    );
    expect(calls).toMatchObject([
      {
        state: 'failed',
        failureType: type,
        failureMessage: failure.message,
        response: partial === null ? null : { content: partial },
      },
    ]);
    expect(calls[0]?.endedAt).not.toBeNull();
    expect(calls[0]?.latencyMs).toBeGreaterThanOrEqual(0);
    expect(messages).toHaveLength(1);
    expect(turns).toHaveLength(1);
    expect(liveTexts).toEqual([]);
    expect(conversation).toMatchObject({ revision: 2n, turnCount: 0, unknownCalls: 0, unpricedCalls: 0 });
  });

  it('is tried again no sooner than the provider asks', async () => {
    const failure = await failWith(await anyConversation(), rateLimited(7));
    expect(failure).toMatchObject({ type: 'model_rate_limited', nonRetryable: false, nextRetryDelay: 7_000 });
  });

  it('is not retried if the account has no credit left', async () => {
    const used = httpError(429, {
      message: 'You exceeded your quota.',
      type: 'q',
      code: 'insufficient_quota',
    });
    expect(await failWith(await anyConversation(), used)).toMatchObject({
      type: 'model_quota_exhausted',
      nonRetryable: true,
    });
  });

  it('shows the key nowhere, though the provider repeats it', async () => {
    const ref = await anyConversation();
    const message = `Incorrect API key provided: ${TEST_KEY}. Bearer ${TEST_KEY} is not known.`;
    const failure = await failWith(ref, httpError(401, { message, type: 'invalid_request_error' }));
    expect(stage.model.requests.at(-1)?.headers.authorization).toBe(`Bearer ${TEST_KEY}`);
    const { calls } = await rowsOf(stage.database, ref.conversationId);
    for (const shown of [
      failure.message,
      failure.stack,
      JSON.stringify(failure),
      JSON.stringify(calls[0]?.failureMessage),
    ]) {
      expect(shown).not.toContain('0123456789');
    }
  });

  it('leaves the turn as it was: the next attempt succeeds, at the same place', async () => {
    const ref = await anyConversation();
    await failWith(ref, cutAnswer('One two three', 1));
    stage.model.script(text('Rain'));
    await run(stage, 'generateReply', replyInput(ref), { attempt: 2 });
    expect(await linesOf(stage.database, ref.conversationId)).toEqual([
      '0 user: Write a haiku about rain.',
      '1 writer: Rain',
    ]);
    const { calls, conversation, turns } = await rowsOf(stage.database, ref.conversationId);
    expect(calls.map(({ state }) => state)).toEqual(['failed', 'completed']);
    expect(turns).toHaveLength(1);
    expect(conversation.unknownCalls).toBe(0);
  });
});

describe('a reply that fails over and over', () => {
  it('is given up after its last request, with the last reason, and costs no further one', async () => {
    const ref = await anyConversation();
    for (let attempt = 1; attempt < MAX_MODEL_CALLS_PER_REPLY; attempt += 1) {
      expect(await failWith(ref, serverError(), attempt)).toMatchObject({
        type: 'model_unavailable',
        nonRetryable: false,
      });
    }
    const last = await failWith(ref, serverError(), MAX_MODEL_CALLS_PER_REPLY);
    expect(last).toMatchObject({ type: 'model_attempts_exhausted', nonRetryable: true });
    expect(last.message).toBe(
      `8 requests were made for this answer, and none succeeded; the last: The model provider at ${stage.model.baseUrl} answered 500: The server had an error.`,
    );

    const sent = stage.model.requests.length;
    const late = run(stage, 'generateReply', replyInput(ref), { attempt: MAX_MODEL_CALLS_PER_REPLY + 1 });
    expect(await failureOf(late)).toMatchObject({ type: 'model_attempts_exhausted', nonRetryable: true });
    expect(stage.model.requests).toHaveLength(sent);
  });

  it('counts requests, not attempts: one whose worker died before it asked costs none', async () => {
    const ref = await anyConversation();
    stage.model.script(text('Rain'));
    await run(stage, 'generateReply', replyInput(ref), { attempt: 500 });
    expect(await linesOf(stage.database, ref.conversationId)).toContain('1 writer: Rain');
  });

  it('is tried anew when a person says so: a new activity has its own count', async () => {
    const ref = await anyConversation();
    await failWith(ref, unauthorized());
    stage.model.script(text('Rain'));
    await run(stage, 'generateReply', replyInput(ref), { activityId: '2' });
    expect(await linesOf(stage.database, ref.conversationId)).toContain('1 writer: Rain');
  });
});

describe('a cancel', () => {
  it.each([
    { when: 'before the answer', afterChunks: 0, partial: null },
    { when: 'within the answer', afterChunks: 2, partial: { content: 'One two' } },
  ])(
    '$when aborts the request, and the call stands as cancelled with what came of it',
    async ({ afterChunks, partial }) => {
      const ref = await anyConversation();
      stage.model.script(text('One two three', { hold: { afterChunks, until: createGate() } }));
      const sent = stage.model.requests.length;
      const attempt = begin(stage, 'generateReply', replyInput(ref));
      await stage.model.received(sent + 1);
      const hasPart = async () => {
        const { liveTexts } = await rowsOf(stage.database, ref.conversationId);
        return liveTexts.some(({ text: soFar }) => soFar === (partial?.content ?? ''));
      };
      await waitUntil(hasPart, { what: 'The live text', timeoutMs: 30_000 });
      attempt.cancel();

      expect(await failureOf(attempt.result)).toBeInstanceOf(CancelledFailure);
      await waitUntil(() => Promise.resolve(stage.model.requests.at(-1)?.aborted === true), {
        what: 'The model',
        timeoutMs: 30_000,
      });
      const { calls, liveTexts, messages } = await rowsOf(stage.database, ref.conversationId);
      expect(calls).toMatchObject([{ state: 'cancelled', failureType: null, response: partial }]);
      expect(calls[0]?.failureMessage).toMatch(/^Aborted: /);
      expect(liveTexts).toEqual([]);
      expect(messages).toHaveLength(1);
    },
  );
});

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { freePort } from '../../ops/embedded/network.ts';
import { calls } from '../../test/support/scriptedReply.ts';
import { startToolServer, type ToolServer } from '../../test/support/toolServer.ts';
import { agent, team } from '../../worker/test/teams.ts';
import type { CallToolInput, ConversationRef } from '../../workflows/contracts/activityTypes.ts';
import { DEFAULT_TOOL_POLICY, type ToolPolicy } from '../../workflows/domain/team.ts';
import { placeOf, replyInput } from '../test/inputs.ts';
import { stampsOf } from '../test/rows.ts';
import { type As, failureOf, openStage, run, type Stage } from '../test/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

let tools: ToolServer;
beforeEach(async () => {
  tools = await startToolServer();
});
afterEach(() => tools.close());

/** A conversation whose clerk has called "pay" and any other given tools. */
async function called(
  policies: ToolPolicy[] = [],
  changes: Parameters<ToolServer['tool']>[1] = {},
): Promise<ConversationRef> {
  const clerk = agent('writer', { tools: [tools.tool('pay', changes)] });
  const ref = await stage.conversation(team([clerk], { toolPolicies: policies }));
  stage.model.script(
    calls([
      { id: 'c1', name: 'pay', arguments: { what: 'rent' } },
      { id: 'c2', name: 'fly', arguments: {} },
      { id: 'c3', name: 'pay', arguments: '{"what":' },
    ]),
  );
  await run(stage, 'generateReply', replyInput(ref));
  return ref;
}

function call(
  ref: ConversationRef,
  { mayRepeat = false, index = 0, ...as }: Partial<CallToolInput> & As = {},
) {
  const input = { ...placeOf(ref, { nextSeq: 2 }), index, tool: 'pay', mayRepeat };
  return run(stage, 'callTool', input, { activityId: '2', ...as });
}

const rowOf = async ({ conversationId }: ConversationRef, index = 0) =>
  stage.database.toolCall.findFirstOrThrow({ where: { conversationId, index } });

/** An attempt whose worker was lost in the middle of the call. */
async function loseAttempt(ref: ConversationRef): Promise<void> {
  const { id } = await rowOf(ref);
  await stage.database.toolCall.update({ where: { id }, data: { state: 'running', attempts: 1 } });
}

describe('a tool call', () => {
  it('is made with its key, and its result is kept', async () => {
    const ref = await called();
    await call(ref);
    const row = await rowOf(ref);
    expect(tools.calls).toEqual([
      { tool: 'pay', arguments: { what: 'rent' }, idempotencyKey: row.idempotencyKey },
    ]);
    expect(row).toMatchObject({
      state: 'completed',
      attempts: 1,
      result: 'pay({"what":"rent"})',
      isError: false,
      proposedArguments: '{"what":"rent"}',
      effectiveArguments: '{"what":"rent"}',
      approvedArguments: null,
    });
    expect(row.startedAt).not.toBeNull();
    expect(row.endedAt).not.toBeNull();
  });

  it('raises the conversation’s revision when it leaves and when it is done', async () => {
    const ref = await called();
    const stamps = await stampsOf(stage.database, ref.conversationId, () => call(ref));
    expect(stamps.after).toBe(stamps.before + 2n);
    expect((await rowOf(ref)).revision).toBe(stamps.after);
  });

  it('that is done is not made again by a later attempt', async () => {
    const ref = await called();
    await call(ref);
    const before = await rowOf(ref);
    await call(ref, { attempt: 2 });
    await call(ref, { attempt: 3, mayRepeat: true });
    expect(tools.calls).toHaveLength(1);
    expect(await rowOf(ref)).toEqual(before);
  });

  it('is made with what a person has made of its arguments', async () => {
    const ref = await called();
    const { id } = await rowOf(ref);
    await stage.database.toolCall.update({
      where: { id },
      data: { approvedArguments: '{"what":"half the rent"}' },
    });
    await call(ref);
    expect(tools.calls[0]?.arguments).toEqual({ what: 'half the rent' });
    expect(await rowOf(ref)).toMatchObject({ effectiveArguments: '{"what":"half the rent"}' });
  });

  it('that a person has rejected is not made', async () => {
    const ref = await called();
    const { id } = await rowOf(ref);
    await stage.database.toolCall.update({ where: { id }, data: { state: 'rejected' } });
    await call(ref);
    expect(tools.calls).toEqual([]);
  });

  it('whose tool says that it failed has that as its result', async () => {
    const ref = await called();
    tools.answer(() => {
      throw new Error('Broken');
    });
    await call(ref);
    expect(await rowOf(ref)).toMatchObject({ state: 'failed', isError: true });
  });

  it('with arguments that do not fit is told so by the tool, and nothing leaves', async () => {
    const ref = await called();
    const { id } = await rowOf(ref);
    await stage.database.toolCall.update({ where: { id }, data: { approvedArguments: '{"who":"me"}' } });
    await call(ref);
    expect(tools.calls).toEqual([]);
    expect(await rowOf(ref)).toMatchObject({ state: 'failed', isError: true });
  });

  it('takes no longer than its policy allows', async () => {
    const ref = await called([{ ...DEFAULT_TOOL_POLICY, timeoutSeconds: 1 }]);
    tools.answer(() => new Promise(() => undefined));
    await call(ref);
    const row = await rowOf(ref);
    expect(row).toMatchObject({ state: 'failed', isError: true });
    expect(row.result).toContain('took longer than 1 s');
  });

  it('keeps no more of a result than its policy allows', async () => {
    const ref = await called([{ ...DEFAULT_TOOL_POLICY, maxResultBytes: 100 }]);
    tools.answer(() => 'x'.repeat(10_000));
    await call(ref);
    expect((await rowOf(ref)).result?.length).toBeLessThan(400);
  });

  it('is gone for good where the request that it stands in is', async () => {
    const ref = await called();
    expect(await failureOf(call(ref, { index: 9 }))).toMatchObject({
      type: 'conversation_missing',
      nonRetryable: true,
    });
  });
});

describe('calls of tools that do not exist, and with broken arguments', () => {
  it('are settled with the reply: their results stand there, and nobody is called', async () => {
    const ref = await called();
    expect(await rowOf(ref, 1)).toMatchObject({ tool: 'fly', state: 'failed', isError: true, attempts: 0 });
    expect(await rowOf(ref, 2)).toMatchObject({ tool: 'pay', state: 'failed', isError: true, attempts: 0 });
    await call(ref, { index: 1 });
    expect(tools.calls).toEqual([]);
  });
});

describe('a call whose worker was lost in the middle', () => {
  it('is not made again: nobody knows whether it was carried out', async () => {
    const ref = await called();
    await loseAttempt(ref);
    expect(await failureOf(call(ref, { attempt: 2 }))).toMatchObject({
      type: 'tool_outcome_unknown',
      nonRetryable: true,
    });
    expect(tools.calls).toEqual([]);
    expect(await rowOf(ref)).toMatchObject({ state: 'unknown', attempts: 1 });
  });

  it('is made again with the same key where its tool allows that', async () => {
    const ref = await called([{ ...DEFAULT_TOOL_POLICY, tool: 'pay', idempotent: true }]);
    await call(ref);
    const { id, idempotencyKey } = await rowOf(ref);
    await stage.database.toolCall.update({ where: { id }, data: { state: 'running', result: null } });
    await call(ref, { attempt: 2, mayRepeat: true });
    expect(tools.calls.map((each) => each.idempotencyKey)).toEqual([idempotencyKey, idempotencyKey]);
    expect(await rowOf(ref)).toMatchObject({ state: 'completed', attempts: 2 });
  });

  it('is made again once where a person has said so: lost again, they are asked again', async () => {
    const ref = await called();
    await loseAttempt(ref);
    expect(await failureOf(call(ref, { attempt: 2, mayRepeat: true }))).toMatchObject({
      type: 'tool_outcome_unknown',
    });
    expect(tools.calls).toEqual([]);
  });

  it('is made again where a person has said so, by an activity of its own', async () => {
    const ref = await called();
    await loseAttempt(ref);
    await failureOf(call(ref, { attempt: 2 }));
    await call(ref, { activityId: '3', mayRepeat: true });
    expect(tools.calls).toHaveLength(1);
    expect(await rowOf(ref)).toMatchObject({ state: 'completed', attempts: 2 });
  });
});

describe('a tool that cannot be reached', () => {
  it('over HTTP is a result: its model reads that', async () => {
    const ref = await called([], { url: `http://127.0.0.1:${String(await freePort())}/pay` });
    await call(ref);
    const row = await rowOf(ref);
    expect(row).toMatchObject({ state: 'failed', isError: true });
    expect(row.result).toContain('ECONNREFUSED');
  });
});

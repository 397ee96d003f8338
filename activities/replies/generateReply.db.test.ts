import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { text } from '../../test/support/scriptedReply.ts';
import { agent, team } from '../../worker/test/teams.ts';
import { modelClient } from '../../workflows/domain/model.ts';
import { expandViewOutline, type ViewOutline } from '../../workflows/domain/request/viewOutline.ts';
import { replyInput } from '../test/inputs.ts';
import { linesOf, rowsOf, stampsOf } from '../test/rows.ts';
import { openStage, run, runIdOf, type Stage } from '../test/stage.ts';
import { readEntries } from '../transcript/readEntries.ts';

const USAGE = { prompt_tokens: 2_000, completion_tokens: 500, total_tokens: 2_500 };
const PRICED = modelClient({ model: 'priced' });

describe('a reply', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
    await stage.database.modelPrice.create({
      data: {
        projectId: stage.projectId,
        model: 'priced',
        inputMicroUsdPerMillion: 150_000,
        outputMicroUsdPerMillion: 600_000,
      },
    });
  });
  afterAll(() => stage.close());

  it('is stored with its call, its turn and its cost, and its facts are returned', async () => {
    const { database, model } = stage;
    const ref = await stage.conversation(team([agent('writer', { model: PRICED })]));
    model.script(text('Rain. APPROVE', { usage: USAGE }));
    const input = replyInput(ref);

    expect(await run(stage, 'generateReply', input)).toEqual({
      messages: [
        {
          seq: 1,
          type: 'TextMessage',
          source: 'writer',
          mentions: ['APPROVE'],
          usage: { promptTokens: 2_000, completionTokens: 500 },
          costMicroUsd: 600,
        },
      ],
      calls: [],
    });

    const rows = await rowsOf(database, ref.conversationId);
    expect(await linesOf(database, ref.conversationId)).toEqual([
      '0 user: Write a haiku about rain.',
      '1 writer: Rain. APPROVE',
    ]);
    expect(rows.messages[1]).toMatchObject({
      turn: 0,
      writtenBy: `${runIdOf(ref)}:1`,
      modelCallId: rows.calls[0]?.id,
    });
    expect(rows.calls).toHaveLength(1);
    expect(rows.calls[0]).toMatchObject({
      state: 'completed',
      turn: 0,
      seq: 1,
      agent: 'writer',
      purpose: 'reply',
      model: 'priced',
      writtenBy: `${runIdOf(ref)}:1`,
      attempt: 1,
      promptTokens: 2_000,
      completionTokens: 500,
      costMicroUsd: 600n,
      failureType: null,
      response: {
        id: 'scripted',
        model: 'priced',
        finishReason: 'stop',
        content: 'Rain. APPROVE',
        usage: USAGE,
      },
    });
    expect(rows.calls[0]?.latencyMs).toBeGreaterThanOrEqual(rows.calls[0]?.firstTokenMs ?? 0);
    expect(rows.calls[0]?.endedAt).not.toBeNull();
    expect(rows.turns).toMatchObject([
      { turn: 0, speaker: 'writer', runId: runIdOf(ref), stateBefore: input.stateBefore },
    ]);
    expect(rows.conversation).toMatchObject({
      turnCount: 1,
      messageCount: 2,
      promptTokens: 2_000n,
      completionTokens: 500n,
      costMicroUsd: 600n,
      unpricedCalls: 0,
      unknownCalls: 0,
    });
    expect(rows.liveTexts).toEqual([]);
  });

  it('stands at the revision that its write raised the conversation to', async () => {
    const ref = await stage.conversation(team([agent('writer')]));
    stage.model.script(text('Rain'));
    const stamps = await stampsOf(stage.database, ref.conversationId, () =>
      run(stage, 'generateReply', replyInput(ref)),
    );
    expect(stamps.changed).toEqual([stamps.after]);
    expect(stamps.after).toBeGreaterThan(stamps.before);
  });

  it('reads only the end of a long transcript for a buffered context, and asks the same', async () => {
    const { database, model } = stage;
    const ref = await stage.conversation(
      team([agent('writer', { context: { kind: 'buffered', size: 3 } }), agent('critic')]),
    );
    const said = Array.from({ length: 200 }, (_, index) => ({
      projectId: ref.projectId,
      conversationId: ref.conversationId,
      seq: index + 1,
      turn: index,
      source: index % 2 === 0 ? 'writer' : 'critic',
      type: 'TextMessage',
      content: `Line ${String(index + 1)}`,
      readBefore: index + 1,
      writtenBy: `${runIdOf(ref)}:before-${String(index)}`,
      revision: index + 2,
      position: index + 2,
    }));
    await database.message.createMany({ data: said });
    await database.conversation.update({ where: { id: ref.conversationId }, data: { revision: 201 } });
    model.script(text('Rain'));
    await run(stage, 'generateReply', replyInput(ref, { seq: 201, turn: 200 }));

    const { calls } = await rowsOf(database, ref.conversationId);
    const sent = model.requests.at(-1)?.rawBody ?? '';
    expect(JSON.parse(sent)).toMatchObject({
      messages: [
        { role: 'system', content: 'You are writer.' },
        { role: 'user', content: 'Line 198' },
        { role: 'assistant', content: 'Line 199' },
        { role: 'user', content: 'Line 200' },
      ],
    });
    const outline = calls[0]?.requestOutline as unknown as ViewOutline;
    expect(outline.fromSeq).toBeGreaterThan(100);
    const { entries } = await readEntries(database, {
      ...replyInput(ref, { seq: 300 }),
      runId: '',
      writtenBy: '',
    });
    expect(entries.length).toBeGreaterThan(200);
    expect(JSON.stringify(expandViewOutline(outline, entries, null))).toBe(sent);
  });

  it('comes of the exact request whose hash and outline the ledger keeps', async () => {
    const { database, model } = stage;
    const ref = await stage.conversation(
      team([
        agent('writer', { model: modelClient({ model: 'test-model', parameters: { temperature: 0.2 } }) }),
      ]),
      'A haiku — “rain” ☔',
    );
    model.script(text('Rain'));
    await run(stage, 'generateReply', replyInput(ref));

    const { calls } = await rowsOf(database, ref.conversationId);
    const sent = model.requests.at(-1)?.rawBody ?? '';
    expect(calls[0]?.requestSha256).toBe(createHash('sha256').update(sent).digest('hex'));
    const outline = calls[0]?.requestOutline as unknown as ViewOutline;
    const { entries } = await readEntries(database, {
      ...replyInput(ref, { seq: 9 }),
      runId: '',
      writtenBy: '',
    });
    expect(JSON.stringify(expandViewOutline(outline, entries, null))).toBe(sent);
    expect(JSON.parse(sent)).toEqual({
      model: 'test-model',
      temperature: 0.2,
      messages: [
        { role: 'system', content: 'You are writer.' },
        { role: 'user', content: 'A haiku — “rain” ☔', name: 'user' },
      ],
      stream: true,
      stream_options: { include_usage: true },
    });
  });

  it('has an unknown cost where the model has no price: counted, not taken for free', async () => {
    const ref = await stage.conversation(
      team([agent('writer', { model: modelClient({ model: 'unpriced' }) })]),
    );
    stage.model.script(text('Rain', { usage: USAGE }));
    await run(stage, 'generateReply', replyInput(ref));
    const { calls, conversation } = await rowsOf(stage.database, ref.conversationId);
    expect(calls[0]).toMatchObject({ costMicroUsd: null, promptTokens: 2_000 });
    expect(conversation).toMatchObject({ costMicroUsd: 0n, promptTokens: 2_000n, unpricedCalls: 1 });
  });

  it('has an unknown cost where the provider says nothing of usage', async () => {
    const ref = await stage.conversation(team([agent('writer', { model: PRICED })]));
    stage.model.script(text('Rain', { usage: null }));
    await run(stage, 'generateReply', replyInput(ref));
    const { calls, conversation } = await rowsOf(stage.database, ref.conversationId);
    expect(calls[0]).toMatchObject({ costMicroUsd: null, promptTokens: null, completionTokens: null });
    expect(conversation).toMatchObject({ costMicroUsd: 0n, promptTokens: 0n, unpricedCalls: 1 });
  });

  it('is a draft where a person reviews it: no other agent reads it yet', async () => {
    const { database, model } = stage;
    const ref = await stage.conversation(team([agent('writer'), agent('critic')]));
    model.script(text('Draft'), text('Fine'));
    await run(stage, 'generateReply', { ...replyInput(ref), reviewed: true });
    expect(await linesOf(database, ref.conversationId)).toContain('1 writer: Draft (draft)');
    await run(stage, 'generateReply', replyInput(ref, { speaker: 'critic', seq: 2, turn: 1 }), {
      activityId: '2',
    });
    expect(model.requests.at(-1)?.rawBody).not.toContain('Draft');
  });

  it('is written with the drafts that a person sent back in view, in this turn and from this agent only', async () => {
    const { database, model } = stage;
    const ref = await stage.conversation(team([agent('writer'), agent('critic')]));
    const rejected = (seq: number, turn: number, source: string, content: string) => ({
      projectId: ref.projectId,
      conversationId: ref.conversationId,
      seq,
      turn,
      source,
      type: 'TextMessage',
      content,
      status: 'rejected',
      feedback: `Not ${content}`,
      writtenBy: `${runIdOf(ref)}:old-${String(seq)}`,
      revision: 1,
    });
    await database.message.createMany({
      data: [
        rejected(1, 0, 'writer', 'EARLIER TURN'),
        rejected(2, 2, 'critic', 'ANOTHER AGENT'),
        rejected(3, 2, 'writer', 'first'),
        rejected(4, 2, 'writer', 'second'),
      ],
    });
    model.script(text('third'));
    await run(stage, 'generateReply', replyInput(ref, { seq: 5, turn: 2 }));
    expect(model.requests.at(-1)?.body.messages.slice(2)).toEqual([
      { role: 'assistant', content: 'first' },
      { role: 'user', content: 'Not first', name: 'reviewer' },
      { role: 'assistant', content: 'second' },
      { role: 'user', content: 'Not second', name: 'reviewer' },
    ]);
    expect(model.requests.at(-1)?.rawBody).not.toMatch(/EARLIER TURN|ANOTHER AGENT/);
  });

  it('fails for good, with no request, where the team’s version or the agent is gone', async () => {
    const ref = await stage.conversation(team([agent('writer')]));
    const sentBefore = stage.model.requests.length;
    const missing = { ...ref, teamVersionId: '0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2d' };
    const gone = { type: 'conversation_missing', nonRetryable: true };
    await expect(run(stage, 'generateReply', replyInput(missing))).rejects.toMatchObject(gone);
    const nobody = replyInput(ref, { speaker: 'nobody' });
    await expect(run(stage, 'generateReply', nobody)).rejects.toMatchObject(gone);
    expect(stage.model.requests).toHaveLength(sentBefore);
  });

  it('reads no version of another project', async () => {
    const ref = await stage.conversation(team([agent('writer')]));
    const { id } = await stage.database.project.create({ data: { slug: 'other', name: 'Other' } });
    await expect(run(stage, 'generateReply', replyInput({ ...ref, projectId: id }))).rejects.toMatchObject({
      type: 'conversation_missing',
    });
  });
});

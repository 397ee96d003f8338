import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createGate, text } from '../../test/support/scriptedReply.ts';
import { agent, team } from '../../worker/test/teams.ts';
import type { ConversationRef } from '../../workflows/contracts/activityTypes.ts';
import { replyInput, taskOf } from '../test/inputs.ts';
import { linesOf, rowsOf } from '../test/rows.ts';
import { begin, openStage, run, runIdOf, type Stage } from '../test/stage.ts';

const TASK_ID = '6f1d3c52-9b0e-4c1a-8f3e-2d4b5a697887';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const anyConversation = () => stage.conversation(team([agent('writer'), agent('critic')]));

/** A call whose worker died before recording its result. */
async function writeOpenCall(ref: ConversationRef, attempt: number, activityId = '1'): Promise<void> {
  await stage.database.modelCall.create({
    data: {
      projectId: ref.projectId,
      conversationId: ref.conversationId,
      turn: 0,
      seq: 1,
      agent: 'writer',
      purpose: 'reply',
      writtenBy: `${runIdOf(ref)}:${activityId}`,
      attempt,
      model: 'test-model',
      requestOutline: {},
      requestSha256: '',
    },
  });
}

describe('a second attempt', () => {
  it('that finds its own message returns it, calls no model and changes nothing', async () => {
    const ref = await anyConversation();
    stage.model.script(text('Rain. APPROVE'));
    const first = await run(stage, 'generateReply', replyInput(ref));
    const sent = stage.model.requests.length;
    const before = await rowsOf(stage.database, ref.conversationId);

    expect(await run(stage, 'generateReply', replyInput(ref), { attempt: 2 })).toEqual(first);
    expect(stage.model.requests).toHaveLength(sent);
    expect(await rowsOf(stage.database, ref.conversationId)).toEqual(before);
  });

  it('finds its own draft in the same way', async () => {
    const ref = await anyConversation();
    stage.model.script(text('Draft'));
    const input = { ...replyInput(ref), reviewed: true };
    const first = await run(stage, 'generateReply', input);
    expect(await run(stage, 'generateReply', input, { attempt: 2 })).toEqual(first);
    expect(await linesOf(stage.database, ref.conversationId)).toContain('1 writer: Draft (draft)');
  });

  it('marks the call that the first one left open as unknown, counts it and shows it', async () => {
    const ref = await anyConversation();
    await writeOpenCall(ref, 1);
    const before = await rowsOf(stage.database, ref.conversationId);
    stage.model.script(text('Rain'));
    await run(stage, 'generateReply', replyInput(ref), { attempt: 2 });

    const { calls, conversation } = await rowsOf(stage.database, ref.conversationId);
    expect(calls.map(({ state, attempt }) => [state, attempt])).toEqual([
      ['unknown', 1],
      ['completed', 2],
    ]);
    expect(calls[0]?.endedAt).not.toBeNull();
    expect(conversation.unknownCalls).toBe(1);
    expect(conversation.revision).toBe(before.conversation.revision + 2n);
  });

  it('counts each lost call once, however many attempts come after', async () => {
    const ref = await anyConversation();
    await writeOpenCall(ref, 1);
    await writeOpenCall(ref, 2);
    stage.model.script(text('Rain'));
    await run(stage, 'generateReply', replyInput(ref), { attempt: 3 });
    await run(stage, 'generateReply', replyInput(ref), { attempt: 4 });
    expect((await rowsOf(stage.database, ref.conversationId)).conversation.unknownCalls).toBe(2);
  });

  it('leaves the open calls of other activities alone', async () => {
    const ref = await anyConversation();
    await writeOpenCall(ref, 1, '9');
    stage.model.script(text('Rain'));
    await run(stage, 'generateReply', replyInput(ref), { attempt: 2 });
    const { calls, conversation } = await rowsOf(stage.database, ref.conversationId);
    expect(calls.map(({ state }) => state)).toEqual(['open', 'completed']);
    expect(conversation.unknownCalls).toBe(0);
  });
});

describe('an attempt that was overtaken', () => {
  it('adds no message; what it cost stands in the ledger and the totals, and it is no longer unknown', async () => {
    const ref = await anyConversation();
    const gate = createGate();
    stage.model.script(
      text('From the first', { hold: { afterChunks: 1, until: gate } }),
      text('From the second'),
    );
    const sent = stage.model.requests.length;
    const first = begin(stage, 'generateReply', replyInput(ref));
    await stage.model.received(sent + 1);
    await run(stage, 'generateReply', replyInput(ref), { attempt: 2 });
    expect((await rowsOf(stage.database, ref.conversationId)).conversation.unknownCalls).toBe(1);
    gate.open();
    await first.result;

    expect(await linesOf(stage.database, ref.conversationId)).toEqual([
      '0 user: Write a haiku about rain.',
      '1 writer: From the second',
    ]);
    const { calls, conversation, liveTexts } = await rowsOf(stage.database, ref.conversationId);
    expect(calls.map(({ state }) => state)).toEqual(['completed', 'completed']);
    expect(conversation).toMatchObject({ turnCount: 1, messageCount: 2, unpricedCalls: 2, unknownCalls: 0 });
    const tokens = calls.reduce((sum, { promptTokens }) => sum + (promptTokens ?? 0), 0);
    expect(conversation.promptTokens).toBe(BigInt(tokens));
    expect(liveTexts).toEqual([]);
  });

  it('and stores first makes the message: the later one returns the facts of what stands', async () => {
    const ref = await anyConversation();
    const gates = [createGate(), createGate()] as const;
    stage.model.script(
      text('Says APPROVE', { hold: { afterChunks: 1, until: gates[0] } }),
      text('Says nothing', { hold: { afterChunks: 1, until: gates[1] } }),
    );
    const sent = stage.model.requests.length;
    const first = begin(stage, 'generateReply', replyInput(ref));
    await stage.model.received(sent + 1);
    const second = begin(stage, 'generateReply', replyInput(ref), { attempt: 2 });
    await stage.model.received(sent + 2);
    gates[0].open();
    await first.result;
    gates[1].open();

    expect(await second.result).toMatchObject({ messages: [{ mentions: ['APPROVE'] }] });
    expect(await linesOf(stage.database, ref.conversationId)).toContain('1 writer: Says APPROVE');
  });
});

describe('a run that an operator has reset', () => {
  it('replaces what the abandoned run wrote from there on, and keeps it as superseded', async () => {
    const ref = await anyConversation();
    const { model, database } = stage;
    model.script(text('Old one'), text('Old two'), text('New one'));
    await run(stage, 'generateReply', replyInput(ref));
    await run(stage, 'generateReply', replyInput(ref, { speaker: 'critic', seq: 2, turn: 1 }), {
      activityId: '2',
    });
    const waiting = { ...taskOf('resolve_error', TASK_ID, 3), turn: 2 };
    await run(
      stage,
      'openTask',
      { ...ref, task: waiting, stateBefore: replyInput(ref).stateBefore },
      { activityId: '3' },
    );

    await run(stage, 'generateReply', replyInput(ref), { run: 2 });

    expect(await linesOf(database, ref.conversationId)).toEqual([
      '0 user: Write a haiku about rain.',
      '1 writer: New one',
    ]);
    const rows = await rowsOf(database, ref.conversationId);
    const superseded = rows.messages.filter(({ supersededAt }) => supersededAt !== null);
    expect(superseded.map(({ content }) => content)).toEqual(['Old one', 'Old two']);
    for (const { revision } of superseded) expect(revision).toBe(rows.conversation.revision - 1n);
    expect(rows.turns).toMatchObject([{ turn: 0, speaker: 'writer', runId: runIdOf(ref, 2) }]);
    expect(rows.tasks).toMatchObject([{ state: 'withdrawn' }]);
    expect(rows.conversation).toMatchObject({ messageCount: 2, turnCount: 1, unpricedCalls: 3 });
    expect(model.requests.at(-1)?.rawBody).not.toContain('Old');
  });

  it('keeps what was written before the point of the reset', async () => {
    const ref = await anyConversation();
    const { model, database } = stage;
    model.script(text('Kept'), text('Old'), text('New'));
    await run(stage, 'generateReply', replyInput(ref));
    const second = replyInput(ref, { speaker: 'critic', seq: 2, turn: 1 });
    await run(stage, 'generateReply', second, { activityId: '2' });
    await run(stage, 'generateReply', second, { run: 2, activityId: '2' });
    expect(await linesOf(database, ref.conversationId)).toEqual([
      '0 user: Write a haiku about rain.',
      '1 writer: Kept',
      '2 critic: New',
    ]);
    expect((await rowsOf(database, ref.conversationId)).turns.map(({ runId }) => runId)).toEqual([
      runIdOf(ref),
      runIdOf(ref, 2),
    ]);
  });
});

describe('a run that was over and that an operator has reset', () => {
  it('goes on: its row is open again with the first reply', async () => {
    const ref = await anyConversation();
    stage.model.script(text('Old'), text('New'));
    await run(stage, 'generateReply', replyInput(ref));
    const outcome = { state: 'finished', stopReason: 'Enough' } as const;
    await run(stage, 'finishConversation', { ...ref, outcome, finalState: replyInput(ref).stateBefore });
    await run(stage, 'generateReply', replyInput(ref), { run: 2 });
    expect((await rowsOf(stage.database, ref.conversationId)).conversation).toMatchObject({
      state: 'running',
      stopReason: null,
      finalState: null,
      endedAt: null,
    });
  });
});

describe('a run that was reset to a point after a post', () => {
  it('keeps the post and replaces what came after it', async () => {
    const ref = await anyConversation();
    const { model, database } = stage;
    const submissionId = await stage.submit(ref, 'Kept post');
    const post = { ...ref, submissionId, userId: 'user-1', turn: 0, seq: 2 };
    await run(stage, 'recordPost', post, { activityId: '5' });
    model.script(text('Old one'), text('Old two'), text('New one'));
    await run(stage, 'generateReply', replyInput(ref, { seq: 1, nextSeq: 3 }), { activityId: '6' });
    const second = replyInput(ref, { speaker: 'critic', seq: 3, turn: 1 });
    await run(stage, 'generateReply', second, { activityId: '7' });

    await run(stage, 'generateReply', replyInput(ref, { seq: 1, nextSeq: 3 }), { run: 2, activityId: '6' });
    expect(await linesOf(database, ref.conversationId)).toEqual([
      '0 user: Write a haiku about rain.',
      '1 writer: New one',
      '2 user: Kept post',
    ]);
    expect((await rowsOf(database, ref.conversationId)).conversation.messageCount).toBe(3);
  });
});

describe('a conversation that has gone on in a new run', () => {
  it('keeps a post that came while the turn waited in the run before, and shows it to the agent', async () => {
    const ref = await anyConversation();
    const { model, database } = stage;
    const submissionId = await stage.submit(ref, 'I have fixed the key.');
    const post = { ...ref, submissionId, userId: 'user-1', turn: 0, seq: 2 };
    await run(stage, 'recordPost', post, { activityId: '5' });
    model.script(text('Rain'));
    // The turn at place 1 is tried again after continue-as-new; place 2 was given out in the run before.
    await run(stage, 'generateReply', replyInput(ref, { seq: 1, readBefore: 3, nextSeq: 3 }), { run: 2 });

    expect(await linesOf(database, ref.conversationId)).toEqual([
      '0 user: Write a haiku about rain.',
      '1 writer: Rain',
      '2 user: I have fixed the key.',
    ]);
    expect(model.requests.at(-1)?.rawBody).toContain('I have fixed the key.');
    expect((await rowsOf(database, ref.conversationId)).conversation.messageCount).toBe(3);
  });
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { agent, team } from '../../worker/test/teams.ts';
import type { ConversationRef } from '../../workflows/contracts/activityTypes.ts';
import { linesOf, rowsOf, stampsOf } from '../test/rows.ts';
import { openStage, run, runIdOf, type Stage } from '../test/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const anyConversation = () => stage.conversation(team([agent('writer')]));

async function postOf(ref: ConversationRef, words: string, seq = 1) {
  return { ...ref, submissionId: await stage.submit(ref, words), userId: 'user-1', turn: 0, seq };
}

describe('a person’s post', () => {
  it('takes its place in the transcript under "user", and its facts are returned', async () => {
    const ref = await anyConversation();
    expect(await run(stage, 'recordPost', await postOf(ref, 'Shorter, please. APPROVE'))).toEqual({
      seq: 1,
      type: 'TextMessage',
      source: 'user',
      mentions: ['APPROVE'],
    });
    const { messages, conversation } = await rowsOf(stage.database, ref.conversationId);
    expect(messages[1]).toMatchObject({
      content: 'Shorter, please. APPROVE',
      userId: 'user-1',
      status: 'final',
      writtenBy: `${runIdOf(ref)}:1`,
      revision: conversation.revision,
    });
    expect(conversation).toMatchObject({ messageCount: 2, turnCount: 0 });
  });

  it('recorded twice stands once', async () => {
    const ref = await anyConversation();
    const post = await postOf(ref, 'Shorter, please.');
    const first = await run(stage, 'recordPost', post);
    const { messages } = await rowsOf(stage.database, ref.conversationId);
    expect(await run(stage, 'recordPost', post, { attempt: 2 })).toEqual(first);
    expect((await rowsOf(stage.database, ref.conversationId)).messages).toEqual(messages);
  });

  it('stands at the revision of its write', async () => {
    const ref = await anyConversation();
    const post = await postOf(ref, 'Shorter, please.');
    const stamps = await stampsOf(stage.database, ref.conversationId, () => run(stage, 'recordPost', post));
    expect(stamps.changed).toEqual([stamps.after]);
    expect(stamps.after).toBe(stamps.before + 1n);
  });

  it('of a run that replaces an abandoned one takes the place of what stood there and after', async () => {
    const ref = await anyConversation();
    await run(stage, 'recordPost', await postOf(ref, 'Old one', 1), { activityId: '1' });
    await run(stage, 'recordPost', await postOf(ref, 'Old two', 2), { activityId: '2' });
    await run(stage, 'recordPost', await postOf(ref, 'New one', 1), { run: 2 });
    expect(await linesOf(stage.database, ref.conversationId)).toEqual([
      '0 user: Write a haiku about rain.',
      '1 user: New one',
    ]);
    expect((await rowsOf(stage.database, ref.conversationId)).conversation.messageCount).toBe(2);
  });

  it('fails for good where what was handed in is gone or belongs to another conversation', async () => {
    const [ref, other] = [await anyConversation(), await anyConversation()];
    const gone = { type: 'conversation_missing', nonRetryable: true };
    const lost = { ...(await postOf(ref, 'Lost')), submissionId: randomUUID() };
    await expect(run(stage, 'recordPost', lost)).rejects.toMatchObject(gone);
    const foreign = { ...(await postOf(other, 'Not yours')), conversationId: ref.conversationId };
    await expect(run(stage, 'recordPost', foreign)).rejects.toMatchObject(gone);
    expect(await linesOf(stage.database, ref.conversationId)).toHaveLength(1);
  });
});

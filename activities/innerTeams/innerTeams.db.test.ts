import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { call, text } from '../../test/support/scriptedReply.ts';
import { agent, team } from '../../worker/test/teams.ts';
import type { ConversationRef } from '../../workflows/contracts/activityTypes.ts';
import type { ParticipantTool, TeamParticipant } from '../../workflows/domain/team.ts';
import { placeOf, replyInput } from '../test/inputs.ts';
import { rowsOf } from '../test/rows.ts';
import { type As, openStage, run, type Stage } from '../test/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const LAB: TeamParticipant = {
  kind: 'team',
  name: 'lab',
  description: '',
  team: team([agent('chemist')], { termination: { kind: 'text_mention', text: 'SALT', sources: null } }),
};
const labTool = (returnsLastOnly: boolean): ParticipantTool => ({
  kind: 'participant',
  name: 'lab',
  description: 'Asks the lab.',
  participant: LAB,
  returnsLastOnly,
});

const messagesOf = async ({ conversationId }: ConversationRef) =>
  (await rowsOf(stage.database, conversationId)).messages;

describe('an inner team that takes a turn', () => {
  const opened = (ref: ConversationRef, as: As = {}) =>
    run(
      stage,
      'openInner',
      { ...placeOf(ref, { seq: 2, speaker: 'lab', turn: 1 }), innerScope: 'lab', call: null },
      { activityId: '2', ...as },
    );

  async function spoken(): Promise<ConversationRef> {
    const ref = await stage.conversation(team([agent('writer'), LAB]), 'Is it SALT?');
    stage.model.script(text('I think so'));
    await run(stage, 'generateReply', replyInput(ref));
    return ref;
  }

  it('is given what was said, as one entry that nobody is shown again', async () => {
    const ref = await spoken();
    expect(await opened(ref)).toEqual([
      { seq: 2, type: 'TextMessage', source: 'user', mentions: ['SALT'] },
      { seq: 2, type: 'TextMessage', source: 'writer', mentions: [] },
    ]);
    expect((await messagesOf(ref))[2]).toMatchObject({
      seq: 2,
      scope: 'lab',
      copied: true,
      readBefore: 2,
      body: { kind: 'task', messages: [{ content: 'Is it SALT?' }, { content: 'I think so' }] },
    });
  });

  it('is given it once, whatever is attempted', async () => {
    const ref = await spoken();
    const first = await opened(ref);
    const before = await messagesOf(ref);
    expect(await opened(ref, { attempt: 2 })).toEqual(first);
    expect(await messagesOf(ref)).toEqual(before);
  });

  it('speaks in its own transcript, having read its task', async () => {
    const ref = await spoken();
    await opened(ref);
    stage.model.script(text('Sodium'));
    const input = replyInput(ref, { scope: 'lab', speaker: 'chemist', seq: 3, turn: 2 });
    await run(stage, 'generateReply', input, { activityId: '3' });
    expect(stage.model.requests.at(-1)?.body.messages.map(({ content }) => content)).toEqual([
      'You are chemist.',
      'Is it SALT?',
      'I think so',
    ]);
    expect((await messagesOf(ref))[3]).toMatchObject({ scope: 'lab', source: 'chemist', copied: false });
  });
});

describe('a team behind a tool', () => {
  async function asked(returnsLastOnly: boolean): Promise<ConversationRef> {
    const ref = await stage.conversation(team([agent('writer', { tools: [labTool(returnsLastOnly)] })]));
    stage.model.script(call('lab', { task: 'Is it SALT?' }));
    await run(stage, 'generateReply', replyInput(ref));
    const place = placeOf(ref, { seq: 2, nextSeq: 3 });
    await run(
      stage,
      'openInner',
      { ...place, innerScope: 'writer.lab', call: { requestSeq: 1, index: 0 } },
      { activityId: '2' },
    );
    return ref;
  }

  async function say(ref: ConversationRef, seq: number, words: string): Promise<void> {
    stage.model.script(text(words));
    const input = replyInput(ref, { scope: 'writer.lab', speaker: 'chemist', seq, turn: seq });
    await run(stage, 'generateReply', input, { activityId: `say-${String(seq)}` });
  }

  const close = (ref: ConversationRef, as: As = {}) =>
    run(
      stage,
      'closeInner',
      { ...placeOf(ref, { nextSeq: 5 }), innerScope: 'writer.lab', index: 0 },
      { activityId: '9', ...as },
    );
  const callOf = ({ conversationId }: ConversationRef) =>
    stage.database.toolCall.findFirstOrThrow({ where: { conversationId } });

  it('is given the call’s argument as its task', async () => {
    const ref = await asked(true);
    expect((await messagesOf(ref))[2]).toMatchObject({
      scope: 'writer.lab',
      source: 'user',
      content: 'Is it SALT?',
      copied: false,
    });
  });

  it.each([
    [true, 'It is.'],
    [false, 'chemist: Let me see.\n\nchemist: It is.'],
  ])('is the call’s result in the end (the last message only: %s)', async (returnsLastOnly, result) => {
    const ref = await asked(returnsLastOnly);
    await say(ref, 3, 'Let me see.');
    await say(ref, 4, 'It is.');
    await close(ref);
    expect(await callOf(ref)).toMatchObject({ state: 'completed', result, isError: false });
    const row = await callOf(ref);
    await close(ref, { attempt: 2 });
    expect(await callOf(ref)).toMatchObject({ result: row.result, endedAt: row.endedAt });
  });
});

describe('who was selected', () => {
  it('is announced once', async () => {
    const ref = await stage.conversation(team([agent('writer')]));
    const place = placeOf(ref, { speaker: 'RoundRobinGroupChatManager' });
    const announce = (attempt: number) =>
      run(stage, 'announce', { ...place, speakers: ['writer', 'critic'] }, { attempt });
    const first = await announce(1);
    expect(first).toEqual({
      seq: 1,
      type: 'SelectSpeakerEvent',
      source: 'RoundRobinGroupChatManager',
      mentions: [],
    });
    expect(await announce(2)).toEqual(first);
    const messages = await messagesOf(ref);
    expect(messages).toHaveLength(2);
    expect(messages[1]).toMatchObject({
      content: 'writer, critic',
      readBefore: null,
      body: { kind: 'speakers', speakers: ['writer', 'critic'] },
    });
  });
});

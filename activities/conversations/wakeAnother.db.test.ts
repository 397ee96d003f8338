import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { writeNextRun } from '../../test/support/conversationRows.ts';
import { text } from '../../test/support/scriptedReply.ts';
import { agent, team } from '../../worker/test/teams.ts';
import type { ConversationRef } from '../../workflows/contracts/activityTypes.ts';
import { replyInput, stateWith } from '../test/inputs.ts';
import { openStage, run, type Stage } from '../test/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const writer = team([agent('writer')]);
const outcome = { state: 'finished', stopReason: 'Enough' } as const;

/** A standing conversation that sleeps, and one whose end wakes it. */
async function pair(): Promise<{ sleeper: ConversationRef; ender: ConversationRef }> {
  const sleeper = await stage.conversation(writer, 'Watch', { standing: true });
  await run(stage, 'finishConversation', { ...sleeper, outcome, finalState: stateWith(1) });
  const ender = await stage.conversation(writer, 'Write', { wakes: sleeper.conversationId });
  return { sleeper, ender };
}

const wakeUpsOf = ({ conversationId }: ConversationRef) =>
  stage.database.wakeUp.findMany({ where: { conversationId }, orderBy: { createdAt: 'asc' } });
const end = (ref: ConversationRef, attempt = 1) =>
  run(stage, 'finishConversation', { ...ref, outcome, finalState: stateWith(2) }, { attempt });

describe('the end of a conversation that wakes another', () => {
  it('writes one wake-up for each run, with how it ended and what was said last', async () => {
    const { sleeper, ender } = await pair();
    stage.model.script(text('The haiku'));
    await run(stage, 'generateReply', replyInput(ender));
    expect(await end(ender)).toEqual({ sleeps: false, wakes: sleeper.conversationId });
    expect(await end(ender, 2)).toEqual({ sleeps: false, wakes: sleeper.conversationId });
    expect(await wakeUpsOf(sleeper)).toMatchObject([
      {
        source: 'conversation',
        sourceId: ender.conversationId,
        sourceName: 'Write',
        key: `${ender.conversationId}:0`,
        text: 'It ended as finished: Enough\n\nThe haiku',
        state: 'waiting',
        toldAt: null,
      },
    ]);
    const next = await writeNextRun(stage.database, ender.conversationId, []);
    await end({ ...ender, run: next });
    expect((await wakeUpsOf(sleeper)).map(({ key }) => key)).toEqual([
      `${ender.conversationId}:0`,
      `${ender.conversationId}:1`,
    ]);
  });

  it('wakes once, also where another end replaces the first', async () => {
    const { sleeper, ender } = await pair();
    await end(ender);
    const failed = { state: 'failed', stopReason: 'Lost' } as const;
    await run(stage, 'finishConversation', { ...ender, outcome: failed, finalState: stateWith(2) });
    expect(await wakeUpsOf(sleeper)).toMatchObject([{ text: 'It ended as finished: Enough' }]);
  });

  it('wakes it although a thousand others wait', async () => {
    const { sleeper, ender } = await pair();
    const { projectId, conversationId } = sleeper;
    const row = { projectId, conversationId, source: 'message', text: '', textSha256: '' };
    await stage.database.wakeUp.createMany({
      data: Array.from({ length: 1_000 }, () => ({ ...row, key: randomUUID() })),
    });
    await end(ender);
    expect(await stage.database.wakeUp.count({ where: { conversationId, source: 'conversation' } })).toBe(1);
  });

  it('wakes nothing that is no longer standing, and ends all the same', async () => {
    const { sleeper, ender } = await pair();
    await stage.database.conversation.update({
      where: { id: sleeper.conversationId },
      data: { standing: false, state: 'finished' },
    });
    expect(await end(ender)).toEqual({ sleeps: false });
    expect(await wakeUpsOf(sleeper)).toEqual([]);
  });

  it('is not that of the conversation itself', async () => {
    const { ender } = await pair();
    const { conversationId: id } = ender;
    await expect(
      stage.database.conversation.update({ where: { id }, data: { wakesId: id } }),
    ).rejects.toThrow('conversation_wakes_another_check');
  });
});

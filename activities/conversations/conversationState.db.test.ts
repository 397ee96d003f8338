import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { writeNextRun } from '../../test/support/conversationRows.ts';
import { text } from '../../test/support/scriptedReply.ts';
import { agent, team } from '../../worker/test/teams.ts';
import { replyInput, stateWith, taskOf } from '../test/inputs.ts';
import { rowsOf, stampsOf } from '../test/rows.ts';
import { openStage, run, type Stage } from '../test/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

/** A conversation that waits for a review and shows a text that is being written. */
async function waiting() {
  const ref = await stage.conversation(team([agent('writer')]));
  stage.model.script(text('A draft'));
  await run(stage, 'generateReply', { ...replyInput(ref), reviewed: true });
  const task = taskOf('review_message', randomUUID());
  await run(stage, 'openTask', { ...ref, task, stateBefore: stateWith(2) }, { activityId: '2' });
  const { projectId, conversationId } = ref;
  await stage.database.liveText.create({
    data: { projectId, conversationId, seq: 2, source: 'writer', text: 'So far', attempt: 1 },
  });
  return ref;
}

describe('recording a state', () => {
  it.each(['running', 'paused', 'waiting', 'parked'] as const)(
    '%s: the row says so, and watchers see it',
    async (state) => {
      const ref = await stage.conversation(team([agent('writer')]));
      await run(stage, 'recordState', { ...ref, state });
      const { conversation } = await rowsOf(stage.database, ref.conversationId);
      expect(conversation).toMatchObject({ state, revision: 2n, endedAt: null });
      await run(stage, 'recordState', { ...ref, state }, { attempt: 2 });
      expect((await rowsOf(stage.database, ref.conversationId)).conversation).toMatchObject({
        state,
        endedAt: null,
      });
    },
  );

  it('opens the row again where an operator has reset a run that was over', async () => {
    const ref = await stage.conversation(team([agent('writer')]));
    const outcome = { state: 'finished', stopReason: 'Enough' } as const;
    await run(stage, 'finishConversation', { ...ref, outcome, finalState: stateWith(1) });
    await run(stage, 'recordState', { ...ref, state: 'running' }, { run: 2 });
    expect((await rowsOf(stage.database, ref.conversationId)).conversation).toMatchObject({
      state: 'running',
      endedAt: null,
      stopReason: null,
      finalState: null,
    });
  });
});

describe('finishing', () => {
  it.each([
    ['finished', "Text 'APPROVE' mentioned"],
    ['stopped', 'External termination requested'],
    ['cancelled', 'Cancelled'],
  ] as const)('%s: the row has the reason and the state to go on from', async (state, stopReason) => {
    const ref = await stage.conversation(team([agent('writer')]));
    const finalState = { ...stateWith(3, 2), outcome: { state, stopReason } };
    await run(stage, 'finishConversation', { ...ref, outcome: { state, stopReason }, finalState });
    const { conversation } = await rowsOf(stage.database, ref.conversationId);
    expect(conversation).toMatchObject({ state, stopReason, finalState, revision: 2n });
    expect(conversation.endedAt).not.toBeNull();
  });

  it('withdraws open tasks, discards drafts that nobody decided on, and takes live text away', async () => {
    const ref = await waiting();
    const outcome = { state: 'stopped', stopReason: 'Told to' } as const;
    await run(stage, 'finishConversation', { ...ref, outcome, finalState: stateWith(2) });
    const { tasks, messages, liveTexts } = await rowsOf(stage.database, ref.conversationId);
    expect(tasks).toMatchObject([{ state: 'withdrawn' }]);
    expect(tasks[0]?.closedAt).not.toBeNull();
    expect(messages.map(({ status }) => status)).toEqual(['final', 'discarded']);
    expect(liveTexts).toEqual([]);
  });

  it('stamps all that it changed with the revision of its write', async () => {
    const ref = await waiting();
    const outcome = { state: 'stopped', stopReason: 'Told to' } as const;
    const stamps = await stampsOf(stage.database, ref.conversationId, () =>
      run(stage, 'finishConversation', { ...ref, outcome, finalState: stateWith(2) }),
    );
    expect(stamps.changed).toEqual([stamps.after, stamps.after]);
    expect(stamps.after).toBe(stamps.before + 1n);
  });

  it('twice is finishing once', async () => {
    const ref = await waiting();
    const input = {
      ...ref,
      outcome: { state: 'stopped', stopReason: 'Told to' } as const,
      finalState: stateWith(2),
    };
    await run(stage, 'finishConversation', input);
    const { messages, tasks } = await rowsOf(stage.database, ref.conversationId);
    await run(stage, 'finishConversation', input, { attempt: 2 });
    const again = await rowsOf(stage.database, ref.conversationId);
    expect(again).toMatchObject({ messages, tasks });
    expect(again.conversation).toMatchObject({ state: 'stopped', stopReason: 'Told to' });
  });

  it('leaves other conversations alone', async () => {
    const [ref, other] = [await waiting(), await waiting()];
    const before = await rowsOf(stage.database, other.conversationId);
    const outcome = { state: 'cancelled', stopReason: 'Cancelled' } as const;
    await run(stage, 'finishConversation', { ...ref, outcome, finalState: stateWith(2) });
    expect(await rowsOf(stage.database, other.conversationId)).toEqual(before);
  });
});

describe('the end of each run', () => {
  const runsOf = ({ conversationId }: { conversationId: string }) =>
    stage.database.conversationRun.findMany({ where: { conversationId }, orderBy: { run: 'asc' } });
  const finish = (
    ref: Awaited<ReturnType<typeof waiting>>,
    stopReason: string,
    options: Parameters<typeof run>[3] = {},
  ) =>
    run(
      stage,
      'finishConversation',
      { ...ref, outcome: { state: 'finished', stopReason }, finalState: stateWith(1) },
      options,
    );

  it('stays when the conversation goes on, and is told to those who watch it', async () => {
    const ref = await stage.conversation(team([agent('writer')]));
    await finish(ref, 'Enough');
    const second = { ...ref, run: await writeNextRun(stage.database, ref.conversationId, []) };
    expect(await runsOf(ref)).toMatchObject([
      { run: 0, hasTask: true, state: 'finished', stopReason: 'Enough', revision: 2n },
      { run: 1, hasTask: false, state: null, stopReason: null, endedAt: null },
    ]);
    await finish(second, 'Enough again', { run: 2 });
    const { conversation } = await rowsOf(stage.database, ref.conversationId);
    expect(await runsOf(ref)).toMatchObject([
      { stopReason: 'Enough' },
      { state: 'finished', stopReason: 'Enough again', revision: conversation.revision },
    ]);
    expect((await runsOf(ref))[1]?.endedAt).toEqual(conversation.endedAt);
  });

  it('is written once: an attempt that comes after the next run was asked for leaves that one alone', async () => {
    const ref = await stage.conversation(team([agent('writer')]));
    await finish(ref, 'Enough');
    const ended = await runsOf(ref);
    await finish(ref, 'Enough', { attempt: 2 });
    expect(await runsOf(ref)).toMatchObject(ended.map(({ revision: _revision, ...rest }) => rest));
    const second = await writeNextRun(stage.database, ref.conversationId, []);
    await finish(ref, 'Enough', { attempt: 3 });
    const { conversation } = await rowsOf(stage.database, ref.conversationId);
    expect(conversation).toMatchObject({ run: second, state: 'starting', stopReason: null, endedAt: null });
  });

  it('is taken back where an operator has reset it', async () => {
    const ref = await stage.conversation(team([agent('writer')]));
    await finish(ref, 'Enough');
    await run(stage, 'recordState', { ...ref, state: 'running' }, { run: 2 });
    expect(await runsOf(ref)).toMatchObject([{ run: 0, state: null, stopReason: null, endedAt: null }]);
  });
});

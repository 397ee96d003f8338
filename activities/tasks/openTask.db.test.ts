import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { agent, team } from '../../worker/test/teams.ts';
import { readAskedPeople } from '../../workflows/contracts/tasks/asking.ts';
import { CUSTOMER, stateWith, taskOf } from '../test/inputs.ts';
import { rowsOf, stampsOf } from '../test/rows.ts';
import { openStage, run, runIdOf, type Stage } from '../test/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const anyConversation = () => stage.conversation(team([agent('writer'), CUSTOMER]));

describe('a task', () => {
  it.each([
    { kind: 'review_message', state: 'waiting', onDeadline: 'approve', detail: {} },
    {
      kind: 'give_input',
      state: 'waiting',
      onDeadline: 'skip',
      detail: { prompt: 'Which colour shall it be?' },
    },
    {
      kind: 'resolve_error',
      state: 'parked',
      onDeadline: 'stop',
      detail: { failure: { type: 'model_unauthorized', message: 'The key is wrong' } },
    },
  ] as const)(
    '$kind: stands in the inbox, and the conversation is $state',
    async ({ kind, state, onDeadline, detail }) => {
      const ref = await anyConversation();
      const task = taskOf(kind, randomUUID());
      await run(stage, 'openTask', { ...ref, task, stateBefore: stateWith(2) });
      const { conversation, tasks } = await rowsOf(stage.database, ref.conversationId);
      expect(conversation.state).toBe(state);
      expect(tasks).toMatchObject([
        {
          id: task.id,
          projectId: ref.projectId,
          kind,
          state: 'open',
          turn: 0,
          seq: 1,
          speaker: task.speaker,
          detail,
          deadlineAt: new Date(task.deadlineAtMs),
          onDeadline,
          decision: null,
          runId: runIdOf(ref),
        },
      ]);
    },
  );

  it.each([
    ['those who review its messages, where they are named', ['ada@example.com'], ['ada@example.com']],
    ['everybody, where a review asks everybody', [], null],
  ])('about an error of an agent asks %s', async (_whom, assignees, asked) => {
    const asking = { assignees, remindAfterSeconds: [3_600], escalation: null, calendar: 'Office' };
    const review = { deadlineSeconds: 86_400, onDeadline: 'stop', asking } as const;
    const ref = await stage.conversation(team([agent('writer', { review })]));
    const task = taskOf('resolve_error', randomUUID());
    await run(stage, 'openTask', { ...ref, task, stateBefore: stateWith(2) });
    const { tasks } = await rowsOf(stage.database, ref.conversationId);
    expect(readAskedPeople(tasks[0]?.detail)?.assignees ?? null).toEqual(asked);
    expect(tasks[0]?.deadlineAt).toEqual(new Date(task.deadlineAtMs));
  });

  it('stands at the revision of its write', async () => {
    const ref = await anyConversation();
    const task = taskOf('give_input', randomUUID());
    const stamps = await stampsOf(stage.database, ref.conversationId, () =>
      run(stage, 'openTask', { ...ref, task, stateBefore: stateWith(2) }),
    );
    expect(stamps.changed).toEqual([stamps.after]);
    expect(stamps.after).toBe(stamps.before + 1n);
  });

  it('opened twice is open once', async () => {
    const ref = await anyConversation();
    const input = { ...ref, task: taskOf('give_input', randomUUID()), stateBefore: stateWith(2) };
    await run(stage, 'openTask', input);
    const { tasks, turns } = await rowsOf(stage.database, ref.conversationId);
    await run(stage, 'openTask', input, { attempt: 2 });
    expect(await rowsOf(stage.database, ref.conversationId)).toMatchObject({ tasks, turns });
  });

  it('is not opened again by a late attempt after it was answered', async () => {
    const ref = await anyConversation();
    const task = taskOf('resolve_error', randomUUID());
    const input = { ...ref, task, stateBefore: stateWith(2) };
    await run(stage, 'openTask', input);
    const resolution = {
      by: 'person',
      decision: 'retry',
      submissionId: randomUUID(),
      userId: 'user-1',
    } as const;
    await run(stage, 'settleTask', { ...ref, task, resolution, readBefore: 1 }, { activityId: '2' });
    await run(stage, 'openTask', input, { attempt: 2 });
    expect((await rowsOf(stage.database, ref.conversationId)).tasks).toMatchObject([{ state: 'answered' }]);
  });

  it('that goes on in a new run stays open and belongs to it', async () => {
    const ref = await anyConversation();
    const input = { ...ref, task: taskOf('give_input', randomUUID()), stateBefore: stateWith(2) };
    await run(stage, 'openTask', input);
    await run(stage, 'openTask', input, { run: 2 });
    const { tasks, conversation } = await rowsOf(stage.database, ref.conversationId);
    expect(tasks).toMatchObject([{ state: 'open', runId: runIdOf(ref, 2), revision: conversation.revision }]);
  });
});

describe('a person’s turn', () => {
  it('has its row with the state in which it began, as an agent’s has', async () => {
    const ref = await anyConversation();
    const stateBefore = stateWith(2, 0);
    await run(stage, 'openTask', { ...ref, task: taskOf('give_input', randomUUID()), stateBefore });
    expect((await rowsOf(stage.database, ref.conversationId)).turns).toMatchObject([
      { turn: 0, speaker: 'customer', runId: runIdOf(ref), stateBefore },
    ]);
  });
});

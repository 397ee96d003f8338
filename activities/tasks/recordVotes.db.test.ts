import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { agent, team } from '../../worker/test/teams.ts';
import type { HumanTask } from '../../workflows/domain/tasks/registry.ts';
import { withVote } from '../../workflows/domain/tasks/votes.ts';
import { stateWith, taskOf } from '../test/inputs.ts';
import { openStage, run, runIdOf, type Stage } from '../test/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

async function member(): Promise<{ userId: string; email: string }> {
  const userId = randomUUID();
  const email = `${userId}@example.test`;
  await stage.database.user.create({ data: { id: userId, name: 'Ada', email } });
  await stage.database.membership.create({ data: { projectId: stage.projectId, userId, role: 'member' } });
  return { userId, email };
}

/** A draft that two people have to approve, who are reminded once. */
async function draftForTwo() {
  const [ada, ben] = [await member(), await member()];
  const asking = {
    assignees: [ada.email, ben.email],
    remindAfterSeconds: [600],
    escalation: null,
    quorum: { of: 2 },
  };
  const review = { deadlineSeconds: 3_600, onDeadline: 'stop', asking } as const;
  const ref = await stage.conversation(team([agent('writer', { review })]));
  const task: HumanTask = { ...taskOf('review_message', randomUUID()), quorum: 2 };
  const open = (of: HumanTask, as = {}) =>
    run(stage, 'openTask', { ...ref, task: of, stateBefore: stateWith(2) }, as);
  await open(task);
  const record = (of: HumanTask, as = {}) =>
    run(stage, 'recordVotes', { ...ref, task: of }, { activityId: '2', ...as });
  return { ada, ben, ref, task, open, record };
}

const vote = (userId: string, atMs = 1_000, decision = 'approve') => ({
  userId,
  decision,
  submissionId: randomUUID(),
  atMs,
});

const votersOf = async ({ id }: HumanTask) => {
  const votes = await stage.database.taskVote.findMany({
    where: { taskId: id },
    orderBy: { votedAt: 'asc' },
  });
  return votes.map(({ userId }) => userId);
};

const remindersOf = async ({ id }: HumanTask) => {
  const rows = await stage.database.notice.findMany({ where: { taskId: id, kind: 'task_reminder' } });
  return Object.fromEntries(rows.map(({ userId, state }): [string, string] => [userId ?? '', state]));
};

describe('the votes on a task', () => {
  it('stand in its row, written twice once; who has voted is not reminded', async () => {
    const { ada, ben, task, record } = await draftForTwo();
    const voted = withVote(task, vote(ada.userId));
    await record(voted);
    await record(voted, { attempt: 2 });
    expect(await votersOf(task)).toEqual([ada.userId]);
    expect(await remindersOf(task)).toEqual({ [ada.userId]: 'withdrawn', [ben.userId]: 'waiting' });
    const row = await stage.database.humanTask.findUniqueOrThrow({ where: { id: task.id } });
    expect(row).toMatchObject({ state: 'open', detail: { asked: { quorum: 2 } } });
  });

  it('are not taken back by an attempt that comes late', async () => {
    const { ada, ben, task, record } = await draftForTwo();
    const one = withVote(task, vote(ada.userId));
    const two = withVote(one, vote(ben.userId, 2_000));
    await record(two, { activityId: '3' });
    await record(one);
    expect(await votersOf(task)).toEqual([ada.userId, ben.userId]);
  });

  it('are written with the decision, and not changed after it', async () => {
    const { ada, ben, ref, task, record } = await draftForTwo();
    const one = withVote(task, vote(ada.userId));
    const last = vote(ben.userId, 2_000);
    const decided = withVote(one, last);
    const { decision: _decision, atMs: _atMs, ...rest } = last;
    const resolution = { by: 'person', decision: 'approve', ...rest } as const;
    await run(stage, 'settleTask', { ...ref, task: decided, resolution, readBefore: 1 }, { activityId: '4' });
    await record(one);
    expect(await votersOf(task)).toEqual([ada.userId, ben.userId]);
  });

  it('of a run that an operator has reset do not count, and those of the new run do', async () => {
    const { ada, ben, task, open, record } = await draftForTwo();
    await record(withVote(task, vote(ada.userId)));
    await open(task, { run: 2 });
    expect(await votersOf(task)).toEqual([]);
    expect(await remindersOf(task)).toEqual({ [ada.userId]: 'waiting', [ben.userId]: 'waiting' });

    // Reset to a moment after the opening, the new run does not open it again.
    await record(withVote(task, vote(ben.userId)), { run: 3 });
    expect(await votersOf(task)).toEqual([ben.userId]);
  });

  it('go on with their task in the next run of the workflow', async () => {
    const { ada, ben, ref, task, open, record } = await draftForTwo();
    const voted = withVote(task, vote(ada.userId));
    await record(voted);
    await open(voted, { run: 2 });
    expect(await votersOf(task)).toEqual([ada.userId]);
    expect(await remindersOf(task)).toEqual({ [ada.userId]: 'withdrawn', [ben.userId]: 'waiting' });
    const row = await stage.database.humanTask.findUniqueOrThrow({ where: { id: task.id } });
    expect(row.runId).toBe(runIdOf(ref, 2));
  });
});

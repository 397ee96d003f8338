import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createLogger } from '../../platform/logger.ts';
import { calls, text } from '../../test/support/scriptedReply.ts';
import { startToolServer, type ToolServer } from '../../test/support/toolServer.ts';
import type { PersonDecision } from '../../workflows/domain/tasks/registry.ts';
import { DEFAULT_TOOL_POLICY, type ReviewPolicy, type TeamConfig } from '../../workflows/domain/team.ts';
import { answerTaskUpdate } from '../../workflows/messages.ts';
import { answerAgain } from '../answerAgain.ts';
import { type Colloquy, startColloquy } from './colloquy.ts';
import { openTask } from './people.ts';
import { agent, team } from './teams.ts';
import { eventually } from './transcript.ts';

let colloquy: Colloquy;
let tools: ToolServer;
beforeAll(async () => {
  tools = await startToolServer();
  colloquy = await startColloquy();
});
afterAll(async () => {
  await colloquy.close();
  await tools.close();
});

const asking = {
  assignees: ['ada@example.test', 'ben@example.test', 'cleo@example.test'],
  remindAfterSeconds: [],
  escalation: null,
  quorum: { of: 2 },
};

function reviewed(changes: Partial<ReviewPolicy> = {}): TeamConfig {
  const review: ReviewPolicy = { deadlineSeconds: 3_600, onDeadline: 'stop', asking, ...changes };
  return team([agent('writer', { review })], { maxTurns: 1 });
}

async function vote(
  conversationId: string,
  taskId: string,
  userId: string,
  decision: PersonDecision,
  words = '',
): Promise<void> {
  const submissionId = await colloquy.submit(conversationId, words);
  await colloquy.handle(conversationId).executeUpdate(answerTaskUpdate, {
    updateId: submissionId,
    args: [{ taskId, decision, submissionId, userId }],
  });
}

const votesOn = async (taskId: string) => {
  const votes = await colloquy.database.taskVote.findMany({ where: { taskId }, orderBy: { userId: 'asc' } });
  return votes.map(({ userId, decision }) => `${userId}: ${decision}`);
};

const rowOf = (id: string) => colloquy.database.humanTask.findUniqueOrThrow({ where: { id } });

async function draft(config = reviewed()): Promise<{ id: string; taskId: string }> {
  colloquy.model.script(text('A draft'));
  const id = await colloquy.start(config);
  return { id, taskId: (await openTask(colloquy, id)).id };
}

it('a draft waits until enough have approved; the same person twice is one, and a restarted worker knows the votes', async () => {
  const { id, taskId } = await draft();
  await vote(id, taskId, 'ada', 'approve');
  await vote(id, taskId, 'ada', 'approve');
  expect(await votesOn(taskId)).toEqual(['ada: approve']);
  expect(await rowOf(taskId)).toMatchObject({ state: 'open' });
  await colloquy.stopWorker();
  await colloquy.startWorker();
  await vote(id, taskId, 'ben', 'approve');
  expect(await colloquy.handle(id).result()).toMatchObject({ state: 'finished' });
  expect(await votesOn(taskId)).toEqual(['ada: approve', 'ben: approve']);
  expect(await rowOf(taskId)).toMatchObject({ state: 'answered', decision: 'approve', answeredBy: 'ben' });
});

it('two who approve in the same instant are two, and a third who comes with them is not needed', async () => {
  const { id, taskId } = await draft();
  const votes = ['ada', 'ben', 'cleo'].map((userId) => vote(id, taskId, userId, 'approve'));
  const outcomes = await Promise.allSettled(votes);
  expect(await colloquy.handle(id).result()).toMatchObject({ state: 'finished' });
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
  expect(await votesOn(taskId)).toHaveLength(2);
});

it('one who has approved can still reject, and the first rejection decides', async () => {
  const { id, taskId } = await draft();
  colloquy.model.script(text('Another draft'));
  await vote(id, taskId, 'ada', 'approve');
  await vote(id, taskId, 'ada', 'reject', 'Shorter, please.');
  expect(await rowOf(taskId)).toMatchObject({ state: 'answered', decision: 'reject', answeredBy: 'ada' });
  const next = await openTask(colloquy, id, [taskId]);
  // What was agreed to is the draft, not what comes after it.
  expect(await votesOn(next.id)).toEqual([]);
  await vote(id, next.id, 'ben', 'approve');
  await vote(id, next.id, 'cleo', 'approve');
  expect(await colloquy.handle(id).result()).toMatchObject({ state: 'finished' });
});

it('nobody can edit what others have approved', async () => {
  const { id, taskId } = await draft();
  await vote(id, taskId, 'ada', 'approve');
  await expect(vote(id, taskId, 'ben', 'edit', 'Mine')).rejects.toMatchObject({
    cause: { type: 'decision_not_allowed' },
  });
  expect(await votesOn(taskId)).toEqual(['ada: approve']);
  await colloquy.handle(id).cancel();
});

it('the deadline decides where too few have approved by then', async () => {
  const { id, taskId } = await draft(reviewed({ deadlineSeconds: 8, onDeadline: 'discard' }));
  await vote(id, taskId, 'ada', 'approve');
  await eventually(
    () => rowOf(taskId),
    ({ state }) => state === 'expired',
  );
  expect(await rowOf(taskId)).toMatchObject({ decision: 'discard', answeredBy: null });
  expect(await votesOn(taskId)).toEqual(['ada: approve']);
  await colloquy.handle(id).result();
});

it('a tool is called once all who are asked have allowed it', async () => {
  const policy = {
    ...DEFAULT_TOOL_POLICY,
    approval: { kind: 'always' },
    asking: { ...asking, quorum: { of: 'all' } },
  } as const;
  const clerk = agent('clerk', { tools: [tools.tool('pay')], maxToolIterations: 2 });
  colloquy.model.script(calls([{ id: 'a', name: 'pay', arguments: { what: 'rent' } }]), text('Paid'));
  const id = await colloquy.start(team([clerk], { maxTurns: 1, toolPolicies: [policy] }));
  const { id: taskId } = await openTask(colloquy, id);
  await expect(vote(id, taskId, 'ada', 'approve_for_run')).rejects.toMatchObject({
    cause: { type: 'decision_not_allowed' },
  });
  for (const userId of ['ada', 'ben']) await vote(id, taskId, userId, 'approve');
  const paid = await colloquy.database.toolCall.findFirstOrThrow({ where: { conversationId: id } });
  expect(paid.state).toBe('proposed');
  await vote(id, taskId, 'cleo', 'approve');
  expect(await colloquy.handle(id).result()).toMatchObject({ state: 'finished' });
  expect(await colloquy.database.toolCall.findFirstOrThrow({ where: { conversationId: id } })).toMatchObject({
    state: 'completed',
  });
});

it('votes that the rows know and a reset workflow does not are told to it again, all of them', async () => {
  const { id, taskId } = await draft();
  const { database, projectId } = colloquy;
  const votes = [];
  for (const [index, userId] of ['ada', 'ben'].entries()) {
    const submissionId = await colloquy.submit(id, '');
    votes.push({ projectId, taskId, userId, decision: 'approve', submissionId, votedAt: new Date(index) });
  }
  await database.taskVote.createMany({ data: votes });
  const closed = {
    state: 'answered',
    decision: 'approve',
    answeredBy: 'ben',
    submissionId: votes[1]?.submissionId ?? '',
  };
  await database.humanTask.update({ where: { id: taskId }, data: closed });
  const logger = createLogger({ process: 'test', level: 'silent' });
  await answerAgain({ ...colloquy, logger }, { id, projectId, run: 0 });
  expect(await colloquy.handle(id).result()).toMatchObject({ state: 'finished' });
  expect(await votesOn(taskId)).toEqual(['ada: approve', 'ben: approve']);
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { text } from '../../test/support/scriptedReply.ts';
import { agent, team } from '../../worker/test/teams.ts';
import type { ConversationRef, SettleTaskInput } from '../../workflows/contracts/activityTypes.ts';
import type { MessageFacts } from '../../workflows/domain/message.ts';
import type { HumanTask, PersonDecision, Resolution } from '../../workflows/domain/tasks/registry.ts';
import { CUSTOMER, replyInput, stateWith, taskOf } from '../test/inputs.ts';
import { linesOf, rowsOf, stampsOf } from '../test/rows.ts';
import { type As, openStage, run, type Stage } from '../test/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

interface Waiting {
  ref: ConversationRef;
  task: HumanTask;
}

/** A conversation that waits on a person: its draft or its failure is there, and the task is open. */
async function waitingOn(kind: HumanTask['kind']): Promise<Waiting> {
  const ref = await stage.conversation(team([agent('writer'), CUSTOMER]));
  const task = taskOf(kind, randomUUID());
  if (kind === 'review_message') {
    stage.model.script(text('A draft. APPROVE'));
    await run(stage, 'generateReply', { ...replyInput(ref), reviewed: true });
  }
  await run(stage, 'openTask', { ...ref, task, stateBefore: stateWith(1) }, { activityId: '2' });
  return { ref, task };
}

async function byPerson({ ref }: Waiting, decision: PersonDecision, words = ''): Promise<Resolution> {
  const submissionId = await stage.submit(ref, words);
  return { by: 'person', decision, submissionId, userId: 'user-1' };
}

function settle({ ref, task }: Waiting, resolution: Resolution, as: As = {}): Promise<MessageFacts | null> {
  const input: SettleTaskInput = { ...ref, task, resolution, readBefore: 1 };
  return run(stage, 'settleTask', input, { activityId: '3', ...as });
}

const draftOf = async ({ ref }: Waiting) => (await rowsOf(stage.database, ref.conversationId)).messages[1];
const taskRowOf = async ({ ref }: Waiting) => (await rowsOf(stage.database, ref.conversationId)).tasks[0];
const conversationOf = async ({ ref }: Waiting) =>
  (await rowsOf(stage.database, ref.conversationId)).conversation;

describe('a person’s decision on a draft', () => {
  it('approve: it stands as it is, and its facts are returned', async () => {
    const waiting = await waitingOn('review_message');
    const facts = await settle(waiting, await byPerson(waiting, 'approve'));
    expect(facts).toEqual({ seq: 1, type: 'TextMessage', source: 'writer', mentions: ['APPROVE'] });
    expect(await draftOf(waiting)).toMatchObject({
      status: 'final',
      content: 'A draft. APPROVE',
      draftContent: null,
    });
    expect(await conversationOf(waiting)).toMatchObject({ state: 'running', turnCount: 1, messageCount: 2 });
  });

  it('edit: the person’s words stand under the agent’s name, and the model’s are kept', async () => {
    const waiting = await waitingOn('review_message');
    const facts = await settle(waiting, await byPerson(waiting, 'edit', 'An edited draft.'));
    expect(facts).toEqual({ seq: 1, type: 'TextMessage', source: 'writer', mentions: [] });
    expect(await draftOf(waiting)).toMatchObject({
      status: 'final',
      source: 'writer',
      content: 'An edited draft.',
      draftContent: 'A draft. APPROVE',
      userId: 'user-1',
    });
  });

  it('reject: it leaves the transcript with the feedback beside it', async () => {
    const waiting = await waitingOn('review_message');
    expect(await settle(waiting, await byPerson(waiting, 'reject', 'Too long.'))).toBeNull();
    expect(await draftOf(waiting)).toMatchObject({
      status: 'rejected',
      content: 'A draft. APPROVE',
      feedback: 'Too long.',
    });
  });

  it('closes the task with who decided what', async () => {
    const waiting = await waitingOn('review_message');
    const resolution = await byPerson(waiting, 'approve');
    await settle(waiting, resolution);
    expect(await taskRowOf(waiting)).toMatchObject({
      state: 'answered',
      decision: 'approve',
      answeredBy: 'user-1',
      submissionId: resolution.by === 'person' ? resolution.submissionId : '',
    });
    expect((await taskRowOf(waiting))?.closedAt).not.toBeNull();
  });
});

describe('the deadline of a draft', () => {
  it.each([
    ['approve', 'final'],
    ['discard', 'discarded'],
    ['stop', 'discarded'],
  ] as const)('%s: the draft is %s, and the task has expired', async (decision, status) => {
    const waiting = await waitingOn('review_message');
    const facts = await settle(waiting, { by: 'deadline', decision });
    expect(facts === null).toBe(decision !== 'approve');
    expect(await draftOf(waiting)).toMatchObject({ status, content: 'A draft. APPROVE' });
    expect(await taskRowOf(waiting)).toMatchObject({
      state: 'expired',
      decision,
      answeredBy: null,
      submissionId: null,
    });
  });
});

describe('a person’s turn', () => {
  it('reply: their words stand under the participant’s name', async () => {
    const waiting = await waitingOn('give_input');
    expect(await settle(waiting, await byPerson(waiting, 'reply', 'Blue, please. APPROVE'))).toEqual({
      seq: 1,
      type: 'TextMessage',
      source: 'customer',
      mentions: ['APPROVE'],
    });
    const { messages, conversation } = await rowsOf(stage.database, waiting.ref.conversationId);
    expect(messages[1]).toMatchObject({
      source: 'customer',
      userId: 'user-1',
      status: 'final',
      modelCallId: null,
    });
    expect(conversation).toMatchObject({ messageCount: 2, turnCount: 1, state: 'running' });
  });

  it('skip: the turn passes without a message', async () => {
    const waiting = await waitingOn('give_input');
    expect(await settle(waiting, { by: 'deadline', decision: 'skip' })).toBeNull();
    expect(await linesOf(stage.database, waiting.ref.conversationId)).toHaveLength(1);
    expect(await conversationOf(waiting)).toMatchObject({ turnCount: 1, messageCount: 1 });
  });

  it('stop: nothing is said', async () => {
    const waiting = await waitingOn('give_input');
    expect(await settle(waiting, { by: 'deadline', decision: 'stop' })).toBeNull();
    expect(await taskRowOf(waiting)).toMatchObject({ state: 'expired', decision: 'stop' });
  });
});

describe('a person’s decision on a failed turn', () => {
  it.each([
    ['retry', 0],
    ['skip', 1],
    ['stop', 0],
  ] as const)('%s: the conversation runs, and %d turns are counted', async (decision, turnCount) => {
    const waiting = await waitingOn('resolve_error');
    expect(await conversationOf(waiting)).toMatchObject({ state: 'parked' });
    expect(await settle(waiting, await byPerson(waiting, decision))).toBeNull();
    expect(await conversationOf(waiting)).toMatchObject({ state: 'running', turnCount });
    expect(await taskRowOf(waiting)).toMatchObject({ state: 'answered', decision });
    expect(await linesOf(stage.database, waiting.ref.conversationId)).toHaveLength(1);
  });
});

describe('every decision', () => {
  const decisions: [HumanTask['kind'], PersonDecision | 'discard'][] = [
    ['review_message', 'approve'],
    ['review_message', 'edit'],
    ['review_message', 'reject'],
    ['review_message', 'discard'],
    ['review_message', 'stop'],
    ['give_input', 'reply'],
    ['give_input', 'skip'],
    ['resolve_error', 'retry'],
    ['resolve_error', 'skip'],
    ['resolve_error', 'stop'],
  ];
  const resolutionOf = (waiting: Waiting, kind: HumanTask['kind'], decision: PersonDecision | 'discard') =>
    decision === 'discard' ||
    (decision === 'stop' && kind === 'review_message') ||
    (decision === 'skip' && kind === 'give_input')
      ? Promise.resolve<Resolution>({ by: 'deadline', decision })
      : byPerson(waiting, decision, 'Words of a person. APPROVE');

  it.each(decisions)('%s, %s: carried out twice it has happened once', async (kind, decision) => {
    const waiting = await waitingOn(kind);
    const resolution = await resolutionOf(waiting, kind, decision);
    const first = await settle(waiting, resolution);
    const { conversation: before, ...rows } = await rowsOf(stage.database, waiting.ref.conversationId);

    expect(await settle(waiting, resolution, { attempt: 2 })).toEqual(first);
    const { conversation: after, ...again } = await rowsOf(stage.database, waiting.ref.conversationId);
    expect(again).toEqual(rows);
    expect({ ...after, revision: 0n, updatedAt: before.updatedAt }).toEqual({ ...before, revision: 0n });
  });

  it.each(decisions)(
    '%s, %s: all that changed stands at the revision of that write',
    async (kind, decision) => {
      const waiting = await waitingOn(kind);
      const resolution = await resolutionOf(waiting, kind, decision);
      const stamps = await stampsOf(stage.database, waiting.ref.conversationId, () =>
        settle(waiting, resolution),
      );
      expect(stamps.changed.length).toBeGreaterThan(0);
      for (const revision of stamps.changed) expect(revision).toBe(stamps.after);
      expect(stamps.after).toBe(stamps.before + 1n);
    },
  );
});

describe('an answer whose words are gone', () => {
  it('fails for good, and changes nothing', async () => {
    const waiting = await waitingOn('give_input');
    const before = await rowsOf(stage.database, waiting.ref.conversationId);
    const lost: Resolution = {
      by: 'person',
      decision: 'reply',
      submissionId: randomUUID(),
      userId: 'user-1',
    };
    await expect(settle(waiting, lost)).rejects.toMatchObject({
      type: 'conversation_missing',
      nonRetryable: true,
    });
    expect(await rowsOf(stage.database, waiting.ref.conversationId)).toEqual(before);
  });

  it('cannot take those of another conversation', async () => {
    const [waiting, other] = [await waitingOn('give_input'), await waitingOn('give_input')];
    await expect(settle(waiting, await byPerson(other, 'reply', 'Not yours'))).rejects.toMatchObject({
      type: 'conversation_missing',
    });
  });
});

describe('a run that was reset to before an answer', () => {
  it('carries its own decision out, not that of the run that was abandoned', async () => {
    const waiting = await waitingOn('review_message');
    await settle(waiting, await byPerson(waiting, 'edit', 'Edited in the old run'));
    const facts = await settle(waiting, await byPerson(waiting, 'approve'), { run: 2 });
    expect(facts).toMatchObject({ mentions: ['APPROVE'] });
    expect(await draftOf(waiting)).toMatchObject({
      status: 'final',
      content: 'A draft. APPROVE',
      draftContent: null,
    });
    expect(await taskRowOf(waiting)).toMatchObject({ state: 'answered', decision: 'approve' });
  });

  it('may let the deadline decide what a person has answered in the abandoned run', async () => {
    const waiting = await waitingOn('give_input');
    await settle(waiting, await byPerson(waiting, 'reply', 'Said in the old run'));
    await run(
      stage,
      'openTask',
      { ...waiting.ref, task: waiting.task, stateBefore: stateWith(1) },
      { run: 2 },
    );
    expect(await taskRowOf(waiting)).toMatchObject({
      state: 'open',
      decision: null,
      answeredBy: null,
      closedAt: null,
    });
    expect(await settle(waiting, { by: 'deadline', decision: 'skip' }, { run: 2 })).toBeNull();
    expect(await taskRowOf(waiting)).toMatchObject({ state: 'expired', decision: 'skip' });
  });

  it('takes up a task that the abandoned run withdrew when it was cancelled', async () => {
    const waiting = await waitingOn('review_message');
    const outcome = { state: 'cancelled', stopReason: 'Cancelled' } as const;
    await run(stage, 'finishConversation', { ...waiting.ref, outcome, finalState: stateWith(2) });
    expect(await taskRowOf(waiting)).toMatchObject({ state: 'withdrawn' });
    expect(await settle(waiting, { by: 'deadline', decision: 'approve' }, { run: 2 })).not.toBeNull();
    expect(await draftOf(waiting)).toMatchObject({ status: 'final' });
  });
});

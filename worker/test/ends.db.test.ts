import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import { replyInput, stateWith, taskOf } from '../../activities/test/inputs.ts';
import { rowsOf } from '../../activities/test/rows.ts';
import { openStage, run, runIdOf, type Stage } from '../../activities/test/stage.ts';
import { createLogger } from '../../platform/logger.ts';
import { text } from '../../test/support/scriptedReply.ts';
import type { ConversationRef } from '../../workflows/contracts/activityTypes.ts';
import type { Outcome } from '../../workflows/domain/conversation/state.ts';
import { reconcile } from '../reconcile.ts';
import { agent, team } from './teams.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

/** A conversation with everything open that can be: a task, a draft, a tool call, a model call, a live text. */
async function inTheMiddle(): Promise<ConversationRef> {
  const ref = await stage.conversation(team([agent('writer')]));
  stage.model.script(text('A draft'));
  await run(stage, 'generateReply', { ...replyInput(ref), reviewed: true });
  const task = taskOf('review_message', randomUUID());
  await run(stage, 'openTask', { ...ref, task, stateBefore: stateWith(2) }, { activityId: '2' });
  const { database } = stage;
  const { projectId, conversationId } = ref;
  const here = { projectId, conversationId };
  const writtenBy = `${runIdOf(ref)}:3`;
  await database.liveText.create({ data: { ...here, seq: 2, source: 'writer', text: 'So far', attempt: 1 } });
  await database.toolCall.create({
    data: {
      ...here,
      turn: 0,
      seq: 2,
      index: 0,
      agent: 'writer',
      callId: 'call',
      tool: 'pay',
      proposedArguments: '{}',
      plan: {},
      state: 'running',
      attempts: 1,
      startedAt: new Date(),
      idempotencyKey: randomUUID(),
      writtenBy,
      revision: 1,
    },
  });
  await database.modelCall.create({
    data: {
      ...here,
      turn: 0,
      seq: 2,
      agent: 'writer',
      purpose: 'reply',
      writtenBy,
      attempt: 1,
      model: 'test-model',
      requestOutline: {},
      requestSha256: '',
    },
  });
  return ref;
}

async function toolCallsOf({ conversationId }: ConversationRef) {
  return stage.database.toolCall.findMany({ where: { conversationId } });
}

type Described = { status: string; result?: Outcome } | 'deleted';

/** A Temporal server that knows one workflow. */
function temporalThatSays(described: Described): Client {
  const handle = {
    describe: () =>
      described === 'deleted'
        ? Promise.reject(new WorkflowNotFoundError('It is gone', 'conversation', undefined))
        : Promise.resolve({ status: { name: described.status } }),
    result: () => Promise.resolve(described === 'deleted' ? null : described.result),
  };
  return {
    workflow: {
      getHandle: () => handle,
      list: async function* () {
        // None has begun lately.
      },
    },
  } as unknown as Client;
}

async function reconcileWith(described: Described): Promise<void> {
  // So that only the rows of this conversation have been unchanged for long enough.
  await reconcile(
    {
      database: stage.database,
      temporal: temporalThatSays(described),
      taskQueue: 'none',
      logger: createLogger({ process: 'worker', level: 'silent' }),
    },
    new Date(Date.now() + 60_000),
  );
}

const stopped: Outcome = { state: 'stopped', stopReason: 'Told to' };

const ways: [string, Outcome, (ref: ConversationRef) => Promise<void>][] = [
  [
    'its own workflow',
    stopped,
    async (ref) => {
      await run(stage, 'finishConversation', { ...ref, outcome: stopped, finalState: stateWith(2) });
    },
  ],
  [
    'an operator who terminates it',
    { state: 'failed', stopReason: 'Its workflow was terminated' },
    () => reconcileWith({ status: 'TERMINATED' }),
  ],
  [
    'an operator who deletes it',
    { state: 'failed', stopReason: 'Its workflow no longer exists on the Temporal server' },
    () => reconcileWith('deleted'),
  ],
  [
    'a workflow that fails',
    { state: 'failed', stopReason: 'Its workflow failed' },
    () => reconcileWith({ status: 'FAILED' }),
  ],
  [
    'a workflow that runs out of time',
    { state: 'failed', stopReason: 'Its workflow timed out' },
    () => reconcileWith({ status: 'TIMED_OUT' }),
  ],
  [
    'its own workflow, of which an older copy of the database does not know',
    stopped,
    () => reconcileWith({ status: 'COMPLETED', result: stopped }),
  ],
  [
    'a cancellation of which an older copy of the database does not know',
    { state: 'cancelled', stopReason: 'Cancelled' },
    () => reconcileWith({ status: 'CANCELLED' }),
  ],
];

describe.each(ways)('a conversation that is ended by %s', (_by, outcome, end) => {
  let ref: ConversationRef;
  let revision: bigint;
  beforeAll(async () => {
    ref = await inTheMiddle();
    revision = (await rowsOf(stage.database, ref.conversationId)).conversation.revision;
    await end(ref);
  });

  it('is over, in its row and its run’s row, and its clock has stopped', async () => {
    const { conversation } = await rowsOf(stage.database, ref.conversationId);
    expect(conversation).toMatchObject(outcome);
    expect(conversation.endedAt).toBeInstanceOf(Date);
    expect(
      await stage.database.conversationRun.findFirst({ where: { conversationId: ref.conversationId } }),
    ).toMatchObject({ ...outcome, endedAt: conversation.endedAt, revision: conversation.revision });
  });

  it('no longer asks anybody: its task is withdrawn, and does not count in the inbox', async () => {
    const { conversation, tasks } = await rowsOf(stage.database, ref.conversationId);
    expect(tasks).toMatchObject([{ state: 'withdrawn', revision: conversation.revision }]);
    expect(tasks[0]?.closedAt).toBeInstanceOf(Date);
    expect(await stage.database.humanTask.count({ where: { projectId: ref.projectId, state: 'open' } })).toBe(
      0,
    );
  });

  it('has no draft that waits', async () => {
    const { conversation, messages } = await rowsOf(stage.database, ref.conversationId);
    expect(messages).toMatchObject([
      { status: 'final' },
      { status: 'discarded', revision: conversation.revision },
    ]);
  });

  it('has no tool call in progress', async () => {
    const { conversation } = await rowsOf(stage.database, ref.conversationId);
    const [call] = await toolCallsOf(ref);
    expect(call).toMatchObject({ state: 'unknown', revision: conversation.revision });
    expect(call?.endedAt).toBeInstanceOf(Date);
  });

  it('has no model call in progress, and counts the one that may have been paid for', async () => {
    const { conversation, calls } = await rowsOf(stage.database, ref.conversationId);
    expect(calls.map(({ state }) => state)).toEqual(['completed', 'unknown']);
    expect(calls[1]?.endedAt).toBeInstanceOf(Date);
    expect(conversation.unknownCalls).toBe(1);
  });

  it('shows no live text, even if its activity is still running', async () => {
    expect((await rowsOf(stage.database, ref.conversationId)).liveTexts).toEqual([]);
  });

  it('notifies watchers once, and is not ended twice', async () => {
    const before = await rowsOf(stage.database, ref.conversationId);
    expect(before.conversation.revision).toBe(revision + 1n);
    await reconcileWith({ status: 'TERMINATED' });
    expect(await rowsOf(stage.database, ref.conversationId)).toEqual(before);
  });

  it('can continue from its state', async () => {
    const { conversation } = await rowsOf(stage.database, ref.conversationId);
    expect(conversation.finalState).toMatchObject({ nextSeq: 2 });
  });
});

describe('a conversation that an operator resets', () => {
  it('continues, and nothing of the abandoned run is open any more', async () => {
    const ref = await inTheMiddle();
    stage.model.script(text('Written anew'));
    await run(stage, 'generateReply', replyInput(ref), { run: 2 });
    const { conversation, tasks, messages, calls, liveTexts } = await rowsOf(
      stage.database,
      ref.conversationId,
    );
    expect(conversation).toMatchObject({
      state: 'running',
      endedAt: null,
      stopReason: null,
      unknownCalls: 1,
    });
    expect(tasks).toMatchObject([{ state: 'withdrawn' }]);
    expect(
      messages.map(({ content, status, supersededAt }) => [content, status, supersededAt === null]),
    ).toEqual([
      ['Write a haiku about rain.', 'final', true],
      ['A draft', 'discarded', false],
      ['Written anew', 'final', true],
    ]);
    expect(await toolCallsOf(ref)).toMatchObject([{ state: 'unknown' }]);
    expect(calls.map(({ state }) => state)).toEqual(['completed', 'unknown', 'completed']);
    expect(liveTexts).toEqual([]);
  });
});

describe('a workflow that is running', () => {
  it('is left alone', async () => {
    const ref = await inTheMiddle();
    const before = await rowsOf(stage.database, ref.conversationId);
    await reconcileWith({ status: 'RUNNING' });
    const after = await rowsOf(stage.database, ref.conversationId);
    expect(after).toEqual({
      ...before,
      conversation: { ...before.conversation, updatedAt: after.conversation.updatedAt },
    });
  });
});

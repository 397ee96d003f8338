import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApplicationFailure, WorkflowFailedError, WorkflowUpdateFailedError } from '@temporalio/client';
import { createGate, text, unauthorized } from '../../test/support/scriptedReply.ts';
import type { Participant } from '../../workflows/domain/team.ts';
import {
  answerTaskUpdate,
  conversationStateQuery,
  pauseSignal,
  postMessageUpdate,
  resumeSignal,
  stopSignal,
} from '../../workflows/messages.ts';
import { type Colloquy, startColloquy } from './colloquy.ts';
import { answer, openTask } from './people.ts';
import { agent, team } from './teams.ts';
import { callStatesOf, eventually, transcriptOf } from './transcript.ts';

const reviewed = { review: { deadlineSeconds: 3_600, onDeadline: 'stop' } } as const;

let colloquy: Colloquy;
beforeAll(async () => {
  colloquy = await startColloquy();
});
afterAll(async () => {
  await colloquy.close();
});

/** Starts a conversation whose first request is held at a gate; returns once the model has got it. */
async function startHeld(participants: Participant[], afterChunks = 0) {
  const gate = createGate();
  const before = colloquy.model.requests.length;
  colloquy.model.script(text('One two three', { hold: { afterChunks, until: gate } }));
  const id = await colloquy.start(team(participants));
  await colloquy.model.received(before + 1);
  return { id, gate, request: colloquy.model.requests[before] };
}

function stateOf(id: string) {
  return colloquy.database.conversation.findUniqueOrThrow({ where: { id } });
}

async function refusalOf(update: Promise<unknown>): Promise<string | null | undefined> {
  try {
    await update;
    return null;
  } catch (error) {
    if (!(error instanceof WorkflowUpdateFailedError)) throw error;
    return error.cause instanceof ApplicationFailure ? error.cause.type : undefined;
  }
}

describe('a draft that waits for review', () => {
  it('joins the transcript when it is approved, and only then do others read it', async () => {
    colloquy.model.script(text('A draft'), text('APPROVE'));
    const id = await colloquy.start(team([agent('writer', reviewed), agent('critic')]));
    const task = await openTask(colloquy, id);
    expect(task).toMatchObject({ kind: 'review_message', speaker: 'writer', seq: 1 });
    expect(await stateOf(id)).toMatchObject({ state: 'waiting' });
    expect(await transcriptOf(colloquy.database, id)).toEqual(['user: Write a haiku about rain.']);

    await answer(colloquy, id, task.id, 'approve');
    await colloquy.handle(id).result();
    expect((await transcriptOf(colloquy.database, id)).slice(1)).toEqual([
      'writer: A draft',
      'critic: APPROVE',
    ]);
  });

  it('is stored as the reviewer edited it, together with the model’s own words', async () => {
    colloquy.model.script(text('A draft'), text('APPROVE'));
    const id = await colloquy.start(team([agent('writer', reviewed), agent('critic')]));
    await answer(colloquy, id, (await openTask(colloquy, id)).id, 'edit', { words: 'A better draft' });
    await colloquy.handle(id).result();
    const message = await colloquy.database.message.findFirst({ where: { conversationId: id, seq: 1 } });
    expect(message).toMatchObject({ content: 'A better draft', draftContent: 'A draft', status: 'final' });
    expect(colloquy.model.requests.at(-1)?.rawBody).toContain('A better draft');
  });

  it('is rewritten after a rejection, with the author seeing the feedback', async () => {
    colloquy.model.script(text('A draft'), text('A second draft'), text('APPROVE'));
    const id = await colloquy.start(team([agent('writer', reviewed), agent('critic')]));
    const first = await openTask(colloquy, id);
    await answer(colloquy, id, first.id, 'reject', { words: 'Too long' });
    const second = await openTask(colloquy, id);
    expect(second.seq).toBe(2);
    expect(colloquy.model.requests.at(-1)?.body.messages.at(-1)?.content).toBe('Too long');
    await answer(colloquy, id, second.id, 'approve');
    await colloquy.handle(id).result();
    expect((await transcriptOf(colloquy.database, id)).slice(1)).toEqual([
      'writer: A second draft',
      'critic: APPROVE',
    ]);
  });

  it('is approved, dropped or stops the conversation when nobody answers, as its policy says', async () => {
    const outcomes = ['approve', 'discard', 'stop'] as const;
    for (const onDeadline of outcomes) {
      colloquy.model.script(text('A draft'), ...(onDeadline === 'stop' ? [] : [text('APPROVE')]));
      const id = await colloquy.start(
        team([agent('writer', { review: { deadlineSeconds: 1, onDeadline } }), agent('critic')]),
      );
      const outcome: unknown = await colloquy.handle(id).result();
      const said = (await transcriptOf(colloquy.database, id)).slice(1);
      if (onDeadline === 'approve') expect(said).toEqual(['writer: A draft', 'critic: APPROVE']);
      if (onDeadline === 'discard') expect(said).toEqual(['critic: APPROVE']);
      if (onDeadline === 'stop') {
        expect(outcome).toEqual({ state: 'stopped', stopReason: 'Stopped because nobody answered in time' });
      }
    }
  });
});

describe('an answer', () => {
  it('counts once however often it is sent, and a second answer is refused', async () => {
    colloquy.model.script(text('A draft'), text('APPROVE'));
    const id = await colloquy.start(team([agent('writer', reviewed), agent('critic')]));
    const task = await openTask(colloquy, id);
    const submissionId = await colloquy.submit(id, '');
    const args = { taskId: task.id, decision: 'approve', submissionId, userId: 'user-1' } as const;
    const handle = colloquy.handle(id);
    const twice = await Promise.all([
      handle.executeUpdate(answerTaskUpdate, { updateId: submissionId, args: [args] }),
      handle.executeUpdate(answerTaskUpdate, { args: [args] }),
    ]);
    expect(twice).toEqual([{ taskId: task.id }, { taskId: task.id }]);
    const late = answer(colloquy, id, task.id, 'reject', { words: 'No' });
    expect(['task_not_open', undefined]).toContain(await refusalOf(late).catch(() => undefined));
    await handle.result();
  });

  it('of the wrong kind or to an unknown task is refused and changes nothing', async () => {
    colloquy.model.script(text('A draft'), text('APPROVE'));
    const id = await colloquy.start(team([agent('writer', reviewed), agent('critic')]));
    const task = await openTask(colloquy, id);
    expect(await refusalOf(answer(colloquy, id, task.id, 'retry'))).toBe('decision_not_allowed');
    expect(await refusalOf(answer(colloquy, id, '00000000-0000-4000-8000-000000000000', 'approve'))).toBe(
      'task_not_open',
    );
    await answer(colloquy, id, task.id, 'approve');
    await colloquy.handle(id).result();
  });
});

describe('a person among the participants', () => {
  const reviewer = {
    kind: 'person',
    name: 'boss',
    description: '',
    prompt: 'What do you say?',
    deadlineSeconds: 3_600,
    onDeadline: 'skip',
  } as const;

  it('is asked on their turn and speaks under their own name', async () => {
    colloquy.model.script(text('Here it is'));
    const id = await colloquy.start(team([agent('writer'), reviewer]));
    const task = await openTask(colloquy, id);
    expect(task).toMatchObject({
      kind: 'give_input',
      speaker: 'boss',
      detail: { prompt: 'What do you say?' },
    });
    await answer(colloquy, id, task.id, 'reply', { words: 'I APPROVE' });
    await colloquy.handle(id).result();
    expect((await transcriptOf(colloquy.database, id)).slice(1)).toEqual([
      'writer: Here it is',
      'boss: I APPROVE',
    ]);
  });

  it('who does not answer in time is skipped', async () => {
    colloquy.model.script(text('Here it is'), text('Then I APPROVE'));
    const id = await colloquy.start(team([agent('writer'), { ...reviewer, deadlineSeconds: 1 }]));
    await colloquy.handle(id).result();
    expect((await transcriptOf(colloquy.database, id)).slice(1)).toEqual([
      'writer: Here it is',
      'writer: Then I APPROVE',
    ]);
  });
});

describe('a turn that retries cannot fix', () => {
  it('parks the conversation; a retry by a person continues from there', async () => {
    colloquy.model.script(unauthorized(), text('APPROVE'));
    const id = await colloquy.start(team([agent('writer')]));
    const task = await openTask(colloquy, id);
    expect(task).toMatchObject({
      kind: 'resolve_error',
      detail: { failure: { type: 'model_unauthorized' } },
    });
    expect(await stateOf(id)).toMatchObject({ state: 'parked' });
    await answer(colloquy, id, task.id, 'retry');
    await colloquy.handle(id).result();
    expect((await transcriptOf(colloquy.database, id)).slice(1)).toEqual(['writer: APPROVE']);
    expect(await callStatesOf(colloquy.database, id)).toEqual(['failed', 'completed']);
  });

  it('is skipped, or stops the conversation, as a person decides', async () => {
    colloquy.model.script(unauthorized(), text('APPROVE'), unauthorized());
    const skipped = await colloquy.start(team([agent('writer'), agent('critic')]));
    await answer(colloquy, skipped, (await openTask(colloquy, skipped)).id, 'skip');
    await colloquy.handle(skipped).result();
    expect((await transcriptOf(colloquy.database, skipped)).slice(1)).toEqual(['critic: APPROVE']);

    const stopped = await colloquy.start(team([agent('writer'), agent('critic')]));
    await answer(colloquy, stopped, (await openTask(colloquy, stopped)).id, 'stop');
    expect(await colloquy.handle(stopped).result()).toEqual({
      state: 'stopped',
      stopReason: 'Stopped by a person after an error',
    });
  });
});

describe('a running conversation', () => {
  it('accepts a post, which the next speaker reads, once', async () => {
    const { id, gate } = await startHeld([agent('writer'), agent('critic')]);
    colloquy.model.script(text('APPROVE'));
    const submissionId = await colloquy.submit(id, 'Mind the metre');
    const args = [{ submissionId, userId: 'user-1' }] as [{ submissionId: string; userId: string }];
    await colloquy.handle(id).executeUpdate(postMessageUpdate, { updateId: submissionId, args });
    await colloquy.handle(id).executeUpdate(postMessageUpdate, { updateId: 'a repeat', args });
    gate.open();
    await colloquy.handle(id).result();
    expect((await transcriptOf(colloquy.database, id)).slice(1)).toEqual([
      'writer: One two three',
      'user: Mind the metre',
      'critic: APPROVE',
    ]);
    expect(colloquy.model.requests.at(-1)?.rawBody).toContain('Mind the metre');
  });

  it('starts no turn while it is paused, and continues when resumed', async () => {
    const { id, gate } = await startHeld([agent('writer'), agent('critic')]);
    await colloquy.handle(id).signal(pauseSignal);
    gate.open();
    await eventually(
      () => stateOf(id),
      ({ state }) => state === 'paused',
    );
    const state = await colloquy.handle(id).query(conversationStateQuery);
    expect(state).toMatchObject({ paused: true, turnsTaken: 1, active: [] });
    colloquy.model.script(text('APPROVE'));
    await colloquy.handle(id).signal(resumeSignal);
    await colloquy.handle(id).result();
    expect(await stateOf(id)).toMatchObject({ state: 'finished' });
  });

  it('stops after the reply that is being written', async () => {
    const { id, gate } = await startHeld([agent('writer'), agent('critic')]);
    await colloquy.handle(id).signal(stopSignal);
    gate.open();
    expect(await colloquy.handle(id).result()).toEqual({
      state: 'stopped',
      stopReason: 'External termination requested',
    });
    expect((await transcriptOf(colloquy.database, id)).slice(1)).toEqual(['writer: One two three']);
    expect(
      await refusalOf(answer(colloquy, id, '00000000-0000-4000-8000-000000000000', 'approve')).catch(
        () => 'ended',
      ),
    ).toBe('ended');
  });

  it('stops at once if it waits for a person: the task is withdrawn, the draft discarded', async () => {
    colloquy.model.script(text('A draft'));
    const id = await colloquy.start(team([agent('writer', reviewed)]));
    const task = await openTask(colloquy, id);
    await colloquy.handle(id).signal(stopSignal);
    await colloquy.handle(id).result();
    expect(await colloquy.database.humanTask.findUnique({ where: { id: task.id } })).toMatchObject({
      state: 'withdrawn',
    });
    expect(
      await colloquy.database.message.findFirst({ where: { conversationId: id, seq: 1 } }),
    ).toMatchObject({
      status: 'discarded',
    });
  });

  it('is cancelled at once: the running request is aborted and its call recorded as cancelled', async () => {
    const { id, gate, request } = await startHeld([agent('writer')], 1);
    await colloquy.handle(id).cancel();
    await expect(colloquy.handle(id).result()).rejects.toThrow(WorkflowFailedError);
    gate.open();
    expect(await stateOf(id)).toMatchObject({ state: 'cancelled', stopReason: 'Cancelled' });
    expect(await callStatesOf(colloquy.database, id)).toEqual(['cancelled']);
    await eventually(
      () => Promise.resolve(request?.aborted),
      (aborted) => aborted === true,
    );
    expect(await colloquy.database.liveText.count({ where: { conversationId: id } })).toBe(0);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Transaction } from '../../platform/database.ts';
import { createLogger } from '../../platform/logger.ts';
import { lockConversation } from '../../platform/rowLocks.ts';
import { createGate, cutAnswer, text } from '../../test/support/scriptedReply.ts';
import { agent, team } from '../../worker/test/teams.ts';
import { eventually } from '../../worker/test/transcript.ts';
import type { ConversationRef } from '../../workflows/contracts/activityTypes.ts';
import { replyInput } from '../test/inputs.ts';
import { rowsOf } from '../test/rows.ts';
import { begin, failureOf, openStage, run, runIdOf, type Stage } from '../test/stage.ts';
import { closeOpenWork } from './closeOpenWork.ts';
import { endRun } from './endRun.ts';
import { startLiveText } from './liveText.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const anyConversation = () => stage.conversation(team([agent('writer')]));

/** What the row says, once it says something that is so. */
async function liveTextOf(conversationId: string, isSo: (text: string) => boolean) {
  const rows = await eventually(
    async () => (await rowsOf(stage.database, conversationId)).liveTexts,
    (found) => found.length === 1 && isSo(found[0]?.text ?? ''),
    5_000,
  );
  return rows[0];
}

describe('the text so far', () => {
  it('is there within a moment of the first piece, grows, and is gone when the message stands', async () => {
    const ref = await anyConversation();
    const words = Array.from({ length: 30 }, (_, index) => `${index === 0 ? '' : ' '}word${String(index)}`);
    stage.model.script(text(words.join(''), { chunks: words, chunkDelayMs: 60 }));
    const sent = stage.model.requests.length;
    const attempt = begin(stage, 'generateReply', replyInput(ref));
    await stage.model.received(sent + 1);
    const askedAt = performance.now();

    const first = await liveTextOf(ref.conversationId, () => true);
    // One interval of 200 ms and the writing itself, with room for a busy machine.
    expect(performance.now() - askedAt).toBeLessThan(1_500);
    expect(first).toMatchObject({ seq: 1, source: 'writer', attempt: 1 });
    const second = await liveTextOf(ref.conversationId, (soFar) => soFar.length > (first?.text.length ?? 0));
    expect(second?.text.startsWith(first?.text ?? '-')).toBe(true);
    expect(words.join('').startsWith(second?.text ?? '-')).toBe(true);
    expect(second?.version).toBeGreaterThan(first?.version ?? 0);

    await attempt.result;
    expect((await rowsOf(stage.database, ref.conversationId)).liveTexts).toEqual([]);
    // No write comes after the message is stored.
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect((await rowsOf(stage.database, ref.conversationId)).liveTexts).toEqual([]);
  });

  it('does not raise the conversation’s revision: only what lasts does', async () => {
    const ref = await anyConversation();
    const gate = createGate();
    stage.model.script(text('One two', { hold: { afterChunks: 1, until: gate } }));
    const attempt = begin(stage, 'generateReply', replyInput(ref));
    await liveTextOf(ref.conversationId, (soFar) => soFar === 'One');
    expect((await rowsOf(stage.database, ref.conversationId)).conversation.revision).toBe(1n);
    gate.open();
    await attempt.result;
  });

  it('is gone when the call fails, and begins anew with the next attempt', async () => {
    const ref = await anyConversation();
    stage.model.script(
      { ...cutAnswer('One two three four five six', 5), chunkDelayMs: 80 },
      text('Two', { chunks: ['Tw', 'o'], chunkDelayMs: 350 }),
    );
    const first = begin(stage, 'generateReply', replyInput(ref));
    await liveTextOf(ref.conversationId, (soFar) => soFar.startsWith('One'));
    await failureOf(first.result);
    expect((await rowsOf(stage.database, ref.conversationId)).liveTexts).toEqual([]);

    const second = begin(stage, 'generateReply', replyInput(ref), { attempt: 2 });
    expect(await liveTextOf(ref.conversationId, (soFar) => soFar !== '')).toMatchObject({
      text: 'Tw',
      attempt: 2,
    });
    await second.result;
  });

  it('of a worker that died is written over by the next attempt', async () => {
    const ref = await anyConversation();
    await stage.database.liveText.create({
      data: { ...keyOf(ref), source: 'writer', text: 'From the dead', attempt: 1 },
    });
    stage.model.script(text('Alive', { chunks: ['Ali', 've'], chunkDelayMs: 350 }));
    const second = begin(stage, 'generateReply', replyInput(ref), { attempt: 2 });
    expect(await liveTextOf(ref.conversationId, (soFar) => soFar === 'Ali')).toMatchObject({ attempt: 2 });
    await second.result;
  });

  it('of a later attempt is not written over by one that it has overtaken', async () => {
    const ref = await anyConversation();
    const { id: modelCallId } = await writeCall(ref, `${runIdOf(ref)}:1`, 3);
    await stage.database.liveText.create({
      data: { ...keyOf(ref), source: 'writer', text: 'From the third', attempt: 3, modelCallId },
    });
    const gate = createGate();
    stage.model.script(text('From the first', { hold: { afterChunks: 2, until: gate } }));
    const sent = stage.model.requests.length;
    const first = begin(stage, 'generateReply', replyInput(ref));
    await stage.model.received(sent + 1);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect((await rowsOf(stage.database, ref.conversationId)).liveTexts).toMatchObject([
      { text: 'From the third' },
    ]);
    gate.open();
    await first.result;
  });

  it('is empty while the model has said nothing, so that a page can show who is at it', async () => {
    const ref = await anyConversation();
    const gate = createGate();
    stage.model.script(text('Rain', { hold: { afterChunks: 0, until: gate } }));
    const attempt = begin(stage, 'generateReply', replyInput(ref));
    expect(await liveTextOf(ref.conversationId, () => true)).toMatchObject({ source: 'writer', text: '' });
    gate.open();
    await attempt.result;
  });

  it('of a quick reply is never written', async () => {
    const ref = await anyConversation();
    stage.model.script(text('Rain'));
    await run(stage, 'generateReply', replyInput(ref));
    expect((await rowsOf(stage.database, ref.conversationId)).liveTexts).toEqual([]);
  });
});

describe('whoever writes late', () => {
  const anyExecution = (ref: ConversationRef, run = 1) => ({
    runId: runIdOf(ref, run),
    writtenBy: `${runIdOf(ref, run)}:1`,
    attempt: 1,
  });

  /** A text that is written for an open request, and the request. */
  async function writing(ref: ConversationRef) {
    const execution = anyExecution(ref);
    const { id: callId } = await writeCall(ref, execution.writtenBy, 1);
    const logger = createLogger({ process: 'test', level: 'silent' });
    const live = startLiveText(stage.database, logger, {
      ...keyOf(ref),
      speaker: 'writer',
      callId,
      execution,
    });
    return { live, callId };
  }

  const textsOf = async (ref: ConversationRef) =>
    (await rowsOf(stage.database, ref.conversationId)).liveTexts.map(({ text: soFar }) => soFar);

  /** Has a run write half of its answer, and then the run that replaces it: each goes on once its gate is opened. */
  async function beginTwice(ref: ConversationRef) {
    const gates = [createGate(), createGate()] as const;
    stage.model.script(
      text('Old words', { hold: { afterChunks: 1, until: gates[0] } }),
      text('New words', { hold: { afterChunks: 1, until: gates[1] } }),
    );
    const abandoned = begin(stage, 'generateReply', replyInput(ref));
    await liveTextOf(ref.conversationId, (soFar) => soFar === 'Old');
    const replacing = begin(stage, 'generateReply', replyInput(ref), { run: 2 });
    await liveTextOf(ref.conversationId, (soFar) => soFar === 'New');
    return { abandoned, replacing, gates };
  }

  it('adds no text while the run is being ended, whichever of the two is first', async () => {
    const ref = await anyConversation();
    const { live } = await writing(ref);
    await stage.database.$transaction(async (transaction) => {
      await lockConversation(transaction, ref);
      await closeOpenWork(transaction, { ...ref, revision: 2n });
      // The writer comes while the end is not yet there for others to see.
      live.show('Too late');
      // On the embedded database, which has one session, it waits where nobody can see it.
      await eventually(
        () => waitingFor(transaction),
        (count) => count > 0,
        2_000,
      ).catch(() => undefined);
    });
    await live.stop();
    expect(await textsOf(ref)).toEqual([]);
  });

  it('does not write on in a text that was taken away', async () => {
    const ref = await anyConversation();
    const { live } = await writing(ref);
    live.show('So');
    await liveTextOf(ref.conversationId, (soFar) => soFar === 'So');
    await endRun(
      stage.database,
      {
        ...ref,
        run: 0,
        outcome: { state: 'failed', stopReason: 'Its workflow was terminated' },
        finalState: null,
      },
      'keeping',
    );
    live.show('So far');
    // Long enough for several writes.
    await new Promise((resolve) => setTimeout(resolve, 500));
    await live.stop();
    expect(await textsOf(ref)).toEqual([]);
  });

  it('leaves the text of the run that replaces it alone, and takes nothing of it away', async () => {
    const ref = await anyConversation();
    const { abandoned, replacing, gates } = await beginTwice(ref);
    gates[0].open();
    await failureOf(abandoned.result);
    const between = await rowsOf(stage.database, ref.conversationId);
    expect(between.liveTexts).toMatchObject([{ text: 'New' }]);
    expect(between.messages.map(({ content }) => content)).not.toContain('Old words');
    gates[1].open();
    await replacing.result;
    const { conversation, calls, messages, liveTexts } = await rowsOf(stage.database, ref.conversationId);
    expect(messages.map(({ content }) => content)).toEqual(['Write a haiku about rain.', 'New words']);
    // Both were answered, and paid for.
    expect(calls.map(({ state }) => state)).toEqual(['completed', 'completed']);
    expect(conversation.unknownCalls).toBe(0);
    expect(liveTexts).toEqual([]);
  });

  it('an answer of the abandoned run that was stored first is replaced, and the new one is not lost', async () => {
    const ref = await anyConversation();
    const { abandoned, replacing, gates } = await beginTwice(ref);
    // As if it had asked later than it did: the abandoned run's answer was stored in between.
    await stage.database.modelCall.updateMany({
      where: { conversationId: ref.conversationId, writtenBy: { startsWith: runIdOf(ref, 1) } },
      data: { startedAt: new Date() },
    });
    gates[0].open();
    await abandoned.result;
    await stage.database.modelCall.updateMany({
      where: { conversationId: ref.conversationId, writtenBy: { startsWith: runIdOf(ref, 1) } },
      data: { startedAt: new Date(0) },
    });
    gates[1].open();
    await replacing.result;
    const { messages } = await rowsOf(stage.database, ref.conversationId);
    expect(messages.map(({ content, supersededAt }) => [content, supersededAt === null])).toEqual([
      ['Write a haiku about rain.', true],
      ['Old words', false],
      ['New words', true],
    ]);
  });
});

/** How many wait for the end of a transaction. */
async function waitingFor(transaction: Transaction): Promise<number> {
  const [row] = await transaction.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM pg_locks WHERE NOT granted AND transactionid = pg_current_xact_id()::xid`;
  return row?.count ?? 0;
}

/** An open request in the ledger. */
function writeCall(ref: ConversationRef, writtenBy: string, attempt: number) {
  return stage.database.modelCall.create({
    data: {
      ...keyOf(ref),
      turn: 0,
      agent: 'writer',
      purpose: 'reply',
      writtenBy,
      attempt,
      model: 'test-model',
      requestOutline: {},
      requestSha256: '',
    },
  });
}

function keyOf({ projectId, conversationId }: { projectId: string; conversationId: string }) {
  return { projectId, conversationId, seq: 1 };
}

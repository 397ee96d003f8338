import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createGate, cutAnswer, text } from '../../test/support/scriptedReply.ts';
import { agent, team } from '../../worker/test/teams.ts';
import { eventually } from '../../worker/test/transcript.ts';
import { replyInput } from '../test/inputs.ts';
import { rowsOf } from '../test/rows.ts';
import { begin, failureOf, openStage, run, type Stage } from '../test/stage.ts';

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
    // No write comes after the message stands.
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
    await stage.database.liveText.create({
      data: { ...keyOf(ref), source: 'writer', text: 'From the third', attempt: 3 },
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

function keyOf({ projectId, conversationId }: { projectId: string; conversationId: string }) {
  return { projectId, conversationId, seq: 1 };
}

import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createGate, text, unauthorized } from '../../test/support/scriptedReply.ts';
import type { TeamConfig } from '../../workflows/domain/team.ts';
import { type Colloquy, startColloquy } from './colloquy.ts';
import { agent, team } from './teams.ts';
import { eventually } from './transcript.ts';

let colloquy: Colloquy;
beforeAll(async () => {
  colloquy = await startColloquy();
});
afterEach(() => {
  colloquy.model.verify();
});
afterAll(() => colloquy.close());

const remembering = (): TeamConfig =>
  team([agent('writer', { memory: [{ kind: 'long_term', count: 5 }] }), agent('critic')], { maxTurns: 1 });

const TEA = 'The user prefers tea';

function changes(...proposed: object[]) {
  const plain = { op: 'add', entries: [], kind: 'preferred', text: TEA, message: 0, quote: 'I prefer tea.' };
  return text(JSON.stringify({ changes: proposed.map((each) => ({ ...plain, ...each })) }));
}

/** What came of a run's memory, once something has. */
function memoryOf(conversationId: string, run = 0) {
  return eventually(
    () => colloquy.database.memoryRun.findFirst({ where: { conversationId, run } }),
    (row) => row !== null && row.state !== 'recalled',
    120_000,
  );
}

/** The messages of a request as text. */
const requestAt = (index: number) => JSON.stringify(colloquy.model.requests.at(index)?.body.messages);

describe('a team that remembers', () => {
  it('writes at the end of a run what a later conversation is given, and does not write that again', async () => {
    const { model, start, startBeside, handle, database } = colloquy;
    model.script(text('Noted.'), changes({}));
    const first = await start(remembering(), 'I prefer tea.');
    expect(await handle(first).result()).toMatchObject({ state: 'finished' });
    expect(await memoryOf(first)).toMatchObject({ state: 'written', recalled: [] });
    expect(requestAt(-2)).not.toContain('What your team remembers');

    model.script(
      text('The user prefers tea, so: tea.'),
      changes({ text: 'Tea is to be served', message: 1, quote: 'The user prefers tea' }),
    );
    const second = await startBeside(first, 'What shall I drink?');
    expect(await handle(second).result()).toMatchObject({ state: 'finished' });
    expect(await memoryOf(second)).toMatchObject({
      recalled: [{ text: TEA }],
      changes: [{ action: null, refused: 'from_memory' }],
    });
    expect(requestAt(-2)).toContain('What your team remembers');
    expect(requestAt(-2)).toContain(TEA);
    expect(requestAt(-1)).not.toContain('What your team remembers');
    expect(await database.memoryEntry.findMany({ select: { text: true } })).toEqual([{ text: TEA }]);
  });

  it('ends its run whatever becomes of the memory, and says why nothing was remembered', async () => {
    const { model, start, handle } = colloquy;
    model.script(text('Noted.'), unauthorized());
    const id = await start(remembering());
    expect(await handle(id).result()).toMatchObject({ state: 'finished' });
    expect(await memoryOf(id)).toMatchObject({ state: 'failed', failureType: 'model_unauthorized' });
  });

  it('ends its run while the memory is still being written', async () => {
    const { model, start, handle, database } = colloquy;
    const gate = createGate();
    model.script(text('Noted.'), { ...changes(), hold: { afterChunks: 0, until: gate } });
    const id = await start(remembering());
    expect(await handle(id).result()).toMatchObject({ state: 'finished' });
    expect(await database.conversation.findUniqueOrThrow({ where: { id } })).toMatchObject({
      state: 'finished',
    });
    gate.open();
    expect(await memoryOf(id)).toMatchObject({ state: 'written', changes: [] });
  });

  it('writes it once where the worker stops in the middle', async () => {
    const { model, start, handle, database } = colloquy;
    const gate = createGate();
    const before = await database.memoryEntry.count();
    const asked = model.requests.length;
    model.script(text('Noted.'), { ...changes({}), hold: { afterChunks: 1, until: gate } });
    const id = await start(remembering(), 'I prefer tea.');
    await handle(id).result();
    await model.received(asked + 2, 120_000);
    const stopped = colloquy.stopWorker();
    gate.open();
    await stopped;
    await colloquy.startWorker();
    expect(await memoryOf(id)).toMatchObject({ state: 'written', changes: [{ action: 'added' }] });
    expect(await database.memoryEntry.count()).toBe(before + 1);
  });

  it('reads its memory anew for each run of a conversation', async () => {
    const { model, start, handle, continueRun } = colloquy;
    model.script(text('Noted.'), changes({}));
    const id = await start(remembering(), 'I prefer tea.');
    await handle(id).result();
    await memoryOf(id);
    model.script(text('Tea.'), changes());
    await continueRun(id, [{ type: 'TextMessage', source: 'user', content: 'And now?', body: null }]);
    expect(await memoryOf(id, 1)).toMatchObject({ state: 'written', recalled: [{ text: TEA }] });
  });

  it('of a team without a memory nothing is read and nothing written', async () => {
    const { model, start, handle, database } = colloquy;
    model.script(text('Done.'));
    const id = await start(team([agent('writer')], { maxTurns: 1 }));
    await handle(id).result();
    expect(await database.memoryRun.count({ where: { conversationId: id } })).toBe(0);
  });
});

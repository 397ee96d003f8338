import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { text } from '../../test/support/scriptedReply.ts';
import { type Colloquy, startColloquy } from './colloquy.ts';
import { agent, team } from './teams.ts';
import { callStatesOf, transcriptOf } from './transcript.ts';

describe('a round-robin conversation', () => {
  let colloquy: Colloquy;
  beforeAll(async () => {
    colloquy = await startColloquy();
  });
  afterAll(async () => {
    await colloquy.close();
  });

  it('takes turns until the watched text is mentioned, and reports it as AutoGen does', async () => {
    colloquy.model.script(
      text('Rain on tin roofs'),
      text('Too short.'),
      text('Rain on tin roofs, twice'),
      text('APPROVE'),
    );
    const id = await colloquy.start(team([agent('writer'), agent('critic')]));

    expect(await colloquy.handle(id).result()).toEqual({
      state: 'finished',
      stopReason: "Text 'APPROVE' mentioned",
    });
    expect(await transcriptOf(colloquy.database, id)).toEqual([
      'user: Write a haiku about rain.',
      'writer: Rain on tin roofs',
      'critic: Too short.',
      'writer: Rain on tin roofs, twice',
      'critic: APPROVE',
    ]);
    expect(await callStatesOf(colloquy.database, id)).toEqual(Array(4).fill('completed'));
    const row = await colloquy.database.conversation.findUniqueOrThrow({ where: { id } });
    expect(row).toMatchObject({
      state: 'finished',
      messageCount: 5,
      turnCount: 4,
      unpricedCalls: 4,
      unknownCalls: 0,
    });
  });
});

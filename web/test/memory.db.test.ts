import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { writeMemoryEntry } from '../../test/support/memoryRows.ts';
import { type ApiWorld, openApiWorld } from './support/apiWorld.ts';
import { addConversation } from './support/conversationRows.ts';
import type { TestProject } from './support/dataWorld.ts';

let world: ApiWorld;
let ada: TestProject & { token: string };
let teamId: string;
let conversationId: string;

beforeAll(async () => {
  world = await openApiWorld();
  ada = await world.addMember();
  conversationId = await addConversation(world.database, ada, { title: 'About drinks' });
  const row = await world.database.conversation.findUniqueOrThrow({
    where: { id: conversationId },
    include: { teamVersion: true },
  });
  ({ teamId } = row.teamVersion);
});
afterAll(() => world.close());

interface Answer {
  status: number;
  json: Record<string, unknown>;
}

async function ask(path: string, body?: unknown, token = ada.token): Promise<Answer> {
  const { status, body: json } = await world.ask(token, `/teams/${teamId}/memory${path}`, body);
  return { status, json };
}

const add = (text: string, more: object = {}) =>
  writeMemoryEntry(
    world.database,
    { projectId: ada.scope.projectId, teamId },
    { text, conversationId, ...more },
  );

describe('what a team remembers, over the API', () => {
  it('is listed with the message that each entry rests on, pinned ones first, and found by its text', async () => {
    const tea = await add('Ada prefers tea', { quote: 'I prefer tea', seq: 3 });
    await add('Ships go out on Fridays');
    expect((await ask(`/${tea}/pin`, {})).json).toMatchObject({ pinned: true, revision: 2 });
    const { entries } = (await ask('')).json as { entries: { text: string }[] };
    expect(entries.map(({ text }) => text)).toEqual(['Ada prefers tea', 'Ships go out on Fridays']);
    expect(entries[0]).toMatchObject({
      source: { conversationId, conversationTitle: 'About drinks', seq: 3, quote: 'I prefer tea' },
    });
    expect((await ask('?search=FRIDAYS')).json).toMatchObject({ total: 1, page: 1, pages: 1 });
    expect((await ask('?search=%25')).json).toMatchObject({ total: 0 });
  });

  it('is corrected by people: the entry is theirs then, with its history', async () => {
    const id = await add('Ada likes cofee', { afterDocuments: true });
    const { status, json } = await ask(`/${id}/edit`, {
      text: ' Ada likes coffee ',
      kind: 'preferred',
      basedOn: 1,
    });
    expect(status).toBe(200);
    expect(json).toMatchObject({
      text: 'Ada likes coffee',
      kind: 'preferred',
      edited: true,
      afterDocuments: false,
      revision: 2,
      source: null,
    });
    expect((await ask(`/${id}`)).json).toMatchObject({
      changes: [
        { revision: 2, action: 'edited', text: 'Ada likes coffee', source: null },
        { revision: 1, action: 'added', text: 'Ada likes cofee', author: null },
      ],
    });
    const audit = await world.database.auditEvent.findMany({ where: { subjectId: id } });
    expect(audit).toMatchObject([{ action: 'memory.edit', userId: ada.userId }]);
  });

  it('is not overwritten where it has changed since it was read', async () => {
    const id = await add('The office is in Bern');
    await ask(`/${id}/pin`, {});
    expect(await ask(`/${id}/edit`, { text: 'The office is in Basel', basedOn: 1 })).toMatchObject({
      status: 409,
      json: { type: 'urn:colloquy:problem:stale' },
    });
    expect((await ask(`/${id}`)).json).toMatchObject({ text: 'The office is in Bern' });
  });

  it('is deleted once, and kept among what was deleted', async () => {
    const id = await add('The moon is made of cheese');
    expect((await ask(`/${id}/delete`, {})).json).toMatchObject({ state: 'deleted', revision: 2 });
    expect((await ask(`/${id}/delete`, {})).json).toMatchObject({ state: 'deleted', revision: 2 });
    expect((await ask(`/${id}/edit`, { text: 'Or is it?' })).status).toBe(404);
    expect((await ask('?state=deleted')).json).toMatchObject({ entries: [{ id }] });
    expect((await ask('?search=cheese')).json).toMatchObject({ total: 0 });
  });

  it.each([
    ['an empty text', { text: '  ' }],
    ['a long text', { text: 'a'.repeat(301) }],
    ['an unknown kind', { text: 'a', kind: 'felt' }],
  ])('refuses %s with what to do', async (_what, body) => {
    const id = await add(`Something ${randomUUID()}`);
    expect((await ask(`/${id}/edit`, body)).status).toBe(422);
  });

  it('is nobody else’s', async () => {
    const id = await add('A secret of the team');
    const stranger = await world.addMember();
    expect((await ask('', undefined, stranger.token)).status).toBe(404);
    for (const verb of ['pin', 'unpin', 'delete']) {
      expect((await ask(`/${id}/${verb}`, {}, stranger.token)).status).toBe(404);
    }
    expect((await ask(`/${id}/edit`, { text: 'Mine' }, stranger.token)).status).toBe(404);
    expect((await ask(`/${id}`)).json).toMatchObject({ revision: 1 });
    expect((await ask(`/${randomUUID()}`)).status).toBe(404);
  });
});

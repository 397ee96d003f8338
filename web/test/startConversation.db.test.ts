import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startConversationSchema, TEXT_MAX_CHARACTERS } from '../app/data/conversations/forms.ts';
import { startConversation } from '../app/data/conversations/startConversation.server.ts';
import { english } from '../app/languages/english.server.ts';
import { type DataWorld, openDataWorld, type TestProject } from './support/dataWorld.ts';

let world: DataWorld;
let project: TestProject;

beforeAll(async () => {
  world = await openDataWorld();
  project = await world.addProject();
});
afterAll(async () => {
  await world.close();
});

const form = (task: string, idempotencyKey = randomUUID()) => ({
  team: { teamId: project.teamId },
  task,
  idempotencyKey,
});

describe('starting a conversation', () => {
  it('writes the row, the task and the audit event, and keeps them if Temporal cannot be reached', async () => {
    const result = await startConversation(
      project.scope,
      project.userId,
      form('Write a poem\nabout the sea'),
    );
    if (result.outcome !== 'written') throw new Error('Temporal is away');
    const row = await world.database.conversation.findUniqueOrThrow({
      where: { id: result.conversationId },
      include: { messages: true },
    });
    expect(row).toMatchObject({ state: 'starting', title: 'Write a poem', messageCount: 1, revision: 1n });
    expect(row.messages).toMatchObject([
      {
        seq: 0,
        turn: 0,
        source: 'user',
        content: 'Write a poem\nabout the sea',
        status: 'final',
        revision: 1n,
      },
    ]);
    const audited = await world.database.auditEvent.findMany({ where: { subjectId: row.id } });
    expect(audited).toMatchObject([{ action: 'conversation.start', userId: project.userId }]);
  });

  it('creates one conversation however often, and however fast, the form is sent', async () => {
    const key = randomUUID();
    const send = () => startConversation(project.scope, project.userId, form('Once', key));
    const results = await Promise.all([send(), send(), send()]);
    results.push(await send());
    const ids = results.map((result) => ('conversationId' in result ? result.conversationId : ''));
    expect(new Set(ids).size).toBe(1);
    expect(await world.database.conversation.count({ where: { idempotencyKey: key } })).toBe(1);
  });

  it('reports what a form had already started before it was edited', async () => {
    const key = randomUUID();
    const first = await startConversation(project.scope, project.userId, form('Once', key));
    if (first.outcome !== 'written') throw new Error('Temporal is away');
    const edited = await startConversation(project.scope, project.userId, form('Once more', key));
    expect(edited).toEqual({ outcome: 'differs', conversationId: first.conversationId });
  });

  it('accepts several messages, including images, and the team by its name', async () => {
    const image = { kind: 'image', mediaType: 'image/png', base64: 'iVBORw0KGgo=' } as const;
    const result = await startConversation(project.scope, project.userId, {
      team: { name: 'Editors' },
      idempotencyKey: randomUUID(),
      task: [
        { type: 'TextMessage', source: 'boss', content: 'Look at this.' },
        { type: 'MultiModalMessage', source: 'user', content: ['Here:', { data: image }] },
      ],
    });
    if (result.outcome !== 'written') throw new Error('Temporal is away');
    const rows = await world.database.message.findMany({
      where: { conversationId: result.conversationId },
      orderBy: { seq: 'asc' },
    });
    expect(rows).toMatchObject([
      { seq: 0, position: 1n, source: 'boss', type: 'TextMessage', body: null },
      {
        seq: 1,
        position: 1n,
        type: 'MultiModalMessage',
        content: 'Here:\n<image>',
        body: { kind: 'multimodal', parts: [{ kind: 'text', text: 'Here:' }, image] },
      },
    ]);
  });

  it('refuses a team that the project does not have', async () => {
    const stranger = await world.addProject();
    const result = await startConversation(stranger.scope, stranger.userId, form('Hello'));
    expect(result).toEqual({ outcome: 'unknown_team' });
    expect(
      await startConversation(project.scope, project.userId, {
        ...form('Hello'),
        team: { teamId: randomUUID() },
      }),
    ).toEqual({
      outcome: 'unknown_team',
    });
  });

  it('refuses an empty task and one that is too long, each with its own message', () => {
    const problem = (task: unknown) =>
      startConversationSchema
        .safeParse({ teamId: project.teamId, idempotencyKey: randomUUID(), task })
        .error?.issues.map(({ message }) => english(message));
    expect(problem(' \n\t ')).toEqual(['Write what the team should do.']);
    expect(problem(undefined)).toEqual(['Write what the team should do.']);
    expect(problem('x'.repeat(TEXT_MAX_CHARACTERS))).toBeUndefined();
    expect(problem('x'.repeat(TEXT_MAX_CHARACTERS + 1))).toEqual([
      'The text has 100,001 characters; the limit is 100,000. Shorten it.',
    ]);
  });
});

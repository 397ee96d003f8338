import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { apiEndpoints } from '../../workflows/contracts/api/endpoints.ts';
import { transcriptSchema } from '../../workflows/contracts/api/messages.ts';
import { problemSchema } from '../../workflows/contracts/api/problem.ts';
import { revokeApiToken } from '../app/data/tokens/apiTokens.server.ts';
import { type ApiWorld, openApiWorld } from './support/apiWorld.ts';
import { addConversation, addMessage, underNextRevision } from './support/conversationRows.ts';
import { TEST_TEAM, type TestProject } from './support/dataWorld.ts';

let world: ApiWorld;
let ada: TestProject & { token: string };

beforeAll(async () => {
  world = await openApiWorld();
  ada = await world.addMember();
});
afterAll(async () => {
  await world.close();
});

const ask = (path: string, body?: unknown) => world.ask(ada.token, path, body);

describe('access to the API', () => {
  it('answers a stranger with a 401 that says what to send, and accepts no cookie in place of a token', async () => {
    for (const headers of [
      {},
      { cookie: `colloquy.session_token=${ada.token}` },
      { authorization: 'Basic x' },
    ]) {
      const response = await fetch(`${world.url}/teams`, { headers, redirect: 'manual' });
      expect(response.status).toBe(401);
      expect(response.headers.get('www-authenticate')).toBe('Bearer realm="colloquy"');
      expect(response.headers.get('content-type')).toMatch('application/problem+json');
      expect(problemSchema.parse(await response.json())).toMatchObject({
        type: 'urn:colloquy:problem:unauthorized',
      });
    }
  });

  it('accepts a token until it is revoked, expires, or its owner leaves, and records its use', async () => {
    const member = await world.addMember();
    const where = { projectId: member.scope.projectId, userId: member.userId };
    expect((await world.ask(member.token, '/teams')).status).toBe(200);
    const token = await world.database.apiToken.findFirstOrThrow({ where });
    expect(token.lastUsedAt).not.toBeNull();
    expect(JSON.stringify(token)).not.toContain(member.token);

    await world.database.apiToken.update({ where: { id: token.id }, data: { expiresAt: new Date(0) } });
    expect((await world.ask(member.token, '/teams')).status).toBe(401);
    await world.database.apiToken.update({ where: { id: token.id }, data: { expiresAt: null } });
    expect((await world.ask(member.token, '/teams')).status).toBe(200);
    await world.database.membership.deleteMany({ where });
    expect((await world.ask(member.token, '/teams')).status).toBe(401);
    await world.database.membership.create({ data: { ...where, role: 'member' } });
    await revokeApiToken(member.scope, { userId: member.userId, tokenId: token.id });
    expect((await world.ask(member.token, '/teams')).status).toBe(401);
  });

  it('shows nothing of another project', async () => {
    const stranger = await world.addMember();
    const id = await addConversation(world.database, ada);
    for (const path of [
      `/teams/${ada.teamId}`,
      `/teams/${ada.teamId}/versions`,
      `/teams/${ada.teamId}/export`,
      `/conversations/${id}`,
      `/conversations/${id}/messages`,
      `/conversations/${id}/events`,
      `/tasks/${randomUUID()}`,
    ]) {
      expect((await world.ask(stranger.token, path)).status).toBe(404);
    }
    for (const [action, body] of Object.entries({
      pause: {},
      runs: { task: 'x' },
      messages: { text: 'x' },
    })) {
      expect((await world.ask(stranger.token, `/conversations/${id}/${action}`, body)).status).toBe(404);
    }
    expect((await world.ask(stranger.token, '/conversations')).body).toEqual({
      conversations: [],
      next: null,
    });
  });
});

describe('teams', () => {
  const team = { ...TEST_TEAM, name: 'Poets', description: 'Write poems.' };

  it('are created once however often the same definition is sent, and can be read and exported', async () => {
    const made = await ask('/teams', { definition: team });
    expect(made.status).toBe(201);
    const again = await ask('/teams', { definition: team });
    expect(again.status).toBe(200);
    const { teams } = apiEndpoints.importTeams.response.parse(made.body);
    expect(teams).toMatchObject([{ created: true, notes: [], team: { name: 'Poets', version: 1 } }]);
    const id = teams[0]?.team.id ?? '';
    expect(apiEndpoints.importTeams.response.parse(again.body).teams).toMatchObject([
      { created: false, team: { id } },
    ]);
    const read = await ask(`/teams/${id}`);
    expect(apiEndpoints.readTeam.response.parse(read.body).config).toEqual(team);
    const exported = apiEndpoints.exportTeam.response.parse((await ask(`/teams/${id}/export`)).body);
    expect(exported.component).toMatchObject({ provider: 'autogen_agentchat.teams.RoundRobinGroupChat' });
    const back = await ask('/teams', { definition: exported.component, name: 'Poets of AutoGen' });
    expect(back.status).toBe(201);
  });

  it('get a new version if they change, and none if they do not', async () => {
    const [imported] = apiEndpoints.importTeams.response.parse(
      (await ask('/teams', { definition: { ...team, name: 'Versions' } })).body,
    ).teams;
    const path = `/teams/${imported?.team.id ?? ''}/versions`;
    const changed = { definition: { ...team, name: 'Versions', maxTurns: 3 } };
    expect(await ask(path, changed)).toMatchObject({ status: 201, body: { version: { version: 2 } } });
    expect(await ask(path, changed)).toMatchObject({ status: 200, body: { created: false } });
    expect((await ask(path)).body).toMatchObject({ versions: [{ version: 2 }, { version: 1 }] });
    expect((await ask(`/teams/${imported?.team.id ?? ''}?version=1`)).body).toMatchObject({
      version: 2,
      config: { maxTurns: null },
    });
  });

  it('are not overwritten: a client that has read an older version is told which one is newest, and by whom', async () => {
    const [imported] = apiEndpoints.importTeams.response.parse(
      (await ask('/teams', { definition: { ...team, name: 'Contested' } })).body,
    ).teams;
    const path = `/teams/${imported?.team.id ?? ''}/versions`;
    const version = (maxTurns: number) => ({ definition: { ...team, name: 'Contested', maxTurns } });
    const second = await ask(path, { ...version(2), basedOn: 1, note: ' Two turns ' });
    expect(second).toMatchObject({
      status: 201,
      body: { created: true, version: { version: 2, note: 'Two turns', author: 'Ada' } },
    });
    const late = await ask(path, { ...version(3), basedOn: 1 });
    expect(late).toMatchObject({
      status: 409,
      body: {
        type: 'urn:colloquy:problem:stale',
        title: 'The newest version is 2, saved by Ada',
        newest: { version: 2, author: 'Ada' },
      },
    });
    problemSchema.parse(late.body);
    expect((await ask(path)).body['versions']).toHaveLength(2);
    // As after a lost answer: nothing in it could be lost.
    expect(await ask(path, { ...version(2), basedOn: 1 })).toMatchObject({
      status: 200,
      body: { created: false, version: { version: 2 } },
    });
    expect((await ask(path, { ...version(3), basedOn: 2 })).status).toBe(201);
    expect((await ask(path, version(4))).status).toBe(201);
    expect((await ask(path, { ...version(5), basedOn: 'two' })).body).toMatchObject({
      problems: [{ path: '$.basedOn' }],
    });
  });

  it('are refused with the location of each fault', async () => {
    const twice = { ...team, participants: [team.participants[0], team.participants[0]] };
    const { status, body } = await ask('/teams', { definition: twice });
    expect(status).toBe(422);
    expect(body).toMatchObject({ type: 'urn:colloquy:problem:import_refused' });
    expect(JSON.stringify(body['problems'])).toContain('$.participants[1].name');

    const unknown = { provider: 'my_company.Wizard', component_type: 'team', config: {} };
    expect((await ask('/teams', { definition: unknown })).status).toBe(422);
    const expression = { ...team, termination: { kind: 'expression', expression: 'source ==' } };
    expect((await ask('/teams', { definition: expression })).body).toMatchObject({
      problems: [{ path: '$.termination.expression' }],
    });
    await ask('/teams', { definition: team, name: 'Taken' });
    const other = { definition: { ...team, maxTurns: 1 }, name: 'Taken' };
    expect(await ask('/teams', other)).toMatchObject({ status: 409 });
  });
});

describe('conversations', () => {
  it('start once per key, by the team’s id or name, and are listed in pages', async () => {
    const task = { task: 'Write.', idempotencyKey: randomUUID() };
    const first = await ask('/conversations', { ...task, teamId: ada.teamId });
    expect(first).toMatchObject({ status: 201, body: { outcome: 'written', run: 0 } });
    const second = await ask('/conversations', { teamId: ada.teamId, ...task });
    expect(second.body['conversationId']).toBe(first.body['conversationId']);
    await ask('/conversations', { teamVersionId: ada.teamVersionId, task: null });

    const page = apiEndpoints.listConversations.response.parse(
      (await ask('/conversations?state=starting&limit=1')).body,
    );
    expect(page.conversations).toMatchObject([
      { state: 'starting', title: 'Editors', team: { name: 'Editors' } },
    ]);
    const next = await ask(`/conversations?state=starting&limit=1&cursor=${page.next ?? ''}`);
    expect(next.body).toMatchObject({ conversations: [{ id: first.body['conversationId'] }] });
  });

  it('are refused if their key was used for a different request', async () => {
    const idempotencyKey = randomUUID();
    const request = { teamId: ada.teamId, task: 'Write.', idempotencyKey };
    const { body } = await ask('/conversations', request);
    const id = String(body['conversationId']);
    const used = { status: 422, body: { type: 'urn:colloquy:problem:key_used' } };
    for (const other of [
      { ...request, task: 'Write more.' },
      { ...request, task: null },
      { team: 'Editors', task: 'Write.', idempotencyKey },
    ]) {
      const answer = await ask('/conversations', other);
      expect(answer).toMatchObject(used);
      expect(problemSchema.parse(answer.body).detail).toContain(id);
    }
    // The same request in another form, and also after the team has become unavailable.
    await world.database.team.update({ where: { id: ada.teamId }, data: { archivedAt: new Date() } });
    const message = { type: 'TextMessage', source: 'user', content: 'Write.' };
    expect(await ask('/conversations', { ...request, task: message })).toMatchObject({
      status: 201,
      body: { conversationId: id },
    });
    await world.database.team.update({ where: { id: ada.teamId }, data: { archivedAt: null } });
    const stored = await world.database.conversationRun.findMany({ where: { conversationId: id } });
    expect(stored).toMatchObject([{ run: 0, hasTask: true, idempotencyKey, state: null }]);
    expect(await world.database.conversation.count({ where: { idempotencyKey } })).toBe(1);
  });

  it('are refused if the request is invalid, with the path of each fault', async () => {
    const faults = async (body: unknown) => {
      const answer = await ask('/conversations', body);
      expect(answer.status).toBe(422);
      return problemSchema.parse(answer.body).problems?.map(({ path }) => path);
    };
    expect(await faults({ task: 'x' })).toEqual(['$']);
    expect(await faults({ teamId: ada.teamId, team: 'Editors', task: 'x' })).toEqual(['$']);
    expect(await faults({ teamId: ada.teamId, task: [{ type: 'TextMessage', content: 7 }] })).toEqual([
      '$.task[0].content',
    ]);
    expect(await ask('/conversations', { team: 'Nobody', task: 'x' })).toMatchObject({
      status: 422,
      body: { type: 'urn:colloquy:problem:unknown_team' },
    });
    expect(await ask('/conversations?limit=1000')).toMatchObject({ status: 422 });
    expect(await ask('/conversations?cursor=x')).toMatchObject({ status: 422 });
    expect(await ask('/conversations/no-id')).toMatchObject({ status: 404 });
    expect(await ask('/nothing')).toMatchObject({ status: 404 });
  });

  it('report a body that is not JSON or has another content type', async () => {
    const post = (contentType: string, body: string) =>
      fetch(`${world.url}/conversations`, {
        method: 'POST',
        headers: { authorization: `Bearer ${ada.token}`, 'content-type': contentType },
        body,
      });
    expect((await post('application/json', '{')).status).toBe(400);
    expect((await post('text/plain', 'x')).status).toBe(415);
  });

  it('return their transcript in pages, as it is stored and as AutoGen dumps it', async () => {
    const id = await addConversation(world.database, ada);
    await addMessage(world.database, ada, id, { seq: 0, content: 'Go.', source: 'user', position: 1 });
    await addMessage(world.database, ada, id, {
      seq: 1,
      content: 'Hello?',
      source: 'human',
      position: 2,
      body: { kind: 'asked' },
      run: 1,
    });
    await addMessage(world.database, ada, id, {
      seq: 2,
      content: 'A draft',
      position: 3,
      status: 'draft',
      run: 1,
    });
    const entries = await ask(`/conversations/${id}/messages`);
    const parsed = apiEndpoints.listMessages.response.parse(entries.body);
    expect(parsed.messages.map(({ content }) => content)).toEqual(['Go.', 'Hello?', 'A draft']);
    expect((await ask(`/conversations/${id}/messages?format=autogen&run=1`)).body).toEqual({
      format: 'autogen',
      messages: [
        { source: 'human', type: 'UserInputRequestedEvent', content: '' },
        { source: 'human', type: 'TextMessage', content: 'Hello?' },
      ],
      next: null,
    });
    const page = await ask(`/conversations/${id}/messages?limit=2`);
    const rest = await ask(`/conversations/${id}/messages?limit=2&after=${String(page.body['next'])}`);
    expect(rest.body).toMatchObject({ messages: [{ content: 'A draft' }], next: null });
  });

  it('return their whole transcript as a file, as Markdown and as JSON, only to their own project', async () => {
    const id = await addConversation(world.database, ada, { title: 'A poem' });
    const long = 'Rain. '.repeat(50_000);
    await addMessage(world.database, ada, id, { seq: 0, content: 'Write a poem', source: 'user' });
    await addMessage(world.database, ada, id, { seq: 1, content: long });
    const file = (query: string, token = ada.token) =>
      fetch(`${world.url}/conversations/${id}/transcript${query}`, {
        headers: { authorization: `Bearer ${token}` },
      });

    const markdown = await file('');
    expect(markdown.status).toBe(200);
    expect(markdown.headers.get('content-type')).toBe('text/markdown; charset=utf-8');
    expect(markdown.headers.get('content-disposition')).toBe(`attachment; filename="conversation-${id}.md"`);
    expect(await markdown.text()).toBe(
      `# A poem\n\n## user\n\nWrite a poem\n\n## writer\n\n${long.trim()}\n`,
    );

    const json = await file('?format=json');
    expect(json.headers.get('content-type')).toBe('application/json; charset=utf-8');
    const transcript = z.strictObject(transcriptSchema.shape).parse(await json.json());
    expect(transcript).toMatchObject({ id, title: 'A poem', messages: [{ seq: 0 }, { content: long }] });

    expect((await file('?format=pdf')).status).toBe(422);
    expect((await file('', (await world.addMember()).token)).status).toBe(404);
  });

  it('report how each of their runs ended', async () => {
    const ended = { state: 'stopped', stopReason: 'Told to', endedAt: new Date() };
    const id = await addConversation(world.database, ada, { run: 2, ...ended });
    const of = { projectId: ada.scope.projectId, conversationId: id, revision: 1 };
    await world.database.conversationRun.createMany({
      data: [
        { ...of, run: 0, hasTask: true },
        { ...of, run: 1, hasTask: true, state: 'finished', stopReason: 'Enough', endedAt: new Date() },
        { ...of, run: 2, hasTask: false },
      ],
    });
    const { body } = await ask(`/conversations/${id}`);
    expect(apiEndpoints.readConversation.response.parse(body).runs).toMatchObject([
      { run: 0, state: null, stopReason: null },
      { run: 1, state: 'finished', stopReason: 'Enough' },
      // For the newest run, the same as the conversation itself.
      { run: 2, state: 'stopped', stopReason: 'Told to', hasTask: false, endedAt: body['endedAt'] },
    ]);
    const stream = readEvents(
      await fetch(`${world.url}/conversations/${id}/events`, {
        headers: { authorization: `Bearer ${ada.token}` },
      }),
    );
    const { data } = await stream.next('change');
    expect(apiEndpoints.watchConversation.events.change.parse(data).runs).toEqual(body['runs']);
    await stream.close();
  });

  it('stream the current state, then the changes, and resume after what was seen', async () => {
    const id = await addConversation(world.database, ada);
    const revision = await addMessage(world.database, ada, id, { seq: 0, content: 'Go.' });
    const open = (lastEventId?: string) =>
      fetch(`${world.url}/conversations/${id}/events`, {
        headers: {
          authorization: `Bearer ${ada.token}`,
          ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }),
        },
      });
    const stream = readEvents(await open());
    const first = await stream.next('change');
    expect(first).toMatchObject({ id: String(revision), data: { messages: [{ content: 'Go.' }] } });
    apiEndpoints.watchConversation.events.change.parse(first.data);
    await world.database.liveText.create({
      data: {
        conversationId: id,
        seq: 1,
        projectId: ada.scope.projectId,
        source: 'writer',
        text: 'Go',
        attempt: 1,
      },
    });
    expect((await stream.next('live')).data).toMatchObject({
      seq: 1,
      source: 'writer',
      offset: 0,
      text: 'Go',
    });
    await addMessage(world.database, ada, id, { seq: 1, content: 'Gone.' });
    expect((await stream.next('change')).data).toMatchObject({ messages: [{ content: 'Gone.' }] });
    await stream.close();
    const again = readEvents(await open(first.id));
    expect((await again.next('change')).data).toMatchObject({ messages: [{ content: 'Gone.' }] });
    await again.close();
  });
});

describe('commands', () => {
  it('accept a key for one request only', async () => {
    const member = await world.addMember();
    const id = await addConversation(world.database, member);
    const post = (text: string) =>
      world.ask(member.token, `/conversations/${id}/messages`, { text, idempotencyKey: 'the same' });
    expect(await post('Hello')).toMatchObject({ status: 503 });
    expect(await post('Hello')).toMatchObject({ status: 503 });
    const used = { status: 422, body: { type: 'urn:colloquy:problem:key_used' } };
    expect(await post('Goodbye')).toMatchObject(used);

    const taskId = randomUUID();
    await underNextRevision(world.database, id, (transaction, revision) =>
      transaction.humanTask.create({
        data: {
          ...{ id: taskId, projectId: member.scope.projectId, conversationId: id, kind: 'resolve_error' },
          ...{ turn: 0, seq: 0, speaker: 'writer', detail: {}, onDeadline: 'stop', runId: 'run', revision },
        },
      }),
    );
    const answer = (decision: string) =>
      world.ask(member.token, `/tasks/${taskId}/answer`, { decision, idempotencyKey: 'the same' });
    expect(await answer('retry')).toMatchObject({ status: 503 });
    expect(await answer('retry')).toMatchObject({ status: 503 });
    expect(await answer('skip')).toMatchObject(used);
  });

  it('are refused with a 403 to somebody whom a task does not ask, and the task says whom it asks', async () => {
    const member = await world.addMember();
    const id = await addConversation(world.database, member);
    const taskId = randomUUID();
    const asked = {
      assignees: ['ben@example.test'],
      reminders: ['2026-12-01T10:00:00.000Z'],
      escalation: { at: '2099-12-01T12:00:00.000Z', to: ['eve@example.test'] },
    };
    await underNextRevision(world.database, id, (transaction, revision) =>
      transaction.humanTask.create({
        data: {
          ...{ id: taskId, projectId: member.scope.projectId, conversationId: id, kind: 'resolve_error' },
          ...{
            turn: 0,
            seq: 0,
            speaker: 'writer',
            detail: { asked },
            onDeadline: 'stop',
            runId: 'run',
            revision,
          },
        },
      }),
    );
    expect((await world.ask(member.token, `/tasks/${taskId}`)).body).toMatchObject({ asked });
    const refused = await world.ask(member.token, `/tasks/${taskId}/answer`, { decision: 'retry' });
    expect(refused).toMatchObject({ status: 403, body: { type: 'urn:colloquy:problem:not_asked' } });
    expect(problemSchema.parse(refused.body).detail).toContain('ben@example.test');
  });

  it('report that Temporal cannot be reached, that a conversation is over, and that there is no such task', async () => {
    const running = await addConversation(world.database, ada);
    expect(await ask(`/conversations/${running}/pause`, {})).toMatchObject({ status: 503 });
    expect(await ask(`/conversations/${running}/messages`, { text: 'Hi' })).toMatchObject({ status: 503 });
    expect(await ask(`/conversations/${running}/runs`, { task: 'More' })).toMatchObject({ status: 409 });
    const ended = await addConversation(world.database, ada, { state: 'finished', endedAt: new Date() });
    expect(await ask(`/conversations/${ended}/stop`, {})).toMatchObject({
      status: 409,
      body: { type: 'urn:colloquy:problem:over' },
    });
    expect(await ask(`/tasks/${randomUUID()}/answer`, { decision: 'approve' })).toMatchObject({
      status: 404,
    });
    expect(await ask(`/tasks/${randomUUID()}/answer`, { decision: 'reply' })).toMatchObject({ status: 422 });
    expect(await ask(`/tasks/${randomUUID()}/answer`, { decision: 'reply', text: '' })).toMatchObject({
      status: 404,
    });
    expect(await ask(`/tasks/${randomUUID()}/answer`, { decision: 'edit', text: ' ' })).toMatchObject({
      status: 422,
    });
    expect((await ask('/tasks')).body).toEqual({ tasks: [] });
  });
});

function readEvents(response: Response) {
  expect(response.headers.get('content-type')).toMatch('text/event-stream');
  const reader = response.body?.getReader();
  if (reader === undefined) throw new Error('A stream has a body');
  const decoder = new TextDecoder();
  let text = '';
  const next = async (name: string): Promise<{ id: string; data: unknown }> => {
    for (;;) {
      const end = text.indexOf('\n\n');
      if (end === -1) {
        const { value, done } = await reader.read();
        if (done) throw new Error('The stream has ended');
        text += decoder.decode(value, { stream: true });
        continue;
      }
      const lines = text.slice(0, end).split('\n');
      text = text.slice(end + 2);
      const field = (key: string) =>
        lines.find((line) => line.startsWith(`${key}: `))?.slice(key.length + 2) ?? '';
      if (field('event') === name) return { id: field('id'), data: JSON.parse(field('data')) };
    }
  };
  return { next, close: () => reader.cancel() };
}

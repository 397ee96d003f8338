import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ProblemDocument, problemSchema } from '../../workflows/contracts/api/problem.ts';
import { openApiDocument } from '../api/openApiDocument.ts';
import { type ApiWorld, openApiWorld } from './support/apiWorld.ts';
import { addConversation, addMessage } from './support/conversationRows.ts';
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

type Sent = { method?: string; headers?: Record<string, string>; body?: string | Buffer };

const send = (path: string, { method, headers, body }: Sent = {}) =>
  fetch(world.url + path, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: {
      authorization: `Bearer ${ada.token}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : new Uint8Array(body) }),
  });

const post = (path: string, body: unknown) => send(path, { body: JSON.stringify(body) });

/** The problem in an answer: it says what is wrong and what to do. */
async function problemOf(response: Response): Promise<ProblemDocument> {
  expect(response.headers.get('content-type')).toMatch('application/problem+json');
  const problem = problemSchema.parse(await response.json());
  expect(problem.status).toBe(response.status);
  for (const words of [problem.title, problem.detail]) expect(words.length).toBeGreaterThan(10);
  return problem;
}

const kindOf = ({ type }: ProblemDocument) => type.replace('urn:colloquy:problem:', '');
const statusesInDocument = (path: string, method: string) => {
  const paths = openApiDocument()['paths'] as Record<string, Record<string, { responses: object }>>;
  return Object.keys(paths[path]?.[method]?.responses ?? {});
};

describe('a body that cannot be read', () => {
  const start = (sent: Sent) => send('/conversations', { method: 'POST', ...sent });
  it.each<[string, number, Sent]>([
    ['is cut off', 400, { body: '{"task":' }],
    [
      'is no UTF-8 as it says',
      400,
      { body: '{}', headers: { 'content-type': 'application/json; charset=x' } },
    ],
    ['is no gzip as it says', 400, { body: '{}', headers: { 'content-encoding': 'gzip' } }],
    ['is packed in a way that nobody knows', 400, { body: '{}', headers: { 'content-encoding': 'rot13' } }],
    ['is a form', 415, { body: 'task=x', headers: { 'content-type': 'application/x-www-form-urlencoded' } }],
    ['is plain text', 415, { body: '{}', headers: { 'content-type': 'text/plain' } }],
    ['is too large', 413, { body: `{"task":"${'x'.repeat(33 * 1024 * 1024)}"}` }],
    [
      'is too large once unpacked',
      413,
      {
        body: gzipSync(`{"task":"${'x'.repeat(33 * 1024 * 1024)}"}`),
        headers: { 'content-encoding': 'gzip' },
      },
    ],
  ])('%s', async (_how, status, sent) => {
    const response = await start(sent);
    expect(response.status).toBe(status);
    await problemOf(response);
    expect(statusesInDocument('/conversations', 'post')).toContain(String(status));
  });

  it('is not even read without a token', async () => {
    const response = await start({ body: '{"task":', headers: { authorization: 'Bearer colloquy_none' } });
    expect(kindOf(await problemOf(response))).toBe('unauthorized');
  });
});

describe('a body with the wrong structure', () => {
  const faultsOf = async (path: string, body: unknown) => {
    const response = await post(path, body);
    expect(response.status).toBe(422);
    const { problems = [] } = await problemOf(response);
    return problems.map(({ path: place }) => place);
  };

  it.each<[unknown, string[]]>([
    [null, ['$']],
    [[], ['$']],
    ['task', ['$']],
    [{}, ['$.task']],
    [{ team: 'Editors', task: { type: 'NoMessage' } }, ['$.task.type']],
    [{ team: 'Editors', task: 'x', idempotencykey: 'k', Team: 'y' }, ['$.idempotencykey', '$.Team']],
    [{ team: 'Editors', task: 'x', idempotencyKey: 7 }, ['$.idempotencyKey']],
    [{ team: 'Editors', task: 'x', idempotencyKey: 'a\0b' }, ['$.idempotencyKey']],
    [{ team: 'Edi\0tors', task: 'x' }, ['$.team']],
    [{ teamId: 'no-id', task: 'x' }, ['$.teamId']],
    [{ team: 'Editors', task: 'a\0b' }, ['$.task']],
    [{ team: 'Editors', task: 'half \ud83d' }, ['$.task']],
    [
      { team: 'Editors', task: { type: 'MultiModalMessage', content: ['half \ud83d'] } },
      ['$.task.content[0]'],
    ],
    [{ team: 'Editors', task: { type: 'TextMessage', source: 'a\0b', content: 'x' } }, ['$.task.source']],
    [{ team: 'Editors', task: { type: 'HandoffMessage', target: 'a\0b', content: 'x' } }, ['$.task.target']],
  ])('%j is refused with the location of each fault', async (body, places) => {
    expect(await faultsOf('/conversations', body)).toEqual(places);
  });

  it('is refused by each endpoint that accepts a body', async () => {
    const id = await addConversation(world.database, ada);
    expect(await faultsOf(`/conversations/${id}/messages`, { text: '' })).toEqual(['$.text']);
    expect(await faultsOf(`/conversations/${id}/messages`, { text: 'x', who: 'me' })).toEqual(['$.who']);
    expect(await faultsOf(`/conversations/${id}/runs`, { task: 7 })).toEqual(['$.task']);
    expect(await faultsOf(`/conversations/${id}/pause`, { why: 'x' })).toEqual(['$.why']);
    expect(await faultsOf(`/tasks/${randomUUID()}/answer`, { decision: 'maybe' })).toEqual(['$.decision']);
    expect(await faultsOf('/teams', { definition: TEST_TEAM, name: 'a\0b' })).toEqual(['$.name']);
    expect(await faultsOf(`/teams/${ada.teamId}/versions`, { definition: TEST_TEAM, basedOn: 0 })).toEqual([
      '$.basedOn',
    ]);
  });

  it('says which keys a search’s filter may have', async () => {
    for (const key of ['', 'k'.repeat(201), 'a\0b']) {
      const response = await post('/knowledge/search', { question: 'x', filter: { [key]: 1 } });
      expect(response.status).toBe(422);
      expect((await problemOf(response)).problems).toMatchObject([
        { message: expect.stringContaining('write 1 to 200 characters') as unknown },
      ]);
    }
  });

  it('must not be nested too deep', async () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    const response = await send('/teams', { body: `{"definition":${deep}}` });
    expect(response.status).toBe(422);
    expect((await problemOf(response)).detail).toContain('flatten');
  });

  it('may have unstorable characters in a team, which is then stored without them', async () => {
    const name = `${'n'.repeat(99)}😀 and more`;
    const definition = { ...TEST_TEAM, name: `a\0${name}`, description: 'half \ud83d, \0 none' };
    const response = await post('/teams', { definition });
    expect(response.status).toBe(201);
    expect((await post('/teams', { definition: { ...definition, maxTurns: 2 } })).status).toBe(201);
  });
});

describe('an address', () => {
  it.each([
    '/conversations?limit=0',
    '/conversations?limit=101',
    '/conversations?limit=many',
    '/conversations?limt=5',
    '/conversations?state=asleep',
    '/conversations?search=a%00b',
    '/schedules?search=a%00b',
    '/knowledge/collections?search=a%00b',
    `/teams/${randomUUID()}/memory?search=a%00b`,
    `/texts/message/${randomUUID()}?path=body.a%00b`,
    '/conversations?cursor=1_2',
    '/conversations?teamId=1',
    '/tasks?state=all',
    '/teams?version=1',
  ])('%s is refused, saying what is wrong with it', async (path) => {
    const response = await send(path);
    expect(response.status).toBe(422);
    expect(kindOf(await problemOf(response))).toBe('invalid_request');
  });

  it('of a transcript has limits, too', async () => {
    const id = await addConversation(world.database, ada);
    for (const query of ['run=-1', 'run=99999999999', 'limit=1001', 'after=1', 'format=xml']) {
      const response = await send(`/conversations/${id}/messages?${query}`);
      expect(response.status).toBe(422);
      await problemOf(response);
    }
  });

  it('that is badly encoded or does not exist is reported as such', async () => {
    expect(kindOf(await problemOf(await send('/conversations/%E0%A4%A')))).toBe('invalid_request');
    for (const path of [
      '/conversations/1',
      `/conversations/${randomUUID()}`,
      '/nothing',
      `/teams/${ada.teamId}?version=7`,
      `/teams/${ada.teamId}/export?version=7`,
    ]) {
      expect(kindOf(await problemOf(await send(path)))).toBe('not_found');
    }
  });

  it('accepts only its own methods, and lists them', async () => {
    const response = await send('/teams', { method: 'DELETE' });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('POST, GET, HEAD, OPTIONS');
    expect(kindOf(await problemOf(response))).toBe('method_not_allowed');
    for (const path of ['/openapi.json', `/tasks/${randomUUID()}/answer`]) {
      expect((await send(path, { method: 'PUT' })).status).toBe(405);
    }
    const options = await send('/conversations', { method: 'OPTIONS', headers: { authorization: '' } });
    expect(options.status).toBe(204);
    expect(options.headers.get('allow')).toBe('POST, GET, HEAD, OPTIONS');
    expect(options.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('answers HEAD like GET but without the body, and ends a stream at once', async () => {
    const id = await addConversation(world.database, ada);
    for (const path of [
      '/teams',
      '/openapi.json',
      `/conversations/${id}`,
      `/conversations/${id}/events`,
      `/conversations/${id}/transcript`,
    ]) {
      const head = await send(path, { method: 'HEAD' });
      expect(head.status).toBe(200);
      expect(await head.text()).toBe('');
    }
    const events = await send(`/conversations/${id}/events`, { method: 'HEAD' });
    expect(events.headers.get('content-type')).toMatch('text/event-stream');
    const missing = await send(`/conversations/${randomUUID()}/events`, { method: 'HEAD' });
    expect(missing.status).toBe(404);
  });
});

describe("another project's ids", () => {
  it('are treated as if they did not exist, wherever they are sent', async () => {
    const stranger = await world.addMember();
    const theirs = await addConversation(world.database, stranger, {
      state: 'finished',
      endedAt: new Date(),
    });
    const { teamId, teamVersionId } = stranger;
    for (const team of [{ teamId }, { teamVersionId }]) {
      const response = await post('/conversations', { ...team, task: 'x' });
      expect(response.status).toBe(422);
      expect(kindOf(await problemOf(response))).toBe('unknown_team');
    }
    const saved = await post(`/teams/${teamId}/versions`, { definition: TEST_TEAM });
    expect(kindOf(await problemOf(saved))).toBe('not_found');
    for (const verb of ['runs', 'messages', 'pause', 'resume', 'stop', 'external', 'cancel']) {
      const body = { runs: { task: 'x' }, messages: { text: 'x' } }[verb] ?? {};
      expect(kindOf(await problemOf(await post(`/conversations/${theirs}/${verb}`, body)))).toBe('not_found');
    }
    expect(await (await send(`/conversations?teamId=${teamId}`)).json()).toMatchObject({ conversations: [] });
    expect(await (await send(`/tasks?conversationId=${theirs}`)).json()).toEqual({ tasks: [] });
    // Nor does a key that they have used start or reveal anything here.
    const idempotencyKey = randomUUID();
    const first = await world.ask(stranger.token, '/conversations', { teamId, task: 'x', idempotencyKey });
    const own = await post('/conversations', { teamId: ada.teamId, task: 'y', idempotencyKey });
    expect(own.status).toBe(201);
    expect(await own.text()).not.toContain(String(first.body['conversationId']));
  });
});

describe('a stream that resumes', () => {
  it.each(['garbage', '-1', '99999999999999999999', '1.5', ''])(
    'after %j begins with everything',
    async (lastEventId) => {
      const id = await addConversation(world.database, ada);
      await addMessage(world.database, ada, id, { seq: 0, content: 'Go.' });
      expect(await firstChange(id, lastEventId)).toContain('"content":"Go."');
    },
  );

  it('after a revision not yet reached begins with everything, too', async () => {
    const id = await addConversation(world.database, ada);
    await addMessage(world.database, ada, id, { seq: 0, content: 'Go.' });
    expect(await firstChange(id, '12345')).toContain('"content":"Go."');
  });

  async function firstChange(id: string, lastEventId: string): Promise<string> {
    const reading = new AbortController();
    const response = await fetch(`${world.url}/conversations/${id}/events`, {
      headers: { authorization: `Bearer ${ada.token}`, 'last-event-id': lastEventId },
      signal: reading.signal,
    });
    expect(response.status).toBe(200);
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    const deadline = setTimeout(() => reading.abort(), 3_000);
    try {
      while (!text.includes('event: change\n') || !text.endsWith('\n\n')) {
        const { value, done } = (await reader?.read()) ?? { done: true };
        if (done) break;
        text += value ?? '';
      }
    } catch (error) {
      if (!reading.signal.aborted) throw error;
    } finally {
      clearTimeout(deadline);
      reading.abort();
    }
    return text;
  }
});

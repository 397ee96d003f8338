import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { apiEndpoints } from '../../workflows/contracts/api/endpoints.ts';
import { type ApiWorld, openApiWorld } from './support/apiWorld.ts';
import { addConversation, addMessage } from './support/conversationRows.ts';
import type { TestProject } from './support/dataWorld.ts';
import { addDocument, citationOf } from './support/knowledgeDocument.ts';

type Member = TestProject & { token: string };

let world: ApiWorld;
let ada: Member;

beforeAll(async () => {
  world = await openApiWorld();
  ada = await world.addMember();
});
afterAll(async () => {
  await world.close();
});

const ask = (path: string, body?: unknown) => world.ask(ada.token, `/knowledge${path}`, body);
const remove = (path: string, of: Member = ada) =>
  world.ask(of.token, `/knowledge${path}`, undefined, 'DELETE');

const TEXT = 'Leave\n\nThirty days a year. 😀 Ask first.';
const LEAVE = {
  text: TEXT,
  title: 'Leave',
  passages: [
    { from: 0, to: 26, headingPath: ['Leave'] },
    { from: 26, to: TEXT.length },
  ],
};
const addLeave = (of: Member = ada, text = TEXT) =>
  addDocument(world.database, of.scope.projectId, { ...LEAVE, text, collection: randomUUID() });

async function collection(): Promise<string> {
  const made = await ask('/collections', { name: randomUUID(), dimensions: 3 });
  return apiEndpoints.createCollection.response.parse(made.body).collection.id;
}

function formOf(files: Record<string, string>, fields: Record<string, string> = {}): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  for (const [name, content] of Object.entries(files)) form.append('files', new File([content], name));
  return form;
}

describe('collections', () => {
  it('are made once however often the same is sent, listed in pages, and deleted', async () => {
    const member = await world.addMember();
    const asks = (path: string, body?: unknown) => world.ask(member.token, `/knowledge${path}`, body);
    const made = await asks('/collections', { name: 'handbook', description: 'Rules.' });
    expect(made).toMatchObject({ status: 201, body: { created: true } });
    const { collection: handbook } = apiEndpoints.createCollection.response.parse(made.body);
    expect(handbook).toMatchObject({ name: 'handbook', documents: 0, passages: 0, cost: { tokens: 0 } });
    const again = await asks('/collections', { name: 'handbook', description: 'Rules.' });
    expect(again).toMatchObject({ status: 200, body: { created: false, collection: { id: handbook.id } } });
    expect(await asks('/collections', { name: 'handbook', description: 'Others.' })).toMatchObject({
      status: 409,
      body: { type: 'urn:colloquy:problem:name_taken' },
    });
    await asks('/collections', { name: 'manuals' });
    const first = apiEndpoints.listCollections.response.parse((await asks('/collections?limit=1')).body);
    expect([first.collections.map(({ name }) => name), first.next]).toEqual([['handbook'], 1]);
    const second = await asks('/collections?limit=1&offset=1');
    expect(second.body).toMatchObject({ collections: [{ name: 'manuals' }], next: null });
    expect((await asks('/collections?search=manu')).body).toMatchObject({
      collections: [{ name: 'manuals' }],
    });
    expect((await asks(`/collections/${handbook.id}`)).body).toEqual({ ...handbook });
    expect(await remove(`/collections/${handbook.id}`, member)).toMatchObject({
      status: 200,
      body: { deleted: handbook.id },
    });
    expect((await remove(`/collections/${handbook.id}`, member)).status).toBe(404);
    expect((await asks(`/collections/${handbook.id}`)).status).toBe(404);
  });

  it('say what does not fit', async () => {
    expect(await ask('/collections', { name: ' ', dimension: 3 })).toMatchObject({
      status: 422,
      body: { problems: [{ path: '$.dimension' }, { path: '$.name' }] },
    });
    expect(await ask('/collections', { name: 'x', dimensions: 1537 })).toMatchObject({ status: 422 });
  });
});

describe('documents', () => {
  it('are listed and read with their versions, passages and text, and deleted', async () => {
    const { collectionId, documentId } = await addLeave();
    const listed = await ask(`/collections/${collectionId}/documents`);
    expect(apiEndpoints.listDocuments.response.parse(listed.body)).toMatchObject({
      documents: [{ id: documentId, title: 'Leave', source: 'Leave.md', version: 1, passages: 2 }],
      next: null,
    });
    const read = apiEndpoints.readDocument.response.parse((await ask(`/documents/${documentId}`)).body);
    expect(read).toMatchObject({
      metadata: { team: 'people' },
      versions: [{ version: 1, characters: TEXT.length - 1 }],
    });
    const passages = await ask(`/documents/${documentId}/passages?limit=1`);
    expect(apiEndpoints.listPassages.response.parse(passages.body)).toMatchObject({
      version: 1,
      passages: [{ number: 0, content: TEXT.slice(0, 26), headingPath: ['Leave'] }],
      next: 1,
    });
    expect((await ask(`/documents/${documentId}/passages?limit=2&offset=1`)).body).toMatchObject({
      passages: [{ number: 1, startOffset: 26, endOffset: TEXT.length }],
      next: null,
    });
    expect((await ask(`/documents/${documentId}/passages?version=2`)).status).toBe(404);
    expect(await remove(`/documents/${documentId}`)).toMatchObject({ status: 200 });
    expect((await ask(`/documents/${documentId}`)).status).toBe(404);
    expect((await remove(`/documents/${documentId}`)).status).toBe(404);
  });

  it('give their text in pieces that cut no character in two', async () => {
    const { documentId } = await addLeave();
    let text = '';
    let next: number | null = 0;
    while (next !== null) {
      const { body } = await ask(`/documents/${documentId}/text?offset=${String(next)}&length=1`);
      const piece = apiEndpoints.readDocumentText.response.parse(body);
      text += piece.text;
      next = piece.next;
    }
    expect(text).toBe(TEXT);
    expect((await ask(`/documents/${documentId}/text?version=9`)).status).toBe(404);
  });
});

describe('imports', () => {
  it('take files and addresses as a form, once under a key', async () => {
    const id = await collection();
    const path = `/collections/${id}/imports`;
    const sent = () =>
      formOf(
        { 'a.md': '# A', '假期.md': 'x'.repeat(2_000_000) },
        { addresses: 'https://example.org/a\nhttps://example.org/b', idempotencyKey: `key of ${id}` },
      );
    const started = await ask(path, sent());
    expect(started).toMatchObject({ status: 201, body: { created: true } });
    const { importId } = apiEndpoints.startImport.response.parse(started.body);
    expect(await ask(path, sent())).toMatchObject({ status: 200, body: { importId, created: false } });
    const other = formOf({ 'a.md': '# Another' }, { idempotencyKey: `key of ${id}` });
    expect(await ask(path, other)).toMatchObject({
      status: 422,
      body: { type: 'urn:colloquy:problem:key_used', detail: expect.stringContaining(importId) as unknown },
    });
    const read = apiEndpoints.readImport.response.parse((await ask(`/imports/${importId}`)).body);
    expect(read).toMatchObject({ collectionId: id, state: 'starting', counts: { waiting: 4, failed: 0 } });
    expect(read.items.map(({ kind, source, failure }) => [kind, source, failure])).toEqual([
      ['file', 'a.md', null],
      ['file', '假期.md', null],
      ['address', 'https://example.org/a', null],
      ['address', 'https://example.org/b', null],
    ]);
    // Only what belongs to the import is kept.
    expect(await world.database.knowledgeSource.count({ where: { collectionId: id } })).toBe(2);
    expect(await remove(`/collections/${id}`)).toMatchObject({
      status: 409,
      body: { type: 'urn:colloquy:problem:importing' },
    });
  });

  it('take addresses as JSON', async () => {
    const path = `/collections/${await collection()}/imports`;
    const body = { addresses: ['https://example.org/rules'], idempotencyKey: path };
    const { importId } = (await ask(path, body)).body;
    expect((await ask(path, body)).body).toEqual({ importId, created: false });
    expect((await ask(path, { ...body, addresses: ['https://example.org/else'] })).status).toBe(422);
  });

  it.each<[string, () => unknown, number, object]>([
    ['nothing', () => formOf({}), 422, { problems: [{ path: 'files' }] }],
    [
      'a field that nobody knows',
      () => formOf({ 'a.md': 'x' }, { file: 'x' }),
      422,
      {
        problems: [{ path: 'files', message: expect.stringContaining('no field “file”') as unknown }],
      },
    ],
    [
      'what is no address',
      () => ({ addresses: ['file:///etc/passwd'] }),
      422,
      {
        problems: [{ path: '$.addresses', message: expect.stringContaining('not a web address') as unknown }],
      },
    ],
    ['JSON without addresses', () => ({}), 422, { problems: [{ path: '$.addresses' }] }],
    ['a key that is too long', () => formOf({ 'a.md': 'x' }, { idempotencyKey: 'k'.repeat(201) }), 400, {}],
  ])('refuse %s, and keep nothing', async (_name, body, status, problem) => {
    const id = await collection();
    const answer = await ask(`/collections/${id}/imports`, body());
    expect(answer).toMatchObject({ status, body: problem });
    expect(await world.database.knowledgeSource.count({ where: { collectionId: id } })).toBe(0);
    expect(await world.database.knowledgeImport.count({ where: { collectionId: id } })).toBe(0);
  });

  it('refuse a form that is too large before it is read', async () => {
    const id = await collection();
    const status = await new Promise((resolve, reject) => {
      const sending = request(
        `${world.url}/knowledge/collections/${id}/imports`,
        {
          method: 'POST',
          headers: {
            authorization: `Bearer ${ada.token}`,
            'content-type': 'multipart/form-data; boundary=x',
            'content-length': String(2 ** 31),
          },
        },
        (response) => {
          resolve(response.statusCode);
          sending.destroy();
        },
      );
      sending.once('error', reject);
      sending.write('--x');
    });
    expect(status).toBe(413);
    expect(await world.database.knowledgeImport.count({ where: { collectionId: id } })).toBe(0);
  });

  it('are listed, and say why what failed has failed', async () => {
    const id = await collection();
    const start = async (address: string) => {
      const { body } = await ask(`/collections/${id}/imports`, { addresses: [address] });
      return apiEndpoints.startImport.response.parse(body).importId;
    };
    const first = await start('https://example.org/1');
    const second = await start('https://example.org/2');
    const { database } = world;
    const endedAt = new Date();
    await database.knowledgeImport.update({ where: { id: first }, data: { state: 'finished', endedAt } });
    await database.knowledgeImportItem.updateMany({
      where: { importId: first },
      data: { state: 'failed', failureType: 'password', failureMessage: 'AES-256', endedAt },
    });
    const page = apiEndpoints.listImports.response.parse(
      (await ask(`/imports?collectionId=${id}&limit=1`)).body,
    );
    expect(page).toMatchObject({ imports: [{ id: second, counts: { waiting: 1 } }], next: 1 });
    expect((await ask(`/imports?collectionId=${id}&state=finished`)).body).toMatchObject({
      imports: [{ id: first, counts: { failed: 1 } }],
      next: null,
    });
    expect((await ask(`/imports/${first}`)).body).toMatchObject({
      items: [
        {
          state: 'failed',
          failure: {
            type: 'password',
            title: 'It needs a password',
            advice: 'Save it without one, and bring that in.',
            message: 'AES-256',
          },
        },
      ],
    });
    expect(await ask(`/imports/${first}/pause`, {})).toMatchObject({
      status: 409,
      body: { type: 'urn:colloquy:problem:over' },
    });
    expect(await ask(`/imports/${second}/cancel`, {})).toMatchObject({ status: 503 });
    const retried = await ask(`/imports/${first}/retry`, {});
    expect(apiEndpoints.retryImport.response.parse(retried.body)).toMatchObject({
      state: 'starting',
      run: 1,
      items: [{ state: 'waiting', failure: null }],
    });
  });
});

describe('citations', () => {
  it('are found by document and by passage, where the message stands', async () => {
    const { database } = world;
    const document = await addLeave();
    const passageId = randomUUID();
    const cites = JSON.parse(JSON.stringify(citationOf(document, [passageId]))) as object;
    const once = await addConversation(database, ada, { title: 'Once', createdAt: new Date(1_000) });
    const often = await addConversation(database, ada, { title: 'Often', createdAt: new Date(2_000) });
    await addMessage(database, ada, once, { seq: 0, content: 'Thirty [1].', citations: cites });
    await addMessage(database, ada, once, {
      ...{ seq: 1, content: 'Gone [1].', citations: cites, supersededAt: new Date() },
    });
    await addMessage(database, ada, once, {
      seq: 1,
      content: 'No [1].',
      citations: cites,
      status: 'rejected',
    });
    for (let seq = 0; seq < 25; seq += 1) {
      const other = JSON.parse(JSON.stringify(citationOf({ ...document, version: 2 }))) as object;
      await addMessage(database, ada, often, { seq, content: 'Also [1].', citations: other });
    }
    await addMessage(database, ada, often, { seq: 25, content: 'Nothing.', citations: [] });
    const path = `/documents/${document.documentId}/citations`;
    const all = apiEndpoints.listCitations.response.parse((await ask(path)).body);
    expect(all).toMatchObject({ total: 2, next: null });
    expect(all.conversations.map(({ title, messageCount }) => [title, messageCount])).toEqual([
      ['Often', 25],
      ['Once', 1],
    ]);
    expect(all.conversations[0]?.messages.map(({ seq }) => seq).slice(0, 3)).toEqual([24, 23, 22]);
    expect(all.conversations[0]?.messages).toHaveLength(20);
    expect(all.conversations[1]?.messages).toMatchObject([{ seq: 0, source: 'writer', versions: [1] }]);
    expect((await ask(`${path}?passageId=${passageId}`)).body).toMatchObject({
      conversations: [{ id: once }],
      total: 1,
    });
    expect((await ask(`${path}?limit=1`)).body).toMatchObject({ conversations: [{ id: often }], next: 1 });
    expect((await ask(`${path}?offset=5`)).body).toMatchObject({ conversations: [], total: 2, next: null });
    await database.conversation.delete({ where: { id: often } });
    expect((await ask(path)).body).toMatchObject({ conversations: [{ id: once }], total: 1 });
  });
});

it('shows and does nothing of another project’s', async () => {
  const stranger = await world.addMember();
  const { collectionId, documentId } = await addLeave();
  const { importId } = (
    await ask(`/collections/${collectionId}/imports`, { addresses: ['https://example.org'] })
  ).body as { importId: string };
  for (const path of [
    `/collections/${collectionId}`,
    `/collections/${collectionId}/documents`,
    `/documents/${documentId}`,
    `/documents/${documentId}/passages`,
    `/documents/${documentId}/text`,
    `/documents/${documentId}/citations`,
    `/imports/${importId}`,
  ]) {
    expect((await world.ask(stranger.token, `/knowledge${path}`)).status).toBe(404);
  }
  for (const verb of ['pause', 'resume', 'cancel', 'retry']) {
    expect((await world.ask(stranger.token, `/knowledge/imports/${importId}/${verb}`, {})).status).toBe(404);
  }
  const brought = formOf({ 'a.md': 'x' });
  const path = `/knowledge/collections/${collectionId}/imports`;
  expect((await world.ask(stranger.token, path, brought)).status).toBe(404);
  expect((await remove(`/documents/${documentId}`, stranger)).status).toBe(404);
  expect((await remove(`/collections/${collectionId}`, stranger)).status).toBe(404);
  expect((await world.ask(stranger.token, '/knowledge/imports')).body).toEqual({ imports: [], next: null });
  expect((await ask(`/documents/${documentId}`)).status).toBe(200);
});

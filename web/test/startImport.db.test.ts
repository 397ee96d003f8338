import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hearStatements } from '../../test/support/statements.ts';
import { DOCUMENT_MAX_BYTES } from '../../workflows/domain/knowledge/importLimits.ts';
import { createCollection } from '../app/data/knowledge/createCollection.server.ts';
import { listImports } from '../app/data/knowledge/listImports.server.ts';
import { receiveImport } from '../app/data/knowledge/receiveImport.server.ts';
import { retryImport } from '../app/data/knowledge/retryImport.server.ts';
import { startImport } from '../app/data/knowledge/startImport.server.ts';
import { steerImport } from '../app/data/knowledge/steerImport.server.ts';
import { english } from '../app/languages/english.server.ts';
import { type DataWorld, openDataWorld, type TestProject } from './support/dataWorld.ts';

let world: DataWorld;
let project: TestProject;
let collectionId: string;

beforeAll(async () => {
  world = await openDataWorld();
  project = await world.addProject();
  const made = { name: 'handbook', description: '', dimensions: 1536 };
  collectionId = (await createCollection(project.scope, { userId: project.userId, ...made })) ?? '';
});
afterAll(async () => {
  await world.close();
});

interface Sent {
  key?: string;
  files?: readonly { name: string; content: string | Uint8Array<ArrayBuffer> }[];
  addresses?: string;
}

/** The form as a browser sends it. */
function formOf({ key = randomUUID(), files = [], addresses = '' }: Sent): Request {
  const form = new FormData();
  form.append('idempotencyKey', key);
  for (const { name, content } of files) form.append('files', new File([content], name));
  if (files.length === 0) form.append('files', new File([], ''));
  form.append('addresses', addresses);
  return new Request('http://localhost/', { method: 'POST', body: form });
}

async function bring(sent: Sent, of: TestProject = project): Promise<string | null> {
  const { scope, userId } = of;
  const received = await receiveImport(scope, collectionId, formOf(sent));
  if (received.kind === 'refused') throw new Error(JSON.stringify(received.faults));
  const { files, addresses } = received;
  const started = await startImport(scope, {
    userId,
    collectionId,
    idempotencyKey: received.idempotencyKey ?? randomUUID(),
    repeatedBy: 'key_and_documents',
    files,
    addresses,
  });
  return started?.importId ?? null;
}

const sources = () => world.database.knowledgeSource.count();

describe('bringing documents into a collection', () => {
  it('writes them and starts later if Temporal cannot be reached', async () => {
    const large = Buffer.alloc(2 ** 20 + 17, 'x');
    const id = await bring({
      files: [
        { name: '假期.md', content: '# Leave' },
        { name: 'large.txt', content: large },
      ],
      addresses: 'https://example.org/a\r\n\r\n http://example.org/b \r\nhttps://example.org/a\r\n',
    });
    const row = await world.database.knowledgeImport.findUniqueOrThrow({
      where: { id: id ?? '' },
      include: {
        items: {
          orderBy: { position: 'asc' },
          include: { bytes: { include: { parts: { orderBy: { ordinal: 'asc' } } } } },
        },
      },
    });
    expect(row).toMatchObject({ state: 'starting', run: 0, createdBy: project.userId, collectionId });
    expect(row.items.map(({ kind, source, state }) => [kind, source, state])).toEqual([
      ['file', '假期.md', 'waiting'],
      ['file', 'large.txt', 'waiting'],
      ['address', 'https://example.org/a', 'waiting'],
      ['address', 'http://example.org/b', 'waiting'],
    ]);
    const [first, second] = row.items.map(({ bytes }) =>
      Buffer.concat((bytes?.parts ?? []).map((p) => p.bytes)),
    );
    expect(first?.toString()).toBe('# Leave');
    expect(second?.equals(large)).toBe(true);
    const audited = await world.database.auditEvent.findMany({ where: { subjectId: row.id } });
    expect(audited).toMatchObject([{ action: 'import.start', userId: project.userId }]);
  });

  it('treats the same form sent twice as one import, and other documents in it as another', async () => {
    const key = randomUUID();
    const sent = { key, files: [{ name: 'a.md', content: 'one' }] };
    const before = await sources();
    const [first, second] = await Promise.all([bring(sent), bring(sent)]);
    expect(second).toBe(first);
    expect(await bring(sent)).toBe(first);
    expect(await sources()).toBe(before + 1);
    expect(await bring({ key, files: [{ name: 'a.md', content: 'two' }] })).not.toBe(first);
  });

  it.each<[string, Sent, string]>([
    ['nothing', {}, 'Choose at least one file'],
    [
      'an address of a file',
      { addresses: 'file:///etc/passwd' },
      '“file:///etc/passwd” is not a web address',
    ],
    ['words', { addresses: 'https://example.org\nhandbook' }, '“handbook” is not a web address'],
    [
      '201 addresses',
      {
        addresses: Array.from({ length: 201 }, (_, index) => `https://example.org/${String(index)}`).join(
          '\n',
        ),
      },
      'at most 200 addresses',
    ],
    [
      '51 files',
      { files: Array.from({ length: 51 }, (_, index) => ({ name: `${String(index)}.md`, content: 'x' })) },
      'at most 50 files',
    ],
    [
      'a file that is too large',
      { files: [{ name: 'big.pdf', content: new Uint8Array(DOCUMENT_MAX_BYTES + 1) }] },
      'big.pdf is larger than 64 MiB',
    ],
  ])('refuses %s, and keeps nothing', async (_name, sent, words) => {
    const before = await sources();
    const received = await receiveImport(project.scope, collectionId, formOf(sent));
    if (received.kind === 'received') throw new Error('It was taken');
    const faults = [...received.faults.files, ...received.faults.addresses];
    expect(faults.map(english).join(' ')).toContain(words);
    expect(await sources()).toBe(before);
  });

  it('keeps nothing of a submission that breaks off', async () => {
    const before = await sources();
    const whole = await formOf({ files: [{ name: 'a.md', content: 'x'.repeat(5_000) }] }).arrayBuffer();
    const { headers } = formOf({ key: 'k' });
    const boundary = Buffer.from(whole).toString('latin1').split('\r\n')[0]?.slice(2) ?? '';
    headers.set('content-type', `multipart/form-data; boundary=${boundary}`);
    const broken = new Request('http://localhost/', { method: 'POST', headers, body: whole.slice(0, 3_000) });
    await expect(receiveImport(project.scope, collectionId, broken)).rejects.toMatchObject({ status: 400 });
    expect(await sources()).toBe(before);
  });

  it('belongs to one project', async () => {
    const stranger = await world.addProject();
    const before = await sources();
    expect(await bring({ files: [{ name: 'a.md', content: 'x' }] }, stranger)).toBeNull();
    expect(await sources()).toBe(before);
    const importId = (await bring({ addresses: 'https://example.org/mine' })) ?? '';
    const about = { userId: stranger.userId, collectionId, importId };
    expect(await listImports(stranger.scope, collectionId)).toEqual([]);
    expect(await retryImport(stranger.scope, about)).toBe('not_found');
    expect(await steerImport(stranger.scope, { ...about, steering: 'cancel' })).toBe('not_found');
  });

  it('retries what failed, once, and every statement names its project', async () => {
    const importId = (await bring({ addresses: 'https://example.org/x\nhttps://example.org/y' })) ?? '';
    const { database } = world;
    const about = { userId: project.userId, collectionId, importId };
    const end = { endedAt: new Date() };
    await database.knowledgeImport.update({ where: { id: importId }, data: { state: 'finished', ...end } });
    const failed = { state: 'failed', failureType: 'address_refused', failureMessage: 'No.', ...end };
    await database.knowledgeImportItem.updateMany({ where: { importId }, data: { state: 'added', ...end } });
    await database.knowledgeImportItem.updateMany({ where: { importId, position: 1 }, data: failed });
    const statements = hearStatements(database.$pool);
    expect(await retryImport(project.scope, about)).toBe('done');
    expect(await retryImport(project.scope, about)).toBe('done');
    const listed = (await listImports(project.scope, collectionId)).find(({ id }) => id === importId);
    const ofImports = [...statements].filter((each) => /(UPDATE|FROM) "public"."knowledge_import/.test(each));
    expect(ofImports.length).toBeGreaterThan(4);
    expect(ofImports.filter((each) => !each.includes('"project_id"'))).toEqual([]);
    expect(listed?.state).toBe('starting');
    expect(listed?.items.map(({ state, failureType }) => [state, failureType])).toEqual([
      ['added', null],
      ['waiting', null],
    ]);
    const row = await database.knowledgeImport.findUniqueOrThrow({ where: { id: importId } });
    expect(row).toMatchObject({ run: 1, endedAt: null });
  });
});

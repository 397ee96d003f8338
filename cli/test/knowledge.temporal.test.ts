import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { IMPORT_MAX_FILES } from '../../workflows/domain/knowledge/importLimits.ts';
import { type CliWorld, openCliWorld } from './cliWorld.ts';

// Each document is parsed in a process of its own.

let world: CliWorld;

beforeAll(async () => {
  world = await openCliWorld();
});
afterAll(async () => {
  await world.close();
});

const knowledge = (...args: string[]) => world.colloquy(['knowledge', ...args]);
const LEAVE = '# Leave\n\nAsk three days before.\n';
const id = (output: string, line: RegExp) =>
  /^\S+/.exec(output.split('\n').find((each) => line.test(each)) ?? '')?.[0] ?? '';

it('brings files into a collection, says why some failed, and ends with a code that says so', async () => {
  const files = [
    world.file('leave.md', LEAVE),
    world.file('假期.txt', '请提前三天申请。'),
    world.file('scan.pdf', '%PDF-1.4 broken'),
  ];
  const collection = randomUUID();
  expect(await knowledge('add', ...files, '--collection', collection)).toMatchObject({
    code: 2,
    err: expect.stringContaining(`There is no collection ${collection}`) as unknown,
  });
  const added = await knowledge('add', ...files, '--collection', collection, '--create');
  expect(added.code).toBe(1);
  const lines = added.out.trim().split('\n').sort();
  expect(lines).toEqual([
    'added      leave.md (version 1, 1 passage)',
    'added      假期.txt (version 1, 1 passage)',
    expect.stringMatching(/^failed {5}scan\.pdf: It is damaged\. Save it again/) as unknown,
  ]);
  expect(added.err).toContain('finished: 2 added, 1 failed');
  expect(added.err).not.toContain(world.token);
  const [importId = ''] = /(?<=colloquy knowledge retry )[\w-]+/.exec(added.err) ?? [];

  const again = await knowledge('add', ...files.slice(0, 2), '--collection', collection, '--json');
  expect(again.code).toBe(0);
  expect(JSON.parse(again.out)).toMatchObject({
    imports: [{ state: 'finished', counts: { unchanged: 2, failed: 0 } }],
  });

  expect((await knowledge('list')).out).toContain(`${collection}  2 documents, 2 passages`);
  const listed = await knowledge('list', '--collection', collection);
  const documentId = id(listed.out, /leave\.md/);
  expect(listed.out).toContain(`${documentId}  Leave (leave.md)  version 1, 1 passage`);
  const shown = await knowledge('show', documentId);
  expect(shown.out).toContain(`in ${collection}, from leave.md`);
  expect(shown.out).toContain('cited in 0 conversations');
  expect((await knowledge('show', documentId, '--text')).out).toContain('Ask three days before.');
  const json = await knowledge('show', documentId, '--json');
  expect(JSON.parse(json.out)).toMatchObject({ id: documentId, versions: [{ version: 1 }] });

  expect((await knowledge('imports', '--collection', collection)).out).toContain(
    'finished: 2 added, 1 failed',
  );
  expect((await knowledge('imports', importId)).out).toContain('scan.pdf: It is damaged.');
  expect(await knowledge('pause', importId)).toMatchObject({
    code: 1,
    err: expect.stringContaining('The import has ended.') as unknown,
  });
  const retried = await knowledge('retry', importId);
  expect(retried.code).toBe(1);
  expect(retried.out).toContain('scan.pdf: It is damaged.');

  expect(await knowledge('delete', documentId)).toMatchObject({ code: 2, out: '' });
  expect(await knowledge('delete', documentId, '--yes')).toMatchObject({ code: 0, out: 'Deleted: Leave\n' });
  expect(await knowledge('show', documentId)).toMatchObject({ code: 1 });
  expect((await knowledge('delete', '--collection', collection, '--yes')).code).toBe(0);
  expect((await knowledge('list')).out).not.toContain(collection);
});

it('leaves an import running at Ctrl-C', async () => {
  const collection = randomUUID();
  world.embeddings.script(() => 'silent');
  const args = ['knowledge', 'add', world.file('left.md', '# Left\n\nBehind.\n')];
  const left = await world.interrupted([...args, '--collection', collection, '--create'], /\(import \S+\)/);
  expect(left).toMatchObject({ code: 130, out: '' });
  expect(left.err).toContain('still being brought in');
  const [importId = ''] = /(?<=\(import )[\w-]+/.exec(left.err) ?? [];
  expect((await knowledge('imports', importId)).out).toContain('left.md');
  expect(await knowledge('cancel', importId)).toMatchObject({ code: 0 });
});

it('sends nothing more at Ctrl-C, and says how much had been sent', async () => {
  const arrived = Promise.withResolvers<void>();
  let sent = 0;
  /** The server, which is slow to take an import. */
  const between = createServer((request, response) => {
    const { method, url = '', headers } = request;
    const isImport = method === 'POST' && url.endsWith('/imports');
    if (isImport) {
      sent += 1;
      return arrived.resolve();
    }
    const body = method === 'GET' ? null : (Readable.toWeb(request) as ReadableStream<Uint8Array>);
    const passedOn = {
      method,
      headers: {
        authorization: headers.authorization ?? '',
        'content-type': headers['content-type'] ?? '',
      },
      body,
      duplex: 'half',
    };
    void fetch(`${world.url}${url}`, passedOn as RequestInit).then(async (answer) => {
      response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' });
      response.end(await answer.text());
    });
  });
  between.listen(0, '127.0.0.1');
  await once(between, 'listening');
  const collection = randomUUID();
  const files = Array.from({ length: IMPORT_MAX_FILES + 1 }, (_, index) =>
    world.file(`many-${String(index)}.txt`, ' '),
  );
  const left = await world.interrupted(
    ['knowledge', 'add', ...files, '--collection', collection, '--create'],
    arrived.promise,
    {
      COLLOQUY_URL: `http://127.0.0.1:${String((between.address() as AddressInfo).port)}`,
      COLLOQUY_TOKEN: world.token,
    },
  );
  expect(left.code).toBe(130);
  expect(left.err).toContain('of 2 imports, 0 had been sent');
  expect(sent).toBe(1);
  between.closeAllConnections();
  between.close();
  expect((await knowledge('delete', '--collection', collection, '--yes')).code).toBe(0);
});

it('is a usage error where nothing can be brought in', async () => {
  const file = world.file('a.md', 'A');
  for (const args of [
    ['add', '--collection', 'x'],
    ['add', '/no/such/file.md', '--collection', 'x'],
    ['add', '/', '--collection', 'x'],
    ['add', file, '--collection', 'no-such-collection'],
    ['delete'],
    ['delete', randomUUID(), '--collection', 'x', '--yes'],
  ]) {
    expect((await knowledge(...args)).code).toBe(2);
  }
});

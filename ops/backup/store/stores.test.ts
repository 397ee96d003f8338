import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, test } from '@jest/globals';
import { type S3Server, startS3Server } from '../../../test/wire/s3Server.ts';
import type { S3Target } from '../settings.ts';
import { type BackupStore, putText, readText } from './backupStore.ts';
import { openFolderStore } from './folderStore.ts';
import { openS3Store } from './s3Store.ts';

const MEBIBYTE = 1024 * 1024;
const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'not-really-a-secret', bucket: 'backups' };

let server: S3Server;
let folder: string;
const target = (changes: Partial<S3Target> = {}): S3Target => ({
  ...credentials,
  ...{ kind: 's3', endpoint: server.endpoint, prefix: 'colloquy/', region: 'eu-central-1' },
  ...changes,
});

beforeAll(async () => {
  server = await startS3Server(credentials);
  folder = mkdtempSync(join(tmpdir(), 'colloquy-store-'));
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

async function* chunks(count: number, size: number, failsAfter = Infinity): AsyncGenerator<Uint8Array> {
  for (let index = 0; index < count; index += 1) {
    if (index >= failsAfter) throw new Error('the dump failed');
    yield await Promise.resolve(new Uint8Array(size).fill(index + 1));
  }
}

async function contentOf(store: BackupStore, key: string): Promise<Buffer | null> {
  const bytes = await store.get(key);
  if (bytes === null) return null;
  const all: Uint8Array[] = [];
  for await (const chunk of bytes) all.push(chunk);
  return Buffer.concat(all);
}

describe.each([
  ['a folder', () => openFolderStore(join(folder, 'not', 'yet'))],
  ['S3', () => openS3Store(target())],
])('%s', (_name, open) => {
  it('keeps objects, lists them by their keys, and forgets them', async () => {
    const store = open();
    expect(await store.list()).toEqual([]);
    expect(await store.get('colloquy-x/none')).toBeNull();
    for (const name of ['a', 'b', 'c', 'd', 'e']) await putText(store, `colloquy-x/${name}`, `of ${name}`);
    expect((await store.list()).sort()).toEqual(
      ['a', 'b', 'c', 'd', 'e'].map((name) => `colloquy-x/${name}`),
    );
    expect(await readText(store, 'colloquy-x/b')).toBe('of b');
    for (const name of ['a', 'b', 'c', 'd', 'e', 'none']) await store.remove(`colloquy-x/${name}`);
    expect(await store.list()).toEqual([]);
  });

  it('keeps what is larger than one part as it was', async () => {
    const store = open();
    await store.put('colloquy-x/large', chunks(9, 5 * MEBIBYTE));
    const content = await contentOf(store, 'colloquy-x/large');
    expect(content?.length).toBe(45 * MEBIBYTE);
    for (let index = 0; index < 9; index += 1) {
      expect(content?.at(index * 5 * MEBIBYTE)).toBe(index + 1);
      expect(content?.at((index + 1) * 5 * MEBIBYTE - 1)).toBe(index + 1);
    }
    await store.remove('colloquy-x/large');
  });

  it('keeps nothing of an object whose bytes end in a failure', async () => {
    const store = open();
    await expect(store.put('colloquy-x/half', chunks(9, 5 * MEBIBYTE, 7))).rejects.toThrow('the dump failed');
    expect(await store.list()).toEqual([]);
    expect(server.uploads.size).toBe(0);
  });
});

test('objects in S3 stand below the prefix, and what stands beside it is not seen', async () => {
  server.objects.set('backups/others/colloquy-x/a', Buffer.from('not ours'));
  const store = openS3Store(target());
  await putText(store, 'colloquy-x/a', 'ours');
  expect([...server.objects.keys()].sort()).toEqual([
    'backups/colloquy/colloquy-x/a',
    'backups/others/colloquy-x/a',
  ]);
  expect(await store.list()).toEqual(['colloquy-x/a']);
  await store.remove('colloquy-x/a');
});

test('a fault that passes is tried again', async () => {
  const store = openS3Store(target());
  server.fail({ status: 503, code: 'SlowDown', times: 2, on: (line) => line.startsWith('PUT') });
  await putText(store, 'colloquy-x/a', 'at last');
  expect(await readText(store, 'colloquy-x/a')).toBe('at last');
  await store.remove('colloquy-x/a');
});

test('what S3 refuses is said in words, without the secret', async () => {
  const cases = [
    [{ secretAccessKey: 'wrong-secret' }, 'SignatureDoesNotMatch (HTTP 403)'],
    [{ accessKeyId: 'AKIDOTHER' }, 'InvalidAccessKeyId (HTTP 403)'],
    [{ bucket: 'elsewhere' }, 'NoSuchBucket (HTTP 404)'],
  ] as const;
  for (const [changes, words] of cases) {
    const failing = putText(openS3Store(target(changes)), 'colloquy-x/a', 'text');
    await expect(failing).rejects.toThrow(words);
    await expect(failing).rejects.not.toThrow('wrong-secret');
  }
  const nobody = openS3Store(target({ endpoint: 'http://127.0.0.1:1' }));
  await expect(nobody.list()).rejects.toThrow("can't be reached");
});

test('a folder that can not be written is said in words', async () => {
  // Root may write anywhere, so the folder is a file.
  const file = join(folder, 'file');
  await putText(openFolderStore(folder), 'file', 'text');
  chmodSync(file, 0o600);
  await expect(putText(openFolderStore(file), 'colloquy-x/a', 'text')).rejects.toThrow(
    "can't be used: it is no folder",
  );
  expect(readdirSync(folder)).toContain('file');
});

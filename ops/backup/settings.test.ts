import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newKeyPair } from './sealing.ts';
import { readBackupSettings } from './settings.ts';

let keys: Awaited<ReturnType<typeof newKeyPair>>;
let folder: string;
beforeAll(async () => {
  keys = await newKeyPair();
  folder = mkdtempSync(join(tmpdir(), 'colloquy-settings-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const bucket = { AWS_ACCESS_KEY_ID: 'id', AWS_SECRET_ACCESS_KEY: 'secret' };

test('a folder is named by a file: address', () => {
  const { target } = readBackupSettings({ BACKUP_TARGET: 'file:///var/backups/colloquy/' }, null);
  expect(target).toEqual({ kind: 'folder', folder: '/var/backups/colloquy' });
});

test.each([
  ['s3://bucket', {}, 'https://s3.us-east-1.amazonaws.com', ''],
  ['s3://bucket/a//b/', { AWS_REGION: 'eu-west-1' }, 'https://s3.eu-west-1.amazonaws.com', 'a/b/'],
  ['s3://bucket/a', { BACKUP_S3_ENDPOINT: 'https://s3.example.com/' }, 'https://s3.example.com', 'a/'],
])('%s with %j is a bucket', (address, variables, endpoint, prefix) => {
  const { target } = readBackupSettings({ BACKUP_TARGET: address, ...bucket, ...variables }, null);
  expect(target).toMatchObject({ kind: 's3', bucket: 'bucket', endpoint, prefix });
});

test('keys are read from variables and from a file as age writes it', () => {
  const file = join(folder, 'key.txt');
  writeFileSync(file, `# public key: ${keys.recipient}\n${keys.identity}\n`);
  const read = readBackupSettings(
    {
      BACKUP_TARGET: 'file:///b',
      BACKUP_RECIPIENTS: `${keys.recipient}, ${keys.recipient}`,
      BACKUP_IDENTITY_FILE: file,
    },
    'identities',
  );
  expect(read).toMatchObject({ recipients: [keys.recipient, keys.recipient], identities: [keys.identity] });
});

test('space around a value does not count', () => {
  const given = { BACKUP_TARGET: 's3://bucket\n', AWS_REGION: ' eu-west-1 ', BACKUP_S3_ENDPOINT: ' ' };
  const keyPair = { AWS_ACCESS_KEY_ID: 'id\n', AWS_SECRET_ACCESS_KEY: 'secret\n' };
  expect(readBackupSettings({ ...given, ...keyPair }, null).target).toMatchObject({
    ...{ bucket: 'bucket', region: 'eu-west-1', endpoint: 'https://s3.eu-west-1.amazonaws.com' },
    ...{ accessKeyId: 'id', secretAccessKey: 'secret' },
  });
});

test('every fault is named at once, with what to do, and no secret is said', () => {
  const attempt = () =>
    readBackupSettings(
      { BACKUP_TARGET: 'ftp://host', BACKUP_RECIPIENTS: keys.identity, BACKUP_IDENTITY: `${keys.identity}x` },
      'recipients',
    );
  expect(attempt).toThrow(
    /BACKUP_TARGET: must be file[^]*BACKUP_RECIPIENTS: must be public keys[^]*BACKUP_IDENTITY/,
  );
  expect(attempt).not.toThrow(keys.identity);
  const cut = keys.recipient.slice(0, -1);
  const lacking: [Record<string, string>, 'recipients' | 'identities', string][] = [
    [{}, 'recipients', 'BACKUP_TARGET: must be set'],
    [{ BACKUP_TARGET: 'file:///b' }, 'recipients', 'npm run backup:keys'],
    [{ BACKUP_TARGET: 'file:///b' }, 'identities', 'BACKUP_IDENTITY_FILE: must name'],
    [
      { BACKUP_TARGET: 'file:///b', BACKUP_IDENTITY_FILE: '/nowhere/key' },
      'identities',
      "/nowhere/key can't be read",
    ],
    [{ BACKUP_TARGET: 'file://b' }, 'recipients', 'three slashes'],
    [{ BACKUP_TARGET: 's3://bucket/50%', ...bucket }, 'recipients', 'write it as %25'],
    [{ BACKUP_TARGET: 'file:///var%2Fbackups' }, 'recipients', 'write it as %25'],
    [{ BACKUP_TARGET: 'file:///backups/#1' }, 'recipients', '%3F and %23'],
    [{ BACKUP_TARGET: 's3://bucket:9000/a', ...bucket }, 'recipients', 'BACKUP_TARGET: must be'],
    [{ BACKUP_TARGET: '"s3://bucket"', ...bucket }, 'recipients', 'BACKUP_TARGET: must be'],
    [{ BACKUP_TARGET: 's3://b', ...bucket, AWS_REGION: 'eu central' }, 'recipients', 'AWS_REGION: must be'],
    [
      { BACKUP_TARGET: 'file:///b', BACKUP_RECIPIENTS: cut },
      'recipients',
      'BACKUP_RECIPIENTS: must be public keys',
    ],
    [{ BACKUP_TARGET: 'file:///b', BACKUP_RECIPIENTS: 'ssh-ed25519 AAAA' }, 'recipients', 'another kind'],
    [
      { BACKUP_TARGET: 'file:///b', BACKUP_IDENTITY: keys.identity.slice(0, -1) },
      'identities',
      'BACKUP_IDENTITY_FILE: must hold secret keys',
    ],
    [
      {
        BACKUP_TARGET: 'file:///b',
        BACKUP_IDENTITY: keys.identity.replace(/.$/, (last) => (last === 'Q' ? 'P' : 'Q')),
      },
      'identities',
      'mistyped',
    ],
    [{ BACKUP_TARGET: 's3://bucket' }, 'recipients', 'AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY: must be set'],
    [{ BACKUP_TARGET: 's3://b', ...bucket, AWS_SESSION_TOKEN: 't' }, 'recipients', 'AWS_SESSION_TOKEN'],
    [
      { BACKUP_TARGET: 's3://b', ...bucket, BACKUP_S3_ENDPOINT: 'https://u:p@h' },
      'recipients',
      'BACKUP_S3_ENDPOINT',
    ],
  ];
  for (const [variables, need, words] of lacking) {
    expect(() => readBackupSettings(variables, need)).toThrow(words);
  }
});

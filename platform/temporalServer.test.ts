import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Certificate, createAuthority } from '../test/support/certificates.ts';
import { InvalidEnvironmentError, readEnvironment } from './environment.ts';
import { temporalServer } from './temporalServer.ts';

const TEMPORAL_ADDRESS = 'eu.api.temporal.io:7233';

let folder: string;
let authority: string;
let client: Certificate;
let other: Certificate;

const file = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'colloquy-tls-'));
  const made = await createAuthority('Of a test');
  authority = made.certificate;
  client = await made.sign('client');
  other = await made.sign('other');
  writeFileSync(file('ca.pem'), authority);
  writeFileSync(file('client.pem'), client.certificate);
  writeFileSync(file('client.key'), client.key);
});
afterAll(() => rmSync(folder, { recursive: true }));

function read(variables: Record<string, string>) {
  return temporalServer(
    readEnvironment({ DATABASE_URL: 'postgresql://db/colloquy', TEMPORAL_ADDRESS, ...variables }),
  );
}

function refusalOf(variables: Record<string, string>): string {
  try {
    read(variables);
  } catch (error) {
    if (error instanceof InvalidEnvironmentError) return error.message;
    throw error;
  }
  return 'It was taken';
}

describe('how the Temporal server is reached', () => {
  it('is without TLS unless something asks for it', () => {
    expect(read({})).toEqual({ address: TEMPORAL_ADDRESS });
    expect(read({ TEMPORAL_TLS: 'false' })).toEqual({ address: TEMPORAL_ADDRESS });
    expect(read({ TEMPORAL_TLS: 'true' })).toEqual({ address: TEMPORAL_ADDRESS, tls: {} });
    expect(read({ TEMPORAL_API_KEY: 'key' })).toEqual({ address: TEMPORAL_ADDRESS, tls: {}, apiKey: 'key' });
    expect(read({ TEMPORAL_TLS_SERVER_NAME: 'temporal.test' })).toEqual({
      address: TEMPORAL_ADDRESS,
      tls: { serverNameOverride: 'temporal.test' },
    });
  });

  it('takes certificates and keys from files, and from variables with their line breaks written as \\n', () => {
    const expected = {
      address: TEMPORAL_ADDRESS,
      tls: {
        serverRootCACertificate: Buffer.from(authority),
        clientCertPair: { crt: Buffer.from(client.certificate), key: Buffer.from(client.key) },
      },
    };
    expect(
      read({
        TEMPORAL_TLS_SERVER_CA_CERT_PATH: file('ca.pem'),
        TEMPORAL_TLS_CLIENT_CERT_PATH: file('client.pem'),
        TEMPORAL_TLS_CLIENT_KEY_PATH: file('client.key'),
      }),
    ).toEqual(expected);
    expect(
      read({
        TEMPORAL_TLS_SERVER_CA_CERT_DATA: authority,
        TEMPORAL_TLS_CLIENT_CERT_DATA: client.certificate,
        TEMPORAL_TLS_CLIENT_KEY_DATA: client.key.replaceAll('\n', '\\n'),
      }),
    ).toEqual(expected);
  });

  it.each<[string, () => Record<string, string>, string]>([
    [
      'a certificate without its key',
      () => ({ TEMPORAL_TLS_CLIENT_CERT_DATA: client.certificate }),
      'TEMPORAL_TLS_CLIENT_KEY_PATH: must be set (or its _DATA) together with the client’s certificate',
    ],
    [
      'a key without its certificate',
      () => ({ TEMPORAL_TLS_CLIENT_KEY_PATH: file('client.key') }),
      'TEMPORAL_TLS_CLIENT_CERT_PATH: must be set',
    ],
    [
      'one thing twice',
      () => ({
        TEMPORAL_TLS_SERVER_CA_CERT_DATA: authority,
        TEMPORAL_TLS_SERVER_CA_CERT_PATH: file('ca.pem'),
      }),
      'TEMPORAL_TLS_SERVER_CA_CERT_PATH: can’t be set together with TEMPORAL_TLS_SERVER_CA_CERT_DATA',
    ],
    [
      'a key that would be sent in the clear',
      () => ({ TEMPORAL_TLS: 'false', TEMPORAL_API_KEY: 'hunter2' }),
      'TEMPORAL_TLS: can’t be false together with TEMPORAL_API_KEY',
    ],
    [
      'an API key that no header can carry',
      () => ({ TEMPORAL_API_KEY: 'hunter2\n' }),
      'TEMPORAL_API_KEY: must be printable ASCII without spaces',
    ],
    [
      'a file that is missing',
      () => ({ TEMPORAL_TLS_SERVER_CA_CERT_PATH: file('none.pem') }),
      'TEMPORAL_TLS_SERVER_CA_CERT_PATH: the file can’t be read (ENOENT)',
    ],
    [
      'a path where PEM belongs',
      () => ({ TEMPORAL_TLS_SERVER_CA_CERT_DATA: file('ca.pem') }),
      'TEMPORAL_TLS_SERVER_CA_CERT_DATA: must be a certificate in PEM form',
    ],
    [
      'a certificate where the key belongs',
      () => ({
        TEMPORAL_TLS_CLIENT_CERT_DATA: client.certificate,
        TEMPORAL_TLS_CLIENT_KEY_DATA: client.certificate,
      }),
      'TEMPORAL_TLS_CLIENT_KEY_DATA: must be a private key without a passphrase in PEM form',
    ],
    [
      'the key of another certificate',
      () => ({
        TEMPORAL_TLS_CLIENT_CERT_PATH: file('client.pem'),
        TEMPORAL_TLS_CLIENT_KEY_DATA: other.key,
      }),
      'TEMPORAL_TLS_CLIENT_KEY_DATA: is not the key of the certificate',
    ],
  ])('refuses %s, and shows no content of it', (_what, variables, words) => {
    const refusal = refusalOf(variables()).replaceAll("'", '’');
    expect(refusal).toContain(`The environment is invalid:\n  ${words}`);
    expect(refusal).not.toMatch(/hunter2|BEGIN [A-Z]/);
  });

  it('refuses everything that is wrong with certificates at once', () => {
    const lines = refusalOf({
      TEMPORAL_TLS_SERVER_CA_CERT_PATH: file('none.pem'),
      TEMPORAL_TLS_CLIENT_CERT_DATA: 'no PEM',
      TEMPORAL_TLS_CLIENT_KEY_DATA: 'no PEM',
    }).split('\n');
    expect(lines).toHaveLength(4);
  });
});

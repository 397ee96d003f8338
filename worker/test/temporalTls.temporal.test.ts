import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { NativeConnection } from '@temporalio/worker';
import { connectTemporal } from '../../platform/temporal.ts';
import { temporalServer } from '../../platform/temporalServer.ts';
import { type Authority, type Certificate, createAuthority } from '../../test/support/certificates.ts';
import { testTemporal } from '../../test/support/testTemporal.ts';
import { startTlsTemporal, type TlsTemporal } from '../../test/support/tlsTemporal.ts';

let authority: Authority;
let client: Certificate;
let folder: string;
let withoutClients: TlsTemporal;
let mutual: TlsTemporal;

beforeAll(async () => {
  authority = await createAuthority('Of a test');
  client = await authority.sign('colloquy');
  folder = mkdtempSync(join(tmpdir(), 'colloquy-tls-'));
  writeFileSync(join(folder, 'client.pem'), client.certificate);
  writeFileSync(join(folder, 'client.key'), client.key);
  const server = await authority.sign('localhost');
  const behind = testTemporal().TEMPORAL_ADDRESS;
  withoutClients = await startTlsTemporal({ behind, server });
  mutual = await startTlsTemporal({ behind, server, clientAuthority: authority.certificate });
});
afterAll(async () => {
  await withoutClients.close();
  await mutual.close();
  rmSync(folder, { recursive: true });
});

const settings = (server: TlsTemporal, variables: Record<string, string> = {}) => ({
  TEMPORAL_ADDRESS: server.address,
  TEMPORAL_NAMESPACE: 'default',
  TEMPORAL_TLS_SERVER_CA_CERT_DATA: authority.certificate,
  ...variables,
});

const clientFiles = () => ({
  TEMPORAL_TLS_CLIENT_CERT_PATH: join(folder, 'client.pem'),
  TEMPORAL_TLS_CLIENT_KEY_PATH: join(folder, 'client.key'),
});

/** Reaches the server as web, worker and operator's commands do, and as the worker's core does. */
async function reach(given: Parameters<typeof temporalServer>[0]): Promise<void> {
  const connected = await connectTemporal(given);
  await connected.workflowService.describeNamespace({ namespace: given.TEMPORAL_NAMESPACE });
  await connected.connection.close();
  const native = await NativeConnection.connect(temporalServer(given));
  await native.workflowService.describeNamespace({ namespace: given.TEMPORAL_NAMESPACE });
  await native.close();
}

it('reaches a server over TLS by the authority that is named, with no key in any call', async () => {
  await reach(settings(withoutClients));
  expect(new Set(withoutClients.authorizations())).toEqual(new Set([null]));
});

it('sends the API key with every call', async () => {
  const before = withoutClients.authorizations().length;
  await reach(settings(withoutClients, { TEMPORAL_API_KEY: 'key-of-a-test' }));
  const since = withoutClients.authorizations().slice(before);
  expect(since.length).toBeGreaterThanOrEqual(4);
  expect(new Set(since)).toEqual(new Set(['Bearer key-of-a-test']));
});

it('shows its certificate to a server that asks for one (mTLS)', async () => {
  await reach(settings(mutual, clientFiles()));
  expect(mutual.authorizations().length).toBeGreaterThan(0);
});

it('does not reach a server by a wrong authority, certificate or name, or without TLS', async () => {
  const anyAuthority = { TEMPORAL_TLS_SERVER_CA_CERT_DATA: undefined, TEMPORAL_TLS: true };
  const wrong = [
    { ...settings(withoutClients), ...anyAuthority },
    settings(mutual),
    settings(withoutClients, { TEMPORAL_TLS_SERVER_NAME: 'elsewhere.test' }),
    { TEMPORAL_ADDRESS: withoutClients.address, TEMPORAL_NAMESPACE: 'default' },
  ];
  await Promise.all(
    wrong.map(async (given) => {
      await expect(connectTemporal(given)).rejects.toMatchObject({ name: 'TemporalAwayError' });
      await expect(NativeConnection.connect(temporalServer(given))).rejects.toThrow();
    }),
  );
});

import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { createServer as createTlsServer, type TlsOptions } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Authority, createAuthority } from '../test/support/certificates.ts';
import { silenceOf, whyTemporalIsAway } from './whyTemporalIsAway.ts';

let authority: Authority;
let other: Authority;
const servers: Server[] = [];

async function listen(server: Server): Promise<string> {
  servers.push(server.listen(0, '127.0.0.1'));
  await once(server, 'listening');
  return `localhost:${String((server.address() as AddressInfo).port)}`;
}

async function tlsServer(options: TlsOptions & { hasExpired?: boolean } = {}): Promise<string> {
  const { hasExpired = false, ...more } = options;
  const { certificate: cert, key } = await authority.sign('localhost', { hasExpired });
  const server = createTlsServer({ cert, key, ALPNProtocols: ['h2'], ...more }, (socket) => {
    socket.on('error', () => undefined);
  });
  return listen(server.on('tlsClientError', () => undefined));
}

beforeAll(async () => {
  [authority, other] = await Promise.all([createAuthority('Of a test'), createAuthority('Another')]);
});
afterAll(() => {
  for (const server of servers) server.close();
});

const trusting = (trusted: Authority, more: object = {}) => ({
  serverRootCACertificate: Buffer.from(trusted.certificate),
  ...more,
});

describe('why a Temporal server is away', () => {
  it('is a socket\u2019s code where nobody is there', async () => {
    expect(await whyTemporalIsAway({ address: '127.0.0.1:1' })).toBe('ECONNREFUSED');
    expect(await whyTemporalIsAway({ address: '[::1]:1', tls: {} })).toMatch(/^E[A-Z]+$/);
  });

  it('is the certificate, by what is wrong with it', async () => {
    const address = await tlsServer();
    expect(await whyTemporalIsAway({ address, tls: trusting(other) })).toMatch(
      /certificate.*; TEMPORAL_TLS_SERVER_CA_CERT_PATH names the authority/,
    );
    expect(
      await whyTemporalIsAway({
        address,
        tls: trusting(authority, { serverNameOverride: 'elsewhere.test' }),
      }),
    ).toMatch(/elsewhere\.test.*; TEMPORAL_TLS_SERVER_NAME says/);
    const expired = await tlsServer({ hasExpired: true });
    expect(await whyTemporalIsAway({ address: expired, tls: trusting(authority) })).toMatch(/expired/);
  });

  it('is a client\u2019s certificate that the server wants', async () => {
    const address = await tlsServer({
      requestCert: true,
      rejectUnauthorized: true,
      ca: authority.certificate,
    });
    expect(await whyTemporalIsAway({ address, tls: trusting(authority) })).toContain(
      'TEMPORAL_TLS_CLIENT_CERT_PATH',
    );
  });

  it('is TLS on one side alone', async () => {
    const plain = await listen(
      createServer((socket) => socket.on('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))),
    );
    expect(await whyTemporalIsAway({ address: plain, tls: {} })).toContain('it takes no TLS');
    expect(await whyTemporalIsAway({ address: await tlsServer() })).toBeNull();
    expect(silenceOf({ address: plain })).toContain('does it take TLS alone (TEMPORAL_TLS)?');
  });
});

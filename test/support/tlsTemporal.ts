import { once } from 'node:events';
import { connect, createSecureServer, type Http2Session, type IncomingHttpHeaders } from 'node:http2';
import type { AddressInfo } from 'node:net';
import type { Certificate } from './certificates.ts';

/** Stands in for Temporal Cloud: takes TLS alone, and passes each call on to a server without it. */
export interface TlsTemporal {
  /** "localhost:port". */
  address: string;
  /** The `authorization` of each call so far; null for one without. */
  authorizations: () => (string | null)[];
  close: () => Promise<void>;
}

export async function startTlsTemporal(options: {
  /** The server behind it. */
  behind: string;
  server: Certificate;
  /** The authority whose clients are let in (mTLS); none: every client is. */
  clientAuthority?: string;
}): Promise<TlsTemporal> {
  const { behind, server: own, clientAuthority } = options;
  const authorizations: (string | null)[] = [];
  const sessions = new Set<Http2Session>();
  const inner = connect(`http://${behind}`);
  inner.on('error', () => undefined);
  const server = createSecureServer({
    cert: own.certificate,
    key: own.key,
    ...(clientAuthority !== undefined && {
      ca: clientAuthority,
      requestCert: true,
      rejectUnauthorized: true,
    }),
  });
  server.on('session', (session) => {
    sessions.add(session);
    session.on('error', () => undefined);
    session.once('close', () => sessions.delete(session));
  });
  server.on('stream', (stream, headers) => {
    authorizations.push(headers.authorization ?? null);
    const call = inner.request(passedOn(headers));
    stream.on('error', () => call.close());
    stream.once('close', () => call.close());
    call.on('error', () => stream.close());
    call.once('response', (answer, _flags) => {
      if (stream.destroyed) return;
      let trailers: IncomingHttpHeaders = {};
      call.once('trailers', (given: IncomingHttpHeaders) => (trailers = given));
      stream.respond(passedOn(answer), { waitForTrailers: true });
      stream.once('wantTrailers', () => stream.sendTrailers(passedOn(trailers)));
      call.pipe(stream);
    });
    stream.pipe(call);
  });
  server.listen(0, 'localhost');
  await once(server, 'listening');
  return {
    address: `localhost:${String((server.address() as AddressInfo).port)}`,
    authorizations: () => authorizations,
    close: async () => {
      for (const session of sessions) session.destroy();
      inner.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Without what belongs to one connection. */
function passedOn(headers: IncomingHttpHeaders): Record<string, string | string[]> {
  const kept = Object.entries(headers).filter(
    ([name, value]) => value !== undefined && name !== ':authority' && name !== ':scheme',
  );
  return Object.fromEntries(kept) as Record<string, string | string[]>;
}

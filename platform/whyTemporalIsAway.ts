import { connect, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { types } from 'node:util';
import type { TemporalServer } from './temporalServer.ts';

/** The port of a Temporal server whose address names none. */
const USUAL_PORT = 7233;
const TIMEOUT_MS = 3_000;
/** A server that wants a client's certificate says so only after it has shown its own. */
const REFUSES_WITHIN_MS = 500;

/**
 * Finds out in a few seconds why a server, to which no connection was made, is not reached: Temporal's client says of a wrong name,
 * an expired certificate and a server that is away alike that its time was over. Null: it takes connections, so it may be busy.
 */
export function whyTemporalIsAway({ address, tls }: TemporalServer): Promise<string | null> {
  const [, bracketed, plain = '', port = String(USUAL_PORT)] =
    /^(?:\[(.*)\]|([^:]*))(?::(\d+))?$/.exec(address) ?? [];
  const place = { host: bracketed ?? plain, port: Number(port) };
  const servername = tls?.serverNameOverride ?? (isIP(place.host) === 0 ? place.host : undefined);
  return new Promise((resolve) => {
    const socket: Socket =
      tls === undefined
        ? connect(place)
        : connectTls({
            ...place,
            ...(servername !== undefined && { servername }),
            ...(tls.serverRootCACertificate && { ca: tls.serverRootCACertificate }),
            ...(tls.clientCertPair && { cert: tls.clientCertPair.crt, key: tls.clientCertPair.key }),
            ALPNProtocols: ['h2'],
          });
    const end = (reason: string | null) => {
      socket.destroy();
      resolve(reason);
    };
    socket.setTimeout(TIMEOUT_MS, () => end('it does not answer'));
    socket.once('error', (error) => end(inWords(error)));
    socket.once(tls === undefined ? 'connect' : 'secureConnect', () => {
      setTimeout(() => end(null), REFUSES_WITHIN_MS);
    });
  });
}

/** What to say of a server that takes connections and does not answer as Temporal does. */
export function silenceOf({ tls }: TemporalServer): string {
  const question = tls === undefined ? 'does it take TLS alone (TEMPORAL_TLS)?' : 'is it a Temporal server?';
  return `it takes connections, but does not answer as Temporal does; is it overloaded, or ${question}`;
}

/** What an operator can look at, by the error's code. */
const ADVICE: readonly (readonly [RegExp, string])[] = [
  [/^ERR_TLS_CERT_ALTNAME_INVALID$/, 'TEMPORAL_TLS_SERVER_NAME says which name it should have'],
  [
    /^(UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_)/,
    'TEMPORAL_TLS_SERVER_CA_CERT_PATH names the authority that has signed it',
  ],
  [
    /^(ERR_SSL_WRONG_VERSION_NUMBER|ERR_SSL_PACKET_LENGTH_TOO_LONG)$/,
    'it takes no TLS: is TEMPORAL_TLS meant?',
  ],
  [
    /ALERT|HANDSHAKE_FAILURE/,
    'does it want another certificate of the client (TEMPORAL_TLS_CLIENT_CERT_PATH)?',
  ],
];

/** A socket's code, or OpenSSL's words with what to look at. */
function inWords(error: Error): string {
  const code = 'code' in error ? String(error.code) : '';
  // Of several addresses tried in vain, the last one's.
  const tried: readonly unknown[] = 'errors' in error && Array.isArray(error.errors) ? error.errors : [];
  const last = tried.at(-1);
  if (types.isNativeError(last)) return inWords(last);
  if (/^E[A-Z]+$/.test(code) && code !== 'EPROTO') return code;
  const words = 'reason' in error && typeof error.reason === 'string' ? error.reason : error.message;
  const [, advice] = ADVICE.find(([codes]) => codes.test(code)) ?? [];
  // Node's own advice is for programs that one starts oneself.
  return [
    words.split('\n')[0]?.replace(/; if the root CA is installed locally.*$/, '') ?? '',
    ...(advice === undefined ? [] : [advice]),
  ].join('; ');
}

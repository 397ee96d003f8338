import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { InvalidEnvironmentError } from './environment.ts';
import { type TemporalVariables, usesTls } from './temporalVariables.ts';

export type TemporalSettings = Pick<TemporalVariables, 'TEMPORAL_ADDRESS' | 'TEMPORAL_NAMESPACE'> &
  Partial<TemporalVariables>;

/** How to connect to the server, for the SDK's `Connection` and `NativeConnection` alike. */
export interface TemporalServer {
  address: string;
  tls?: {
    serverNameOverride?: string;
    serverRootCACertificate?: Buffer;
    clientCertPair?: { crt: Buffer; key: Buffer };
  };
  apiKey?: string;
}

/**
 * Reads what the settings name. Throws an InvalidEnvironmentError that names each variable whose certificate or key can't
 * be used, and no content of any.
 */
export function temporalServer(settings: TemporalSettings): TemporalServer {
  const address = settings.TEMPORAL_ADDRESS;
  if (!usesTls(settings)) return { address };
  const faults: string[] = [];
  const pem = (part: Part) => readPem(settings, part, (fault) => faults.push(fault));
  const authority = pem('SERVER_CA_CERT');
  const certificate = pem('CLIENT_CERT');
  const key = pem('CLIENT_KEY');
  if (certificate !== null && key !== null && !belongTogether(certificate, key))
    faults.push(`  ${nameOf(settings, 'CLIENT_KEY')}: is not the key of the certificate`);
  if (faults.length > 0)
    throw new InvalidEnvironmentError(`The environment is invalid:\n${faults.join('\n')}`);
  const { TEMPORAL_TLS_SERVER_NAME: serverName, TEMPORAL_API_KEY: apiKey } = settings;
  return {
    address,
    tls: {
      ...(serverName !== undefined && { serverNameOverride: serverName }),
      ...(authority !== null && { serverRootCACertificate: authority }),
      ...(certificate !== null && key !== null && { clientCertPair: { crt: certificate, key } }),
    },
    ...(apiKey !== undefined && { apiKey }),
  };
}

type Part = 'SERVER_CA_CERT' | 'CLIENT_CERT' | 'CLIENT_KEY';

function nameOf(settings: TemporalSettings, part: Part) {
  const data = `TEMPORAL_TLS_${part}_DATA` as const;
  return settings[data] === undefined ? (`TEMPORAL_TLS_${part}_PATH` as const) : data;
}

/** The certificate or key that is set, or null. */
function readPem(settings: TemporalSettings, part: Part, refuse: (fault: string) => void): Buffer | null {
  const name = nameOf(settings, part);
  const value = settings[name];
  if (value === undefined) return null;
  let text: string;
  try {
    // Some hosts keep line breaks of a variable as "\n".
    text = name.endsWith('_DATA') ? value.replaceAll('\\n', '\n') : readFileSync(value, 'utf8');
  } catch (error) {
    refuse(`  ${name}: the file can't be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`);
    return null;
  }
  try {
    if (part === 'CLIENT_KEY') createPrivateKey(text);
    else new X509Certificate(text);
    return Buffer.from(text);
  } catch {
    const kind = part === 'CLIENT_KEY' ? 'a private key without a passphrase' : 'a certificate';
    refuse(`  ${name}: must be ${kind} in PEM form, beginning with -----BEGIN`);
    return null;
  }
}

function belongTogether(certificate: Buffer, key: Buffer): boolean {
  const privateKey: KeyObject = createPrivateKey(key);
  return new X509Certificate(certificate).checkPrivateKey(privateKey);
}

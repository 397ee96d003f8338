import { z } from 'zod';
import { flag, key, optional, text, withDefault } from './variables.ts';

const address = z
  .string()
  .trim()
  .regex(
    /^(\[[\da-f:.]+\]|[^\s:/?#@"'\\]+)(:\d{1,5})?$/i,
    'must be the host and port of the Temporal server, such as temporal.example.com:7233, without a scheme or a path',
  );

/** How the Temporal server is reached. The names are those of Temporal's own tools, which read the same variables. */
export const temporalVariables = {
  TEMPORAL_ADDRESS: withDefault(address, '127.0.0.1:7233'),
  TEMPORAL_NAMESPACE: withDefault(text, 'default'),
  /** Not set: TLS is used if any of the variables below is set. */
  TEMPORAL_TLS: optional(flag),
  /** The authority that has signed the server's certificate, as PEM or the file with it; not set: those that Node trusts. */
  TEMPORAL_TLS_SERVER_CA_CERT_DATA: optional(z.string()),
  TEMPORAL_TLS_SERVER_CA_CERT_PATH: optional(text),
  /** The client's certificate and key (mTLS), each as PEM or the file with it. */
  TEMPORAL_TLS_CLIENT_CERT_DATA: optional(z.string()),
  TEMPORAL_TLS_CLIENT_CERT_PATH: optional(text),
  TEMPORAL_TLS_CLIENT_KEY_DATA: optional(z.string()),
  TEMPORAL_TLS_CLIENT_KEY_PATH: optional(text),
  /** The name in the server's certificate, where it isn't the host of TEMPORAL_ADDRESS. */
  TEMPORAL_TLS_SERVER_NAME: optional(text),
  TEMPORAL_API_KEY: optional(key),
};

export type TemporalVariables = z.infer<z.ZodObject<typeof temporalVariables>>;

/** Names of variables that have no effect, or would do harm, without TLS. */
const NEED_TLS = [
  'TEMPORAL_TLS_SERVER_CA_CERT_DATA',
  'TEMPORAL_TLS_SERVER_CA_CERT_PATH',
  'TEMPORAL_TLS_CLIENT_CERT_DATA',
  'TEMPORAL_TLS_CLIENT_CERT_PATH',
  'TEMPORAL_TLS_CLIENT_KEY_DATA',
  'TEMPORAL_TLS_CLIENT_KEY_PATH',
  'TEMPORAL_TLS_SERVER_NAME',
  'TEMPORAL_API_KEY',
] as const satisfies readonly (keyof TemporalVariables)[];

/** Whether the server is reached over TLS. */
export function usesTls(variables: Partial<TemporalVariables>): boolean {
  return variables.TEMPORAL_TLS ?? NEED_TLS.some((name) => variables[name] !== undefined);
}

/** What is wrong with the variables together: the name of one, and what it must be. */
export function temporalFaults(variables: Partial<TemporalVariables>): { name: string; message: string }[] {
  const faults: { name: string; message: string }[] = [];
  for (const part of ['SERVER_CA_CERT', 'CLIENT_CERT', 'CLIENT_KEY'] as const) {
    const [data, path] = [`TEMPORAL_TLS_${part}_DATA`, `TEMPORAL_TLS_${part}_PATH`] as const;
    if (variables[data] !== undefined && variables[path] !== undefined)
      faults.push({ name: path, message: `can't be set together with ${data}` });
  }
  const has = (part: 'CERT' | 'KEY') =>
    variables[`TEMPORAL_TLS_CLIENT_${part}_DATA`] !== undefined ||
    variables[`TEMPORAL_TLS_CLIENT_${part}_PATH`] !== undefined;
  if (has('CERT') !== has('KEY')) {
    const [missing, given] = has('CERT') ? ['KEY', 'CERT'] : ['CERT', 'KEY'];
    faults.push({
      name: `TEMPORAL_TLS_CLIENT_${missing}_PATH`,
      message: `must be set (or its _DATA) together with the client's ${given === 'CERT' ? 'certificate' : 'key'}`,
    });
  }
  const inTheClear = NEED_TLS.filter((name) => variables[name] !== undefined);
  if (variables.TEMPORAL_TLS === false && inTheClear.length > 0)
    faults.push({ name: 'TEMPORAL_TLS', message: `can't be false together with ${inTheClear.join(', ')}` });
  return faults;
}

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { optional } from '../../platform/variables.ts';
import { BackupError } from './backupError.ts';
import { isIdentity, isRecipient } from './sealing.ts';

export interface S3Target {
  kind: 's3';
  endpoint: string;
  bucket: string;
  /** Before each key; empty, or with a `/` at its end. */
  prefix: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
}

/** What the environment says of backups. */
export interface BackupSettings {
  target: { kind: 'folder'; folder: string } | S3Target;
  /** Public keys that backups are encrypted for. */
  recipients: string[];
  /** Secret keys that decrypt them. */
  identities: string[];
}

/** Space around a value doesn't count; a value of nothing else is none. */
const notEmpty = optional(z.string().trim());
const words = (text: string) => text.split(/[\s,]+/).filter((word) => word !== '');

const variablesSchema = z.object({
  BACKUP_TARGET: notEmpty,
  BACKUP_RECIPIENTS: notEmpty,
  BACKUP_IDENTITY: notEmpty,
  BACKUP_IDENTITY_FILE: notEmpty,
  BACKUP_S3_ENDPOINT: notEmpty,
  AWS_ACCESS_KEY_ID: notEmpty,
  AWS_SECRET_ACCESS_KEY: notEmpty,
  AWS_SESSION_TOKEN: notEmpty,
  AWS_REGION: notEmpty,
});
type Variables = z.infer<typeof variablesSchema>;

/** What is needed: the public keys to make a backup, the secret ones to read it. */
export type Need = 'recipients' | 'identities';

/** Reads the settings; throws one BackupError that lists all that is wrong, and no secret. */
export function readBackupSettings(
  environment: Record<string, string | undefined>,
  need: Need | null,
): BackupSettings {
  const variables = variablesSchema.parse(environment);
  const faults: string[] = [];
  const target = readTarget(variables, faults);
  const recipients = words(variables.BACKUP_RECIPIENTS ?? '');
  // Not the word itself: somebody may have set the secret key here.
  if (!recipients.every(isRecipient)) {
    faults.push(
      'BACKUP_RECIPIENTS: must be public keys of age (age1…), separated by commas, each as it was printed: one is cut off, mistyped or of ' +
        'another kind',
    );
  }
  const identities = readIdentities(variables, faults);
  if (need === 'recipients' && recipients.length === 0) {
    faults.push('BACKUP_RECIPIENTS: must be set; `npm run backup:keys` makes a pair of keys');
  }
  if (need === 'identities' && identities.length === 0) {
    faults.push(
      'BACKUP_IDENTITY_FILE: must name the file of the secret key (or set BACKUP_IDENTITY to the key)',
    );
  }
  if (faults.length > 0 || target === null) {
    throw new BackupError(
      `The settings of backups are not usable:\n${faults.map((each) => `  ${each}`).join('\n')}`,
    );
  }
  return { target, recipients, identities };
}

function readTarget(variables: Variables, faults: string[]): BackupSettings['target'] | null {
  const fault = (text: string) => {
    faults.push(text);
    return null;
  };
  const text = variables.BACKUP_TARGET;
  if (text === undefined) {
    return fault('BACKUP_TARGET: must be set, to file:///a/folder or s3://bucket/prefix');
  }
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url !== null && (/%2f|%5c/i.test(url.pathname) || !isDecodable(url.pathname)))
    return fault('BACKUP_TARGET: has a % that stands for no letter of a name: write it as %25');
  if (url !== null && (url.search !== '' || url.hash !== ''))
    return fault('BACKUP_TARGET: must have no ? and no #: write them as %3F and %23');
  if (url?.protocol === 'file:') {
    if (url.host !== '')
      return fault('BACKUP_TARGET: file: has three slashes before the folder, as file:///var/backups');
    return { kind: 'folder', folder: fileURLToPath(url).replace(/(?<=.)\/$/, '') };
  }
  if (url?.protocol !== 's3:' || url.hostname === '' || url.host !== url.hostname || url.username !== '') {
    return fault('BACKUP_TARGET: must be file:///a/folder or s3://bucket/prefix');
  }
  const region = variables.AWS_REGION ?? 'us-east-1';
  if (!/^[\w-]+$/.test(region)) return fault('AWS_REGION: must be the name of a region, as eu-central-1');
  const endpoint = variables.BACKUP_S3_ENDPOINT ?? `https://s3.${region}.amazonaws.com`;
  if (!/^https?:\/\/[^/?#@\s]+\/?$/.test(endpoint) || !URL.canParse(endpoint)) {
    return fault(
      'BACKUP_S3_ENDPOINT: must be an http(s):// address without a path, as https://s3.example.com',
    );
  }
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = variables;
  if (variables.AWS_SESSION_TOKEN !== undefined) {
    faults.push(
      'AWS_SESSION_TOKEN: temporary credentials are not supported; give backups a key of their own',
    );
  }
  if (accessKeyId === undefined || secretAccessKey === undefined) {
    return fault('AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY: must be set for a target in S3');
  }
  const folder = decodeURIComponent(url.pathname)
    .split('/')
    .filter((name) => name !== '')
    .join('/');
  return {
    kind: 's3',
    endpoint: endpoint.replace(/\/$/, ''),
    bucket: url.host,
    prefix: folder === '' ? '' : `${folder}/`,
    region,
    accessKeyId,
    secretAccessKey,
  };
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

/** The secret keys of the variable or the file; lines of the file that begin with # are not read, as in age's own files. */
function readIdentities(variables: Variables, faults: string[]): string[] {
  const { BACKUP_IDENTITY: inline, BACKUP_IDENTITY_FILE: file } = variables;
  let text = inline ?? '';
  if (file !== undefined) {
    try {
      text += `\n${readFileSync(file, 'utf8')}`;
    } catch {
      faults.push(`BACKUP_IDENTITY_FILE: ${file} can't be read`);
    }
  }
  const identities = words(
    text
      .split('\n')
      .filter((line) => !line.trimStart().startsWith('#'))
      .join('\n'),
  );
  if (!identities.every(isIdentity)) {
    faults.push(
      'BACKUP_IDENTITY, BACKUP_IDENTITY_FILE: must hold secret keys of age (AGE-SECRET-KEY-1…), each as it was written: one is cut off, ' +
        'mistyped or of another kind',
    );
  }
  return identities;
}

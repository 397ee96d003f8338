import { createHmac } from 'node:crypto';

export interface SecretRow {
  id: string;
  secretNumber: number;
  previousSecretUntil: Date | null;
}

/** The secrets that a webhook takes now: its own and, while they overlap, the one before it. */
export function validSecrets(
  sessionSecret: string,
  { id, secretNumber, previousSecretUntil }: SecretRow,
  now: Date,
): string[] {
  const overlaps = secretNumber > 0 && previousSecretUntil !== null && previousSecretUntil > now;
  const numbers = overlaps ? [secretNumber, secretNumber - 1] : [secretNumber];
  return numbers.map((number) => webhookSecret(sessionSecret, { id, secretNumber: number }));
}

/**
 * A secret of an inbound webhook, as Standard Webhooks writes it. It is derived from the web server's own secret and stored
 * nowhere: who reads the database can't sign. Another SESSION_SECRET makes other secrets of all of them.
 */
export function webhookSecret(
  sessionSecret: string,
  { id, secretNumber }: { id: string; secretNumber: number },
): string {
  // The first one is derived as before there were others.
  const which = secretNumber === 0 ? id : `${id} ${String(secretNumber)}`;
  const key = createHmac('sha256', sessionSecret).update(`colloquy inbound webhook ${which}`).digest();
  return `whsec_${key.toString('base64')}`;
}

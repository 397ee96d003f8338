import { createHmac } from 'node:crypto';

/**
 * The secret of an inbound webhook, as Standard Webhooks writes it. It is derived from the web server's own secret and stored
 * nowhere: who reads the database can't sign. Another SESSION_SECRET makes other secrets of all of them.
 */
export function webhookSecret(sessionSecret: string, webhookId: string): string {
  const key = createHmac('sha256', sessionSecret).update(`colloquy inbound webhook ${webhookId}`).digest();
  return `whsec_${key.toString('base64')}`;
}

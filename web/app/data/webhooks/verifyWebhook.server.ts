import { Webhook } from 'standardwebhooks';
import { isSameSecret } from '../../../../platform/sameSecret.ts';

/** How far a message's time may be from ours, in either direction, as Standard Webhooks recommends. */
export const TOLERANCE_SECONDS = 5 * 60;

/** What a service has sent. */
export interface ReceivedWebhook {
  id: string | undefined;
  /** Seconds since 1970, as the header says them. */
  timestamp: string | undefined;
  /** One or several signatures, separated by spaces. */
  signature: string | undefined;
  body: Buffer;
}

/** Why a message is not taken. */
export type WebhookRefusal =
  | 'headers_missing'
  | 'id_invalid'
  | 'timestamp_invalid'
  | 'timestamp_too_old'
  | 'timestamp_too_new'
  | 'signature_invalid'
  | 'body_not_text';

export type VerifiedWebhook =
  { outcome: 'verified'; id: string; text: string } | { outcome: 'refused'; refusal: WebhookRefusal };

const ID = /^[\x21-\x7e]{1,200}$/;
const SECONDS = /^\d{1,12}$/;
/** More than anybody needs while secrets are exchanged. */
const MOST_SIGNATURES = 20;

/**
 * Verifies a message as Standard Webhooks says, by any of a webhook's secrets: a signature covers id, time and body, so that
 * none of them can be another.
 * That an id is taken once is for the caller to see to.
 */
export function verifyWebhook(
  secrets: readonly string[],
  received: ReceivedWebhook,
  now: Date,
): VerifiedWebhook {
  const { id, timestamp, signature, body } = received;
  const refused = (refusal: WebhookRefusal) => ({ outcome: 'refused', refusal }) as const;
  if (id === undefined || timestamp === undefined || signature === undefined)
    return refused('headers_missing');
  if (!ID.test(id)) return refused('id_invalid');
  if (!SECONDS.test(timestamp)) return refused('timestamp_invalid');
  const text = readText(body);
  if (text === null) return refused('body_not_text');
  const sentAt = new Date(Number(timestamp) * 1_000);
  const expected = secrets.map((secret) => new Webhook(secret).sign(id, sentAt, text));
  const given = signature.split(' ').slice(0, MOST_SIGNATURES);
  const isSigned = expected.some((one) => given.some((each) => isSameSecret(each, one)));
  if (!isSigned) return refused('signature_invalid');
  // Only who has signed it learns how it stands with the time.
  const ageSeconds = (now.getTime() - sentAt.getTime()) / 1_000;
  if (ageSeconds > TOLERANCE_SECONDS) return refused('timestamp_too_old');
  if (ageSeconds < -TOLERANCE_SECONDS) return refused('timestamp_too_new');
  return { outcome: 'verified', id, text };
}

function readText(body: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
  } catch {
    return null;
  }
}

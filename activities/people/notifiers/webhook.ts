import { STATUS_CODES } from 'node:http';
import { Webhook } from 'standardwebhooks';
import { readWait } from '../../../workflows/domain/waitAsked.ts';
import { messageOf } from '../../tools/causes.ts';
import { findRefusal } from '../../tools/network/guardedFetch.ts';
import { NotDelivered, type Notifier } from '../notifier.ts';

export interface WebhookClients {
  /** Goes where the operator allows it, and nowhere else. */
  fetch: typeof globalThis.fetch;
  /** A secret by its name; undefined: it is not set. */
  secret: (name: string) => string | undefined;
}

const TIMEOUT_MS = 30_000;

/** A receiver that is away for a while, or asks to wait. */
const AWAY = new Set([408, 425, 429, 500, 502, 503, 504]);

/**
 * Posts to an address as Standard Webhooks says: `webhook-id` is the same for each attempt, by which the receiver knows a
 * repeat; `webhook-signature` covers id, time and body, so that nobody else can send, change or replay one.
 */
export function createWebhookNotifier({ fetch, secret }: WebhookClients): Notifier<'webhook'> {
  return {
    deliver: async ({ noticeId, url, secretName, body }, signal) => {
      const payload = JSON.stringify(body);
      const id = `msg_${noticeId}`;
      const sentAt = new Date();
      const signature = signerFor(secret(secretName), secretName).sign(id, sentAt, payload);
      const { host } = new URL(url);
      const response = await fetch(url, {
        method: 'POST',
        // A redirect could lead what is signed for one receiver to another.
        redirect: 'manual',
        signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
        headers: {
          'content-type': 'application/json',
          'user-agent': 'Colloquy (webhook)',
          'webhook-id': id,
          'webhook-timestamp': String(Math.floor(sentAt.getTime() / 1_000)),
          'webhook-signature': signature,
        },
        body: payload,
      }).catch((error: unknown) => {
        signal.throwIfAborted();
        throw unreached(error, host);
      });
      // What it says beyond its status is of no use, and may be endless.
      await response.body?.cancel();
      const said = `${host} answered ${String(response.status)} (${STATUS_CODES[response.status] ?? 'unknown'})`;
      if (response.ok) return said;
      if (AWAY.has(response.status)) {
        const retryAfterMs = readWait(response.headers.get('retry-after'), Date.now());
        throw new NotDelivered('notice_unavailable', said, { retryAfterMs });
      }
      throw new NotDelivered('notice_refused', said);
    },
  };
}

/** Throws NotDelivered that says how the secret is set. */
function signerFor(secret: string | undefined, name: string): Webhook {
  const variable = `COLLOQUY_SECRET_${name}`;
  if (secret === undefined) {
    throw new NotDelivered(
      'notice_misconfigured',
      `The webhook's secret is not set: set ${variable} for the worker`,
    );
  }
  try {
    return new Webhook(secret);
  } catch {
    // Its own error may hold a part of the secret.
    throw new NotDelivered(
      'notice_misconfigured',
      `${variable} is no secret of a webhook: "whsec_" and at least 24 random bytes in base64`,
    );
  }
}

function unreached(error: unknown, host: string): NotDelivered {
  const refusal = findRefusal(error);
  if (refusal !== null) return new NotDelivered('notice_misconfigured', refusal.message, { cause: error });
  const isSlow = error instanceof Error && error.name === 'TimeoutError';
  const why = isSlow ? `did not answer within ${String(TIMEOUT_MS / 1_000)} s` : messageOf(error);
  return new NotDelivered('notice_unavailable', `${host} could not be reached: ${why}`, { cause: error });
}

import express, { type ErrorRequestHandler, type Request, type Response, type Router } from 'express';
import { z } from 'zod';
import type { Logger } from '../../platform/logger.ts';
import { createFailureLimit } from '../api/failureLimit.ts';
import { receiveWebhook, type WebhookResult } from '../app/data/webhooks/receiveWebhook.server.ts';
import { addressOf } from './clientAddress.ts';

/** A model has to read it. */
const BODY_LIMIT_BYTES = 64 * 1024;

const webhookId = z.uuid();

/** The status of each refusal, and what its sender can do. */
const REFUSALS: Record<
  Extract<WebhookResult, { outcome: 'refused' }>['refusal'],
  { status: number; detail: string }
> = {
  headers_missing: {
    status: 400,
    detail: 'Send webhook-id, webhook-timestamp and webhook-signature, as Standard Webhooks says.',
  },
  id_invalid: { status: 400, detail: 'webhook-id has to be 1 to 200 visible ASCII characters.' },
  timestamp_invalid: { status: 400, detail: 'webhook-timestamp has to be whole seconds since 1970.' },
  timestamp_too_old: {
    status: 400,
    detail: 'The message was signed more than five minutes ago: sign it again.',
  },
  timestamp_too_new: {
    status: 400,
    detail: 'The message was signed more than five minutes from now: set the clock.',
  },
  signature_invalid: {
    status: 401,
    detail: 'No signature fits id, time and body: another secret was used, or something was changed.',
  },
  body_not_text: { status: 400, detail: 'The body has to be text in UTF-8, such as JSON.' },
  id_reused: { status: 409, detail: 'This webhook-id was accepted with another body: use a new one.' },
  not_standing: { status: 410, detail: 'The conversation has ended and is woken by nothing.' },
  full: { status: 429, detail: 'Too much waits for the conversation already: send it again later.' },
};

/**
 * Receives what services post to inbound webhooks. It takes no cookie and no token: a message's signature is what counts. The
 * answer comes when the wake-up is stored.
 */
export function webhookReceiver({ logger }: { logger: Logger }): Router {
  const router = express.Router();
  const failures = createFailureLimit();
  // Compressed bodies are not taken: what is signed are the bytes that were sent.
  const bytes = express.raw({ limit: BODY_LIMIT_BYTES, type: () => true, inflate: false });
  router.post('/:webhookId', refuseTooMany, bytes, (request, response, next) => {
    receive(request, response).catch(next);
  });
  router.all('/:webhookId', (_request, response) => {
    answer(response.set('allow', 'POST'), 405, 'method_not_allowed', 'Use POST.');
  });
  const failed: ErrorRequestHandler = (error: unknown, _request, response, _next) => {
    const { status } = z.object({ status: z.number() }).catch({ status: 500 }).parse(error);
    if (status === 413) answer(response, 413, 'too_large', 'A body may have 64 KiB.');
    else if (status < 500)
      answer(response, 400, 'unreadable', 'The body could not be read: send it uncompressed.');
    else {
      logger.error({ err: error }, 'a webhook could not be received');
      answer(response, 503, 'unavailable', 'Nothing was stored. Send it again later.');
    }
  };
  router.use(failed);
  return router;

  function refuseTooMany(request: Request, response: Response, next: () => void): void {
    const wait = failures.waitSeconds(addressOf(request));
    if (wait === 0) {
      next();
      return;
    }
    response.set('retry-after', String(wait));
    answer(response, 429, 'too_many_failures', 'Too many messages from this address were refused.');
  }

  async function receive(request: Request, response: Response): Promise<void> {
    const id = webhookId.safeParse(request.params['webhookId']);
    const result: WebhookResult = id.success
      ? await receiveWebhook(
          id.data,
          {
            id: request.get('webhook-id'),
            timestamp: request.get('webhook-timestamp'),
            signature: request.get('webhook-signature'),
            body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
          },
          new Date(),
        )
      : { outcome: 'unknown' };
    if (result.outcome === 'accepted' || result.outcome === 'already_accepted') {
      response.status(result.outcome === 'accepted' ? 202 : 200).json({ outcome: result.outcome });
      return;
    }
    if (result.outcome === 'unknown') {
      failures.note(addressOf(request));
      answer(response, 404, 'unknown_webhook', 'There is no webhook at this address.');
      return;
    }
    const { status, detail } = REFUSALS[result.refusal];
    if (status < 409) failures.note(addressOf(request));
    logger.info({ webhookId: request.params['webhookId'], refusal: result.refusal }, 'refused a webhook');
    if (status === 429) response.set('retry-after', '60');
    answer(response, status, result.refusal, detail);
  }
}

function answer(response: Response, status: number, error: string, detail: string): void {
  response.status(status).json({ error, detail });
}

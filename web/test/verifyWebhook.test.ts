import { randomUUID } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { TOLERANCE_SECONDS, verifyWebhook } from '../app/data/webhooks/verifyWebhook.server.ts';
import { webhookSecret } from '../app/data/webhooks/webhookSecret.server.ts';

const secret = webhookSecret('a session secret of this server alone', { id: randomUUID(), secretNumber: 0 });
const NOW = new Date('2026-11-29T12:00:00Z');
const BODY = '{"deployed":"1.2.3","by":"Ada"}';

function message({ body = BODY, id = 'msg_1', at = NOW, by = secret } = {}) {
  const signature = new Webhook(by).sign(id, at, body);
  const timestamp = String(Math.floor(at.getTime() / 1_000));
  return { id, timestamp, signature, body: Buffer.from(body) };
}

const at = (seconds: number) => new Date(NOW.getTime() + seconds * 1_000);
const signed = message();
const another = webhookSecret('another secret of another server!', { id: randomUUID(), secretNumber: 0 });

it.each([
  ['signed with its secret', signed, 'verified'],
  [
    'with a further signature, as while a secret is exchanged',
    { ...signed, signature: `v1,AAAA ${signed.signature}` },
    'verified',
  ],
  ['at the edge of what is too old', message({ at: at(-TOLERANCE_SECONDS) }), 'verified'],
  ['at the edge of what is too new', message({ at: at(TOLERANCE_SECONDS) }), 'verified'],
  ['with an empty body', message({ body: '' }), 'verified'],
  ['signed with another secret', message({ by: another }), 'signature_invalid'],
  [
    'with a body that was changed',
    { ...signed, body: Buffer.from(BODY.replace('Ada', 'Eve')) },
    'signature_invalid',
  ],
  ['with a space more', { ...signed, body: Buffer.from(`${BODY} `) }, 'signature_invalid'],
  ['under another id', { ...signed, id: 'msg_2' }, 'signature_invalid'],
  ['with another time', { ...signed, timestamp: String(Number(signed.timestamp) + 1) }, 'signature_invalid'],
  [
    'of an unknown version',
    { ...signed, signature: signed.signature.replace('v1,', 'v9,') },
    'signature_invalid',
  ],
  ['without a signature in it', { ...signed, signature: '' }, 'signature_invalid'],
  ['too old', message({ at: at(-TOLERANCE_SECONDS - 1) }), 'timestamp_too_old'],
  ['too new', message({ at: at(TOLERANCE_SECONDS + 1) }), 'timestamp_too_new'],
  ['without an id', { ...signed, id: undefined }, 'headers_missing'],
  ['without a time', { ...signed, timestamp: undefined }, 'headers_missing'],
  ['without a signature', { ...signed, signature: undefined }, 'headers_missing'],
  ['with an id of two lines', { ...signed, id: 'a\nb' }, 'id_invalid'],
  ['with an id without end', { ...signed, id: 'a'.repeat(201) }, 'id_invalid'],
  ['with a time in words', { ...signed, timestamp: 'noon' }, 'timestamp_invalid'],
  ['with a time that no date has', { ...signed, timestamp: '-1' }, 'timestamp_invalid'],
  ['with bytes that are no text', { ...signed, body: Buffer.from([0xff, 0xfe, 0x00]) }, 'body_not_text'],
] as const)('a message %s', (_what, received, expected) => {
  const result = verifyWebhook([secret], received, NOW);
  expect(result.outcome === 'verified' ? 'verified' : result.refusal).toBe(expected);
});

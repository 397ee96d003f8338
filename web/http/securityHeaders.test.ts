import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, test } from '@jest/globals';
import express from 'express';
import { type SecurityHeaderOptions, securityHeaders } from './securityHeaders.ts';

/** The headers of one answer, and the nonce that the page was given. */
async function answer(options: Partial<SecurityHeaderOptions> = {}) {
  const app = express();
  app.use(...securityHeaders({ development: false, https: false, ...options }));
  app.get('/', (_request, response) => {
    response.send(response.locals['nonce']);
  });
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    const response = await fetch(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`);
    const policy = response.headers.get('content-security-policy') ?? '';
    return { headers: response.headers, policy, nonce: await response.text() };
  } finally {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  }
}

describe('the content security policy', () => {
  test('lets only this answer’s scripts and styles run', async () => {
    const { policy, nonce } = await answer();
    expect(nonce.length).toBeGreaterThan(20);
    expect(policy).toContain(`script-src 'self' 'nonce-${nonce}' 'strict-dynamic'`);
    expect(policy).toContain(`style-src 'self' 'nonce-${nonce}'`);
    expect(policy).not.toMatch(/unsafe-/);
    expect((await answer()).nonce).not.toBe(nonce);
  });

  test('allows nothing to be loaded from elsewhere or sent elsewhere', async () => {
    const { policy } = await answer();
    expect(policy).not.toMatch(/https?:/);
    expect(policy).toContain("connect-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("form-action 'self'");
    expect(policy).toContain("base-uri 'self'");
  });

  test('names Sentry’s host without the key if errors are sent there', async () => {
    const { policy } = await answer({ sentryDsn: 'https://key@errors.test/7' });
    expect(policy).toContain("connect-src 'self' https://errors.test;");
    expect(policy).not.toContain('key');
  });
});

it('keeps browsers from sniffing types, framing, sending referrers, and connecting without TLS if there is TLS', async () => {
  const { headers } = await answer();
  expect(Object.fromEntries(headers)).toMatchObject({
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  });
  expect(headers.get('strict-transport-security')).toBeNull();
  const overTls = await answer({ https: true });
  expect(overTls.headers.get('strict-transport-security')).toBe('max-age=31536000');
});

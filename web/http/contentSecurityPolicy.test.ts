import { describe, expect, test } from '@jest/globals';
import { contentSecurityPolicy } from './contentSecurityPolicy.ts';

describe('contentSecurityPolicy', () => {
  const policy = contentSecurityPolicy({ nonce: 'abc' });

  test('lets only this answer’s scripts and styles run', () => {
    expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic'");
    expect(policy).toContain("style-src 'self' 'nonce-abc'");
    expect(policy).not.toMatch(/unsafe-/);
  });

  test('lets nothing be loaded or sent elsewhere', () => {
    expect(policy).not.toMatch(/https?:/);
    expect(policy).toContain("connect-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("form-action 'self'");
    expect(policy).toContain("base-uri 'self'");
  });

  test('names Sentry’s host where errors go there, without the key', () => {
    const withSentry = contentSecurityPolicy({ nonce: 'abc', sentryDsn: 'https://key@errors.test/7' });
    expect(withSentry).toContain("connect-src 'self' https://errors.test;");
    expect(withSentry).not.toContain('key');
  });
});

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openBrowserWorld, OWNER, type BrowserWorld } from './support/browserWorld.ts';
import { describeInBrowser } from './support/chromium.ts';

const APP_URL = 'https://colloquy.test';

describeInBrowser('behind a proxy that ends TLS', () => {
  let world: BrowserWorld;
  beforeAll(async () => {
    world = await openBrowserWorld({ APP_URL, TRUST_PROXY: 'loopback' });
  });
  afterAll(async () => {
    await world.close();
  });

  const throughProxy = (path: string, fields: Record<string, string>) =>
    fetch(world.url + path, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        origin: APP_URL,
        'x-forwarded-proto': 'https',
        'x-forwarded-host': 'colloquy.test',
        'x-forwarded-for': '203.0.113.9',
      },
      body: new URLSearchParams(fields),
    });

  test('forms are taken for the app’s own address, cookies are for TLS alone, the client’s address is the forwarded one', async () => {
    const token = new URL(await world.ownerLink()).searchParams.get('token') ?? '';
    const answer = await throughProxy('/setup', { token, ...OWNER });
    expect(answer.status).toBe(302);
    expect(answer.headers.get('set-cookie')).toMatch(
      /^__Secure-colloquy\.session_token=.*; HttpOnly; Secure; SameSite=Lax/,
    );
    expect(answer.headers.get('strict-transport-security')).toBe('max-age=31536000');
    expect(await world.database.session.findMany()).toMatchObject([{ ipAddress: '203.0.113.9' }]);
  });
});

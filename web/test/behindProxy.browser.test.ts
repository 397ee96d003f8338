import { expect, test } from './support/browserTest.ts';
import { NOBODY, OWNER } from './support/webWorld.ts';

const APP_URL = 'https://colloquy.test';

test.use({ environment: { APP_URL, TRUST_PROXY: 'loopback' }, storageState: NOBODY });

test.describe('behind a proxy that terminates TLS', () => {
  const throughProxy = (url: string, fields: Record<string, string>) =>
    fetch(url, {
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

  test('forms are accepted from the app’s own address, cookies are limited to TLS, the client’s address is the forwarded one', async ({
    world,
  }) => {
    const token = new URL(await world.ownerLink()).searchParams.get('token') ?? '';
    const answer = await throughProxy(`${world.url}/setup`, { token, ...OWNER });
    expect(answer.status).toBe(302);
    expect(answer.headers.get('set-cookie')).toMatch(
      /^__Secure-colloquy\.session_token=.*; HttpOnly; Secure; SameSite=Lax/,
    );
    expect(answer.headers.get('strict-transport-security')).toBe('max-age=31536000');
    expect(await world.database.session.findMany()).toMatchObject([{ ipAddress: '203.0.113.9' }]);
  });
});

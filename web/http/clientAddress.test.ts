import { describe, expect, test } from '@jest/globals';
import type { Request } from 'express';
import { clientAddress, type ClientAddressOptions } from './clientAddress.ts';

const KEY = 'the front door’s own key, long enough';

/** The headers that the app sees. */
function seen(headers: Record<string, string>, options: Partial<ClientAddressOptions> = {}) {
  const request = {
    headers: { ...headers },
    ip: '::ffff:198.51.100.7',
    get: (name: string) => headers[name],
  } as unknown as Request;
  clientAddress({ behindProxy: true, frontDoorKey: KEY, ...options })(request, {} as never, () => undefined);
  return request.headers;
}

const ADDRESS = 'x-colloquy-client-address';

describe('the client’s address', () => {
  test('is what the front door says, by its key, which no later code sees', () => {
    const through = { 'x-front-door-key': KEY, 'x-vercel-forwarded-for': '203.0.113.9' };
    expect(seen(through)).toEqual({ [ADDRESS]: '203.0.113.9' });
  });

  test.each([
    ['a wrong key', { 'x-front-door-key': `${KEY.slice(0, -1)}!` }, {}],
    ['a shorter key', { 'x-front-door-key': 'short' }, {}],
    ['no key', {}, {}],
    ['an empty key', { 'x-front-door-key': '' }, {}],
    ['a key where there is no front door', { 'x-front-door-key': KEY }, { frontDoorKey: undefined }],
  ])('is not what a client says with %s', (_what, headers, options) => {
    expect(seen({ 'x-vercel-forwarded-for': '203.0.113.9', ...headers }, options)).toEqual({
      [ADDRESS]: '198.51.100.7',
    });
  });

  test('cannot be given by the client itself', () => {
    const forged = { [ADDRESS]: '203.0.113.9', 'x-forwarded-for': '203.0.113.9' };
    expect(seen(forged, { behindProxy: false })).toEqual({ [ADDRESS]: '198.51.100.7' });
  });
});

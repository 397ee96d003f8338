import { describe, expect, test } from '@jest/globals';
import { isSameOrigin } from './sameOrigin.ts';

const appUrl = 'https://colloquy.test';

describe('isSameOrigin', () => {
  test.each([
    [{ origin: 'https://colloquy.test' }, true],
    [{ origin: 'http://localhost:3000', host: 'localhost:3000' }, true],
    [{ 'sec-fetch-site': 'same-origin' }, true],
    [{ origin: 'https://evil.test', host: 'colloquy.test' }, false],
    [{ origin: 'https://colloquy.test.evil.test', host: 'colloquy.test' }, false],
    [{ origin: 'null', 'sec-fetch-site': 'same-origin', host: 'colloquy.test' }, false],
    [{ origin: 'https://evil.test', 'sec-fetch-site': 'same-origin' }, false],
    [{ 'sec-fetch-site': 'same-site' }, false],
    [{ 'sec-fetch-site': 'none' }, false],
    [{ referer: 'https://colloquy.test/' }, false],
    [{}, false],
  ])('%p is %p', (headers, expected) => {
    expect(isSameOrigin({ headers, appUrl })).toBe(expected);
  });
});

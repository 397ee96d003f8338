import { expect, it } from '@jest/globals';
import { hashApiToken, newApiToken } from './apiToken.ts';

it('makes tokens that are random, of one length, and known by their hash alone', () => {
  const tokens = Array.from({ length: 200 }, () => newApiToken());
  expect(new Set(tokens.map(({ token }) => token)).size).toBe(200);
  for (const { token, sha256, prefix } of tokens) {
    expect(token).toMatch(/^colloquy_[0-9A-Za-z]{43}$/);
    expect(sha256).toBe(hashApiToken(token));
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(token.startsWith(prefix)).toBe(true);
    expect(prefix).toHaveLength(15);
  }
});

it('writes all of the random bytes, leading zeros and the highest number too', () => {
  const lowest = newApiToken(new Uint8Array(32)).token;
  const next = newApiToken(new Uint8Array(32).fill(1, 31)).token;
  const highest = newApiToken(new Uint8Array(32).fill(255)).token;
  expect(lowest).toBe(`colloquy_${'0'.repeat(43)}`);
  expect(next).toBe(`colloquy_${'0'.repeat(42)}1`);
  expect(BigInt(2) ** 256n - 1n).toBe(
    [...highest.slice('colloquy_'.length)].reduce(
      (sum, digit) =>
        sum * 62n + BigInt('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'.indexOf(digit)),
      0n,
    ),
  );
});

import { expect, test } from '@jest/globals';
import { formatBytes } from './bytes.ts';

test.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [999, '999 bytes'],
  [16_000, '16 KB'],
  [999_900, '1 MB'],
  [6_000_000, '6 MB'],
  [1_234_567_890, '1.23 GB'],
])('%d bytes are %s', (bytes, words) => {
  expect(formatBytes(bytes, 'en')).toBe(words);
});

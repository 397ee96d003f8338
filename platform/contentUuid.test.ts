import { expect, test } from '@jest/globals';
import { contentUuid } from './contentUuid.ts';

test('the UUID of a text is the same for the same text, of version 8, and another for another', () => {
  expect(contentUuid('a')).toBe('ca978112-ca1b-8dca-bac2-31b39a23dc4d');
  expect(contentUuid('a')).toBe(contentUuid('a'));
  expect(contentUuid('b')).not.toBe(contentUuid('a'));
  for (const text of ['', 'a', 'b', 'c', 'd']) {
    expect(contentUuid(text)).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  }
});

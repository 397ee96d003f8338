import { expect, it } from '@jest/globals';
import { isSameSecret } from './sameSecret.ts';

it.each([
  ['secret', 'secret', true],
  ['secret', 'secreT', false],
  ['secre', 'secret', false],
  ['', 'secret', false],
  ['geheimnis-ü', 'geheimnis-ü', true],
])('%j shown for %j is the same: %s', (shown, expected, same) => {
  expect(isSameSecret(shown, expected)).toBe(same);
});

import { describe, expect, test } from '@jest/globals';
import { safeNext } from './safeNext.ts';

describe('safeNext', () => {
  test('keeps a path of ours with its query', () => {
    expect(safeNext('/teams/1?x=2#y')).toBe('/teams/1?x=2#y');
  });

  test.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/\t/evil.example',
    '',
    undefined,
    null,
    7,
  ])('sends %p home', (next) => {
    expect(safeNext(next)).toBe('/conversations');
  });
});

import { describe, expect, test } from '@jest/globals';
import { parseTheme, readTheme, serializeTheme } from './theme.ts';

describe('theme', () => {
  test('is read back from the cookie that stores it', () => {
    const [cookie = ''] = serializeTheme('dark').split(';');
    expect(readTheme(`a=b; ${cookie}; c=d`)).toBe('dark');
  });

  test.each([null, '', 'colloquy-theme=pink', 'other=dark'])('follows the system for %p', (header) => {
    expect(readTheme(header)).toBe('system');
  });

  test('accepts nothing else from a form', () => {
    expect(parseTheme('"><script>')).toBe('system');
  });
});

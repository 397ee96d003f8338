import { expect, test } from '@jest/globals';
import { readLanguageCookie, requestLanguage, serializeLanguage } from './requestLanguage.ts';

test('is read back from the cookie that keeps it', () => {
  const [cookie = ''] = serializeLanguage('zh-CN').split(';');
  expect(readLanguageCookie(`a=b; ${cookie}; c=d`)).toBe('zh-CN');
});

test.each([null, '', 'colloquy-language=tlh', 'other=zh-CN', 'colloquy-language'])(
  'no choice stands in %p',
  (header) => {
    expect(readLanguageCookie(header)).toBeNull();
  },
);

test('a choice counts for more than what the browser asks for', () => {
  const headers = { cookie: 'colloquy-language=en', 'accept-language': 'zh-CN' };
  expect(requestLanguage(new Headers(headers))).toBe('en');
  expect(requestLanguage(new Headers({ 'accept-language': 'zh-CN' }))).toBe('zh-CN');
});

import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { LANGUAGES } from './language.ts';
import { negotiateLanguage } from './negotiateLanguage.ts';

test.each([
  [null, 'en'],
  ['', 'en'],
  ['zh', 'zh-CN'],
  ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-CN'],
  ['zh-Hans-CN', 'zh-CN'],
  ['zh-TW', 'zh-CN'],
  ['ZH-hk', 'zh-CN'],
  ['en-GB,en;q=0.9,zh-CN;q=0.8', 'en'],
  ['en;q=0.5, zh;q=0.8', 'zh-CN'],
  ['de-DE,de;q=0.9,zh;q=0.4', 'zh-CN'],
  ['fr,de', 'en'],
  ['zh;q=0, en;q=0.1', 'en'],
  ['zh;q=0', 'en'],
  ['*', 'en'],
  ['zh;q=2, en;q=0.2', 'en'],
  ['zhuang', 'en'],
  ['toString', 'en'],
])('%p is answered in %p', (header, language) => {
  expect(negotiateLanguage(header)).toBe(language);
});

test('answers whatever is sent', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (header) => {
      expect(LANGUAGES).toContain(negotiateLanguage(header));
    }),
  );
});

import { describe, expect, jest, test } from '@jest/globals';
import { catalogue as english } from '../../languages/en/catalogue.ts';
import { addLanguage } from '../../languages/translator.ts';
import { catalogue as chinese } from '../../languages/zh-CN/catalogue.ts';
import { formatOf } from './createFormat.ts';

const en = formatOf(addLanguage('en', english));
const zh = formatOf(addLanguage('zh-CN', chinese));
const NOW = Date.UTC(2026, 10, 24, 12);

describe('in English', () => {
  test.each([
    [en.count(1_234_567n), '1,234,567'],
    [en.money(1_234_567n), '$1.23'],
    [en.duration(3_725_000), '1 h 2 min'],
    [en.bytes(1), '1 byte'],
    [en.bytes(999), '999 bytes'],
    [en.bytes(6_000_000), '6 MB'],
    [en.relativeTime(NOW, NOW), 'just now'],
    [en.relativeTime(NOW - 180_000, NOW), '3 minutes ago'],
    [en.list(['Ada', 'Ben', 'Cleo']), 'Ada, Ben, and Cleo'],
    [en.either(['Ada', 'Ben']), 'Ada or Ben'],
  ])('%p is %p', (written, expected) => {
    expect(written).toBe(expected);
  });
});

describe('in Chinese', () => {
  test.each([
    [zh.count(1_234_567n), '1,234,567'],
    [zh.money(1_234_567n), '$1.23'],
    [zh.duration(3_725_000), '1 小时 2 分钟'],
    [zh.bytes(999), '999 字节'],
    [zh.bytes(6_000_000), '6 MB'],
    [zh.relativeTime(NOW, NOW), '刚刚'],
    [zh.relativeTime(NOW - 180_000, NOW), '3分钟前'],
    [zh.list(['Ada', 'Ben', 'Cleo']), 'Ada、Ben和Cleo'],
    [zh.either(['Ada', 'Ben']), 'Ada或Ben'],
  ])('%p is %p', (written, expected) => {
    expect(written).toBe(expected);
  });
});

test('what is costly to make is made once for a language, however many components format', () => {
  const made = [
    jest.spyOn(Intl, 'NumberFormat'),
    jest.spyOn(Intl, 'DateTimeFormat'),
    jest.spyOn(Intl, 'RelativeTimeFormat'),
    jest.spyOn(Intl, 'ListFormat'),
  ];
  const pageOf = () => {
    const format = formatOf(addLanguage('en', english));
    format.count(1_000);
    for (const amount of [0, 2_000, 20]) format.money(amount);
    format.bytes(6_000_000);
    for (const ago of [180_000, 40 * 86_400_000]) format.relativeTime(NOW - ago, NOW);
    format.dateTime(NOW);
    format.time(NOW);
    format.list(['Ada', 'Ben']);
    format.either(['Ada', 'Ben']);
  };
  pageOf();
  for (const spy of made) spy.mockClear();
  pageOf();
  for (const spy of made) expect(spy).not.toHaveBeenCalled();
});

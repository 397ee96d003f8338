import { describe, expect, test } from '@jest/globals';
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

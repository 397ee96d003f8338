import { expect, it } from '@jest/globals';
import { decodeText } from './decodeText.ts';
import { RefusedDocument } from './refusedDocument.ts';

const hex = (bytes: string) => Buffer.from(bytes, 'hex');
/** "日本語の文書" in Shift-JIS, "휴석은 사전 승인" and more in EUC-KR, "年假三十天" in GB18030. */
const JAPANESE = hex('93fa967b8cea82cc95b68f91');
const KOREAN = hex('c7d1b1b9bef320b9aeb3bcc0d4b4cfb4d92e20c8debcaec0ba20bbe7c0fc20bdc2c0ceb5cbb4cfb4d92e');
const CHINESE = hex('c4eabcd9c8fdcaaeccec');
const LATIN = Buffer.from('Gr\xf6\xdfe', 'latin1');

it.each<[string, Buffer, string | null, string]>([
  ['what is said, of an encoding that bytes do not tell', JAPANESE, 'Shift_JIS', '日本語の文書'],
  ['nothing of a name that is none', Buffer.from('Größe'), 'no-such', 'Größe'],
  ['nothing of what the bytes are not', Buffer.from('Größe'), 'UTF-16', 'Größe'],
  ['UTF-8, where a server says its default', Buffer.from('Größe'), 'ISO-8859-1', 'Größe'],
  ['that default, where the bytes are it', LATIN, 'ISO-8859-1', 'Größe'],
  ['UTF-8 with half of a surrogate pair', Buffer.from('a\xed\xa0\x80b', 'latin1'), null, 'a\uFFFDb'],
  [
    'UTF-8 whose last character is cut',
    Buffer.concat([Buffer.from('年假三十天，'.repeat(5)), hex('e5b9')]),
    null,
    `${'年假三十天，'.repeat(5)}\uFFFD`,
  ],
  ['Chinese of a few characters', CHINESE, null, '年假三十天'],
])('believes %s', (_what, bytes, declared, text) => {
  expect(decodeText(bytes, { declared })).toBe(text);
});

it.each([
  ['Korean, which is no Chinese', KOREAN],
  ['Japanese', JAPANESE],
  [
    'UTF-8 of which a tenth is broken',
    Buffer.concat(
      Array(5)
        .fill([Buffer.from('年'.repeat(10)), hex('ff')])
        .flat(),
    ),
  ],
])('refuses what nobody has told it: %s', (_what, bytes) => {
  expect(() => decodeText(bytes)).toThrow(RefusedDocument);
});

it('takes a beginning that ends within a character', () => {
  const beginnings = [CHINESE.subarray(0, 9), Buffer.from('年假').subarray(0, 5)];
  const texts = beginnings.map((bytes) => decodeText(bytes, { isBeginning: true }));
  expect(texts).toEqual(['年假三十', '年']);
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isStorable } from '../contracts/storableText.ts';
import { storableJson, storableText } from './storable.ts';

const codeUnits = fc
  .array(fc.oneof(fc.nat(0xffff), fc.constantFrom(0, 0xd83d, 0xde00)))
  .map((units) => String.fromCharCode(...units));

describe('storableText', () => {
  it.each([
    ['a NUL', 'a\0b', 'a\uFFFDb'],
    ['the first half of an emoji', 'a \ud83d b', 'a \uFFFD b'],
    ['the second half of an emoji', '\ude00', '\uFFFD'],
    ['a whole emoji', '😀', '😀'],
    ['other control characters', '\u0001\t\u001b[31m\u007f\u0085', '\u0001\t\u001b[31m\u007f\u0085'],
  ])('keeps what PostgreSQL takes and replaces what it does not: %s', (_, given, kept) => {
    expect(storableText(given)).toBe(kept);
  });

  it('makes any text storable, as long as it was, and changes nothing of one that is', () => {
    fc.assert(
      fc.property(codeUnits, (text) => {
        const kept = storableText(text);
        expect(isStorable(kept)).toBe(true);
        expect(kept).toHaveLength(text.length);
        expect(storableText(kept)).toBe(kept);
        if (isStorable(text)) expect(kept).toBe(text);
      }),
    );
  });
});

describe('storableJson', () => {
  it('makes every text in it storable, keys included, and keeps the order of keys', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), codeUnits, (value, text) => {
        const given = { [text]: [value, { deep: text }], after: 1 };
        const kept = storableJson(given);
        const name = storableText(text);
        // By their JSON: `-0` is `0` there, as in the database.
        expect(JSON.stringify(kept)).toBe(storedAs({ [name]: [value, { deep: name }], after: 1 }));
        for (const key of Object.keys(kept)) expect(isStorable(key)).toBe(true);
      }),
    );
  });

  it('leaves a value that is storable as it is', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'grapheme' }), (value) => {
        expect(storableJson(value)).toEqual(value);
      }),
    );
  });

  it('keeps the later value where two keys become one, and a key named __proto__', () => {
    const given = JSON.parse('{"a\\u0000": 1, "a\\ufffd": 2, "__proto__": {"b": 3}}') as object;
    expect(JSON.stringify(storableJson(given))).toBe('{"a\uFFFD":2,"__proto__":{"b":3}}');
  });

  it('takes any depth and many values in linear time', () => {
    const depth = 200_000;
    let deep: unknown = 'a\0';
    for (let level = 0; level < depth; level += 1) deep = level % 2 === 0 ? [deep] : { in: deep };
    let kept: unknown = storableJson(deep);
    for (let level = 0; level < depth; level += 1) kept = Object.values(kept as object)[0];
    expect(kept).toBe('a\uFFFD');
    expect(storableJson(Array.from({ length: 500_000 }, () => 'b\0'))).toHaveLength(500_000);
  });
});

/** By the same rule, but with the JSON's text. */
function storedAs(value: unknown): string {
  return JSON.stringify(value).replace(/(?<!\\)((?:\\\\)*)\\u(?:0000|d[89a-f][0-9a-f]{2})/g, '$1\uFFFD');
}

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Json } from './json.ts';
import { JsonGauge, measureJson, measureJsonText, readOutsideJson } from './outsideJson.ts';

const LIMITS = { depth: 4, values: 20 };
const anyJson = fc.jsonValue({ maxDepth: 7, depthSize: 'large' }).map((value) => value as Json);

describe('readOutsideJson', () => {
  it('reads JSON that keeps to its limits as JSON.parse does, and refuses all other', () => {
    fc.assert(
      fc.property(anyJson, fc.nat(4), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        const read = readOutsideJson(text, LIMITS);
        if (depthOf(value) > LIMITS.depth || valuesOf(value) > 2 * LIMITS.values) {
          expect(['too_deep', 'too_many_values']).toContain(read.kind);
        }
        if (depthOf(value) <= LIMITS.depth && 2 * valuesOf(value) <= LIMITS.values) {
          expect(read).toEqual({ kind: 'read', value: JSON.parse(text) as Json });
        }
      }),
    );
  });

  it('takes brackets, commas and quotes within a text for text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('[', '{', ',', '"', '\\', 'a', '\u0000') }), (text) => {
        expect(readOutsideJson(JSON.stringify([text]), { depth: 1, values: 2 })).toEqual({
          kind: 'read',
          value: [text],
        });
      }),
    );
  });

  it.each([
    ['lists in lists', '['.repeat(6_000) + ']'.repeat(6_000), 'too_deep'],
    ['objects in objects', '{"a":'.repeat(1_000_000), 'too_deep'],
    ['many values', `[${'0,'.repeat(1_000_000)}0]`, 'too_many_values'],
    ['no JSON', '{"what":', 'not_json'],
    ['nothing', '', 'not_json'],
  ])('says what is wrong: %s', (_, text, kind) => {
    expect(readOutsideJson(text).kind).toBe(kind);
  });

  it('throws on no text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('[', '{', ',', '"', '\\', ':', '0', ']', '}') }),
        (text) => {
          expect(typeof readOutsideJson(text).kind).toBe('string');
        },
      ),
    );
  });
});

it('a gauge says the same of bytes that come one by one', () => {
  const gauge = new JsonGauge({ depth: 2, values: 100 });
  const said = [...new TextEncoder().encode('[["ü]", [')].map((byte) => gauge.add(byte));
  expect(said.findIndex((refusal) => refusal !== null)).toBe(said.length - 1);
});

it('whole JSON is measured as its characters one by one, however long its texts are', () => {
  const mark = fc.constantFrom('[', ']', ',', '"', '"', '\\', '\n');
  const plain = fc.integer({ min: 1, max: 150 }).map((times) => 'ü'.repeat(times));
  fc.assert(
    fc.property(fc.array(fc.oneof(mark, plain), { minLength: 4, maxLength: 20 }), (pieces) => {
      const text = pieces.join('');
      const limits = { depth: 1, values: 3 };
      const gauge = new JsonGauge(limits);
      let expected: ReturnType<typeof measureJsonText> = null;
      for (let at = 0; at < text.length && expected === null; at += 1)
        expected = gauge.add(text.charCodeAt(at));
      expect(measureJsonText(text, limits)).toBe(expected);
      expect(measureJsonText(new TextEncoder().encode(text), limits)).toBe(expected);
    }),
  );
});

describe('measureJson', () => {
  it('agrees with depth and number of values', () => {
    fc.assert(
      fc.property(anyJson, (value) => {
        const fits = depthOf(value) <= LIMITS.depth && valuesOf(value) <= LIMITS.values;
        expect(measureJson(value, LIMITS) === null).toBe(fits);
      }),
    );
  });

  it('takes any depth', () => {
    let deep: Json = [];
    for (let level = 0; level < 200_000; level += 1) deep = [deep];
    expect(measureJson(deep)).toBe('too_deep');
  });
});

function depthOf(value: Json): number {
  if (value === null || typeof value !== 'object') return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}

function valuesOf(value: Json): number {
  if (value === null || typeof value !== 'object') return 1;
  return 1 + Object.values(value).reduce<number>((sum, child) => sum + valuesOf(child), 0);
}

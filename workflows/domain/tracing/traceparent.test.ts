import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { derivedSpanId, traceIdOfRun } from './derivedIds.ts';
import { formatTraceparent, parseTraceparent } from './traceparent.ts';

const digits = (count: number) =>
  fc
    .array(fc.constantFrom(...'0123456789abcdef'), { minLength: count, maxLength: count })
    .map((each) => each.join(''))
    .filter((text) => !/^0+$/.test(text));
const trace = 'a'.repeat(32);
const span = 'b'.repeat(16);

describe('traceparent', () => {
  test('is read as it was written', () => {
    fc.assert(
      fc.property(digits(32), digits(16), fc.boolean(), (traceId, spanId, isSampled) => {
        const context = { traceId, spanId, isSampled };
        expect(parseTraceparent(formatTraceparent(context))).toEqual(context);
      }),
    );
  });

  test.each([
    ['nothing', ''],
    ['a trace of zeros', `00-${'0'.repeat(32)}-${span}-01`],
    ['a span of zeros', `00-${trace}-${'0'.repeat(16)}-01`],
    ['capital letters', `00-${trace.toUpperCase()}-${span}-01`],
    ['the version that is none', `ff-${trace}-${span}-01`],
    ['more than this version has', `00-${trace}-${span}-01-more`],
    ['a line of its own', `00-${trace}-${span}-01\n{"level":"error"}`],
  ])('is not read of %s', (_what, text) => {
    expect(parseTraceparent(text)).toBeNull();
  });

  test('of a later version is read as far as it is known', () => {
    expect(parseTraceparent(`01-${trace}-${span}-03-more`)).toEqual({
      traceId: trace,
      spanId: span,
      isSampled: true,
    });
  });
});

describe('derived ids', () => {
  test('are the same for the same, differ for others, and are ids', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        expect(derivedSpanId(one)).toMatch(/^(?!0+$)[0-9a-f]{16}$/);
        expect(derivedSpanId(one) === derivedSpanId(other)).toBe(one === other);
      }),
    );
  });

  test('of a run are its own id, whatever its form', () => {
    expect(traceIdOfRun('019AD2AF-6c1c-7bd2-8d43-000000000001')).toBe('019ad2af6c1c7bd28d43000000000001');
    fc.assert(
      fc.property(fc.string(), (runId) => {
        expect(traceIdOfRun(runId)).toMatch(/^(?!0+$)[0-9a-f]{32}$/);
      }),
    );
  });
});

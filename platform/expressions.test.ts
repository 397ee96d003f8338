import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkExpression, holds, InvalidExpressionError, matchingExpressions } from './expressions.ts';

const message = { type: 'TextMessage', source: 'writer', content: 'Rain. APPROVE', target: '' };

/** Runs it and says how long it took. Even a busy machine does it in a tenth of this. */
function within<Value>(limitMs: number, work: () => Value): Value {
  const startedAt = performance.now();
  const value = work();
  expect(performance.now() - startedAt).toBeLessThan(limitMs);
  return value;
}

describe('an expression', () => {
  it.each([
    [`content.contains('APPROVE')`, true],
    [`content.matches('^Rain')`, true],
    [`content.matches('(?i)approve$')`, true],
    [`content.matches('^APPROVE')`, false],
    [`source == 'writer' && ['a', 'b'].exists(x, x == 'b')`, true],
    [`[1, 2, 3].all(x, [1, 2, 3].exists(y, y == x))`, true],
    [`[3, 1].map(x, x + 1) == [4, 2]`, true],
    [`[1, 2, 3].filter(x, x > 1).size() == 2`, true],
    [`cel.bind(x, content, x.startsWith('Rain'))`, true],
    [`missing == 1`, null],
    [`content`, null],
  ])('is evaluated: %s', (expression, expected) => {
    checkExpression(expression);
    expect(holds(expression, message)).toBe(expected);
    // The second time from what is kept.
    expect(holds(expression, message)).toBe(expected);
  });

  it.each([
    ['no CEL', `content.contains(`],
    ['a regular expression that RE2 has not', `content.matches('(?=a)b')`],
    ['a regular expression that is none', `content.matches('[')`],
    ['macros within macros', `[1].all(a, [1].all(b, [1].all(c, [1].all(d, true))))`],
    ['too many nodes', Array.from({ length: 3_000 }, () => 'true').join(' && ')],
    ['too deep', `${'('.repeat(5_000)}true${')'.repeat(5_000)}`],
    ['too long', `content == '${'a'.repeat(20_000)}'`],
  ])('is refused with a short message where it is saved: %s', (_, expression) => {
    const refusal = within(10_000, () => {
      try {
        checkExpression(expression);
        return null;
      } catch (error) {
        return error;
      }
    });
    expect(refusal).toBeInstanceOf(InvalidExpressionError);
    expect((refusal as Error).message.length).toBeLessThan(1_000);
  });

  it.each([
    ['a pattern that backtracks', `content.matches('^(a+)+$')`, 'a'.repeat(60) + '!', false],
    ['the same on a long text', `content.matches('^(a+)+$')`, 'a'.repeat(300_000) + '!', null],
    ['one that the text itself is', `content.matches(content)`, '(a*)*'.repeat(400), null],
    [
      'macros over the text',
      `content.split('').all(a, content.split('').all(b, content.split('').all(c, true)))`,
      'ab'.repeat(10_000),
      null,
    ],
    [
      'a text that doubles',
      `cel.bind(a, content + content, cel.bind(b, a + a + a + a, cel.bind(c, b + b + b + b, (c + c + c + c) == content)))`,
      'ab'.repeat(2_000_000),
      null,
    ],
  ])('comes to its end soon: %s', (_, expression, content, expected) => {
    const value = within(10_000, () => holds(expression, { ...message, content }));
    if (expected !== null) expect(value).toBe(expected);
  });

  it('says null where it would take too long', () => {
    const items = Array.from({ length: 3_000 }, (__, index) => index);
    const expression = `items.all(a, items.all(b, items.all(c, a + b + c >= 0)))`;
    expect(within(10_000, () => holds(expression, { items }))).toBeNull();
    expect(holds('items.all(a, a >= 0)', { items })).toBe(true);
  });

  it('of any pattern on any text comes to its end soon', () => {
    const piece = fc.constantFrom(
      '(a+)+',
      '(a|a)*',
      '[ab]*',
      '(.*)*',
      'b',
      '\\\\s+',
      '(a{1,20}){1,20}',
      '$',
      '^',
      'a?',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { minLength: 1, maxLength: 8 }),
        fc.constantFrom('a', 'ab', ' ', 'aab'),
        fc.integer({ min: 1, max: 200_000 }),
        (pieces, unit, times) => {
          const expression = `content.matches('${pieces.join('')}')`;
          within(10_000, () => holds(expression, { ...message, content: `${unit.repeat(times)}!` }));
        },
      ),
      { numRuns: 40 },
    );
  });
});

it('those that hold for a message are found', () => {
  expect(matchingExpressions([`source == 'writer'`, `source == 'critic'`], message)).toEqual([
    `source == 'writer'`,
  ]);
});

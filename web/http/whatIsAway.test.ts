import { describe, expect, test } from '@jest/globals';
import { whatIsAway } from './whatIsAway.ts';

describe('whatIsAway', () => {
  test.each([
    [Object.assign(new Error('14 UNAVAILABLE'), { code: 14 }), 'temporal'],
    [new Error('wrapped', { cause: Object.assign(new Error(), { code: 4 }) }), 'temporal'],
    [Object.assign(new Error(), { code: 'P1001' }), 'database'],
    [new Error('x', { cause: { kind: 'DatabaseNotReachable' } }), 'database'],
    [Object.assign(new Error(), { code: 'ECONNREFUSED' }), 'database'],
    [Object.assign(new Error('Unique constraint failed'), { code: 'P2002' }), null],
    [Object.assign(new Error('5 NOT_FOUND'), { code: 5 }), null],
    [new TypeError('x is not a function'), null],
    [undefined, null],
    ['P1001', null],
  ])('%p says %p', (error, away) => {
    expect(whatIsAway(error)).toBe(away);
  });
});

import { expect, it } from '@jest/globals';
import { forgottenTimes } from './forgottenTimes.ts';
import type { OverlapPolicy } from './states.ts';

/** Times a minute apart: "+" has begun, "-" has not. Says which of them were forgotten. */
function forgotten(overlap: OverlapPolicy, times: string, leftOut = 0): number[] {
  const due = [...times].map((each, minute) => ({
    ...{ at: new Date(minute * 60_000), overlap, hasBegun: each === '+' },
  }));
  return forgottenTimes(due, leftOut).map((at) => at.getTime() / 60_000);
}

it.each<[OverlapPolicy, string, number, number[]]>([
  ['allow_all', '+-+-', 0, [1, 3]],
  ['buffer_all', '--+', 0, [0, 1]],
  // The server has counted what it left out.
  ['skip', '+---', 2, [3]],
  ['buffer_one', '+---', 5, []],
  // A newer one has taken their place, and they would end it.
  ['cancel_other', '+-+', 0, []],
  ['terminate_other', '+---', 0, [3]],
  ['skip', '++', -1, []],
])('an edit under %s of %s, of which the server counts %i as left out, made it forget %j', (...given) => {
  const [overlap, times, leftOut, expected] = given;
  expect(forgotten(overlap, times, leftOut)).toEqual(expected);
});

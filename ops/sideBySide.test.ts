import { expect, it } from '@jest/globals';
import { sideBySide } from './sideBySide.ts';

it('runs only the given number of jobs at a time, and keeps the order of their results', async () => {
  const gates = [1, 2, 3, 4].map(() => Promise.withResolvers<string>());
  const begun: number[] = [];
  const all = sideBySide(
    gates.map(({ promise }, index) => () => {
      begun.push(index);
      return promise;
    }),
    2,
  );
  expect(begun).toEqual([0, 1]);
  gates[1]?.resolve('b');
  await gates[1]?.promise;
  await Promise.resolve();
  await Promise.resolve();
  expect(begun).toEqual([0, 1, 2]);
  gates[2]?.resolve('c');
  gates[0]?.resolve('a');
  gates[3]?.resolve('d');
  expect(await all).toEqual(['a', 'b', 'c', 'd']);
});

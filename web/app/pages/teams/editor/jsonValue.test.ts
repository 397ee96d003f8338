import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { listAt, moved, valueAt, withValueAt } from './jsonValue.ts';

const path = fc.array(fc.oneof(fc.nat(3), fc.string({ maxLength: 3 })), { maxLength: 4 });

test('what is put at a path stands there, whatever stood there before', () => {
  fc.assert(
    fc.property(fc.jsonValue(), path, fc.jsonValue(), (root, where, value) => {
      fc.pre(!where.includes('__proto__'));
      expect(valueAt(withValueAt(root, where, value), where)).toEqual(value);
    }),
  );
});

test('changes nothing that it is given', () => {
  fc.assert(
    fc.property(fc.jsonValue(), path, (root, where) => {
      const before = JSON.stringify(root);
      withValueAt(root, where, 'changed');
      expect(JSON.stringify(root)).toBe(before);
    }),
  );
});

test('a path into nothing is nothing', () => {
  expect(valueAt(null, ['a', 0, 'b'])).toBeUndefined();
  expect(valueAt({}, ['constructor'])).toBeUndefined();
  expect(listAt({ a: 'text' }, ['a'])).toEqual([]);
});

test('moved keeps all entries, and stops at the ends', () => {
  expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
  expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
  expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'b', 'c']);
});

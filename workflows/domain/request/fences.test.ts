import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fencesOf } from './fences.ts';

const fences = fencesOf('entry', 'memory');

it.each([
  ['</entry>', '&lt;/entry>'],
  ['< / MEMORY >', '&lt; / MEMORY >'],
  ['<entry kind="x">', '&lt;entry kind="x">'],
  ['<entries> <b> a < b', '<entries> <b> a < b'],
])('%j stands inside as %j', (text, inside) => {
  expect(fences.inside(text)).toBe(inside);
});

it('an attribute is one line that nothing in it ends', () => {
  expect(fences.attribute('a "b"\n</memory>')).toBe('a &quot;b&quot; &lt;/memory>');
  const part = fc.constantFrom('<', '/', ' ', '\n', '"', 'entry', 'memory', 'x', '>');
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const value = fences.attribute(parts.join(''));
      expect(value).not.toMatch(/["\n]|<\s*(?:\/\s*)?(?:entry|memory)\b/i);
    }),
  );
});

import { expect, it } from '@jest/globals';
import { revealSecrets } from './secrets.ts';

const secrets: Record<string, string> = { TOKEN: 'abc"123', LONG: 'abc"123-long' };
const reveal = (values: Record<string, string>) => revealSecrets(values, (name) => secrets[name], undefined);

it('a reference becomes the secret, wherever it stands', () => {
  const { values } = reveal({
    authorization: 'Bearer ${secret:TOKEN}',
    both: '${secret:TOKEN}${secret:LONG}',
    plain: '$x',
  });
  expect(values).toEqual({ authorization: 'Bearer abc"123', both: 'abc"123abc"123-long', plain: '$x' });
});

it('a secret that is not set is named', () => {
  expect(() => reveal({ authorization: '${secret:NONE}' })).toThrow(
    'The secret "NONE", which "authorization" refers to, is not set',
  );
});

it('what was put in is hidden in all forms that a server writes it back in', () => {
  const { mask, maskJson } = reveal({ a: '${secret:TOKEN}', b: '${secret:LONG}' });
  expect(mask('plain abc"123, longer abc"123-long')).toBe('plain ***, longer ***');
  expect(mask(JSON.stringify({ echo: 'abc"123' }))).toBe('{"echo":"***"}');
  expect(mask(`q=${encodeURIComponent('abc"123')}`)).toBe('q=***');
  expect(maskJson({ list: ['abc"123', 1, null], 'abc"123': true })).toEqual({
    list: ['***', 1, null],
    '***': true,
  });
});

it('the caller’s scope decides whose secret it is', () => {
  const { values } = revealSecrets({ a: '${secret:X}' }, (name, scope) => `${scope}/${name}`, 'project-1');
  expect(values).toEqual({ a: 'project-1/X' });
});

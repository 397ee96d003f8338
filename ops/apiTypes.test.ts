import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { apiTypes } from './apiTypes.ts';

it('are those that the command line is built with (`npm run api-docs` rewrites them)', async () => {
  const written = readFileSync(new URL('../cli/generated/api.ts', import.meta.url), 'utf8');
  expect(written).toBe(await apiTypes());
});

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';

const ROOT = join(import.meta.dirname, '..');
/** Paths of files as the document writes them: `a/file.ts`. */
const PATHS = /`([\w.-]+(?:\/[\w.-]+)+\.\w+)`/g;

it('names only files that are there as what shows its claims', () => {
  const text = readFileSync(join(ROOT, 'docs/threat-model.md'), 'utf8');
  const named = [...text.matchAll(PATHS)].map(([, path = '']) => path);
  expect(named.length).toBeGreaterThan(30);
  expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});

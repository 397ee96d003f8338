import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const GENSIM = '4.4.0';
const WITHIN = 'gensim/test/test_data';

/**
 * The folder of the Lee corpus, which is part of the tests of the package gensim; the package is downloaded once and
 * not installed.
 */
export function unpackLeeCorpus(folder: string): string {
  const unpacked = join(folder, WITHIN);
  if (existsSync(join(unpacked, 'similarities0-1.txt'))) return unpacked;
  mkdirSync(folder, { recursive: true });
  const run = (command: string, args: readonly string[]) =>
    execFileSync(command, args, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  run('python3', ['-m', 'pip', 'download', '-q', '--no-deps', '--only-binary=:all:', `gensim==${GENSIM}`]);
  const wheel = readdirSync(folder).find((name) => name.startsWith('gensim-') && name.endsWith('.whl')) ?? '';
  run('unzip', [
    '-qo',
    wheel,
    `${WITHIN}/lee.cor`,
    `${WITHIN}/lee_background.cor`,
    `${WITHIN}/similarities0-1.txt`,
  ]);
  return unpacked;
}

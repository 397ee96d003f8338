// `npm run check`: the checks that a change must pass before it is shown to others, for the files that it touches:
// format, lint, types, import rules, and the tests without servers that reach those files. `--staged` checks what is
// to be committed and leaves out the two slower ones; `--none` only installs what is missing.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { ensureDependencies } from './dependencies.mjs';

const node = ensureDependencies();
// What `npm run deps` checks.
const [, ...cruised] = JSON.parse(readFileSync('package.json', 'utf8')).scripts.deps.split(' ');
const staged = process.argv.includes('--staged');
if (!process.argv.includes('--none')) process.exitCode = check();

function check() {
  const files = changedFiles().filter((file) => existsSync(file));
  const sources = files.filter((file) => /\.(ts|tsx|mjs)$/.test(file));
  const steps = [
    ['format', files, ['node_modules/prettier/bin/prettier.cjs', '--check', '--ignore-unknown', ...files]],
    ['lint', sources, ['node_modules/eslint/bin/eslint.js', '--no-warn-ignored', ...sources]],
    ['types', sources, ['node_modules/typescript-7/bin/tsc']],
  ];
  if (!staged) {
    const jest = ['--experimental-vm-modules', 'node_modules/jest/bin/jest.js'];
    steps.push(
      ['import table', sources, ['node_modules/dependency-cruiser/bin/dependency-cruiser.mjs', ...cruised]],
      [
        'tests',
        sources,
        [...jest, '--findRelatedTests', ...sources, '--passWithNoTests', '--selectProjects', 'pure'],
      ],
    );
  }
  const failed = steps.filter(([, wanted, args]) => wanted.length > 0 && !passes(args)).map(([name]) => name);
  console.log(
    failed.length === 0 ? `${files.length} changed files: all well.` : `To mend: ${failed.join(', ')}.`,
  );
  return failed.length === 0 ? 0 : 1;
}

function passes(args) {
  return spawnSync(node, ['--no-warnings', ...args], { stdio: 'inherit' }).status === 0;
}

/** Compared with main if it exists; uncommitted changes count too. */
function changedFiles() {
  if (staged) return lines('diff', '--cached', '--name-only', '--diff-filter=d');
  const base = lines('merge-base', 'HEAD', 'main')[0] ?? 'HEAD';
  return [
    ...lines('diff', '--name-only', '--diff-filter=d', base),
    ...lines('ls-files', '--others', '--exclude-standard'),
  ];
}

function lines(...args) {
  const { stdout } = spawnSync('git', args, { encoding: 'utf8' });
  return stdout.split('\n').filter((line) => line !== '');
}

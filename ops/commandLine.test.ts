import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';

function run(script: string, ...args: string[]) {
  const path = fileURLToPath(new URL(script, import.meta.url));
  return spawnSync(process.execPath, ['--no-warnings', path, ...args], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], NODE_ENV: 'test' },
  });
}

it.each([
  ['smoke.ts', ['--help'], /^Unknown option '--help'\. .*It takes --commit, --wait\.\n$/],
  ['apiToken.ts', ['--help'], /^Unknown option '--help'\. .*It takes --name\.\n$/],
  ['apiToken.ts', ['report'], /^Unexpected argument 'report'\. .*It takes --name\.\n$/],
])('a command refuses what it does not know in a sentence: %s %j', (script, args, said) => {
  const { status, stderr, stdout } = run(script, ...args);
  expect(stderr).toMatch(said);
  expect([status, stdout]).toEqual([2, '']);
});

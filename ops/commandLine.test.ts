import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';

function run(script: string, args: string[], variables: Record<string, string> = {}) {
  const path = fileURLToPath(new URL(script, import.meta.url));
  return spawnSync(process.execPath, ['--no-warnings', path, ...args], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], NODE_ENV: 'test', ...variables },
  });
}

it.each([
  ['smoke.ts', ['--help'], /^Unknown option '--help'\. .*It takes --commit, --wait\.\n$/],
  ['apiToken.ts', ['--help'], /^Unknown option '--help'\. .*It takes --name\.\n$/],
  ['apiToken.ts', ['report'], /^Unexpected argument 'report'\. .*It takes --name\.\n$/],
])('a command refuses what it does not know in a sentence: %s %j', (script, args, said) => {
  const { status, stderr, stdout } = run(script, args);
  expect(stderr).toMatch(said);
  expect([status, stdout]).toEqual([2, '']);
});

const AWAY = 'The database at 127.0.0.1:1/colloquy cannot be reached: ECONNREFUSED\n';
const NO_URL =
  'The environment is invalid:\n  DATABASE_URL: must be a postgresql:// URL, in which special characters of the password are written as ' +
  '%23 and the like\n';

it.each([
  ...['migrate.ts', 'rollback.ts', 'schemaDrift.ts', 'knowledge/migrate.ts', 'knowledge/rollback.ts'].map(
    (script): [string, Record<string, string>, string] => [
      script,
      { DATABASE_URL: 'postgresql://colloquy:hunter2@127.0.0.1:1/colloquy' },
      AWAY,
    ],
  ),
  ['migrate.ts', { DATABASE_URL: 'postgresql://colloquy:hunter2#@db/colloquy' }, NO_URL],
  ['ownerLink.ts', { DATABASE_URL: '"postgresql://colloquy:hunter2@db/colloquy"' }, NO_URL],
  [
    'knowledge/migrate.ts',
    { KNOWLEDGE_DATABASE_URL: 'db/colloquy' },
    NO_URL.replace('DATABASE_URL', 'KNOWLEDGE_DATABASE_URL'),
  ],
  [
    'seed.ts',
    { DATABASE_URL: 'postgresql://colloquy:hunter2@127.0.0.1:1/colloquy' },
    'The database at 127.0.0.1:1/colloquy cannot be reached: ECONNREFUSED\n',
  ],
  [
    'replayGate.ts',
    { TEMPORAL_API_KEY: 'key', TEMPORAL_TLS: 'false' },
    "The environment is invalid:\n  TEMPORAL_TLS: can't be false together with TEMPORAL_API_KEY\n",
  ],
])('a command says what it cannot reach or take, and no more: %s %j', (script, variables, said) => {
  const { status, stderr } = run(script, [], variables);
  expect([status, stderr]).toEqual([1, said]);
});

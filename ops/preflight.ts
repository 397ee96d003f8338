import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { validateGraph } from 'railway/iac';
import { readWebEnvironment } from '../platform/environment.ts';
import { readOptions } from './commandLine.ts';
import { changelogSection } from './deploy/changelogSection.ts';
import { evaluateRailway } from './deploy/evaluateRailway.ts';

// `npm run preflight`: what has to be so before a deployment, a line each; ends with 1 where something isn't. It changes nothing and asks
// nobody but the package registry. --tests runs all tests too, --environment reads the variables of this shell as the web process would.

const ROOT = fileURLToPath(new URL('..', import.meta.url));

const { values } = readOptions({
  options: { tests: { type: 'boolean', default: false }, environment: { type: 'boolean', default: false } },
});

const checks: [name: string, check: () => string | Promise<string>][] = [
  [
    'nothing is uncommitted',
    () => (run('git', ['status', '--porcelain']) === '' ? 'clean' : fail('commit or stash first')),
  ],
  ['each migration has its way back', () => everyMigrationHasRollback()],
  [
    'the changelog tells of this version',
    () => {
      const changelog = readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8');
      const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
      if (changelogSection(changelog, 'Unreleased') !== null) return 'under "Unreleased"';
      return changelogSection(changelog, version) === null ? fail(`nothing of ${version}`) : version;
    },
  ],
  [
    'Railway’s project is a valid graph',
    async () => {
      const graph = await evaluateRailway('production');
      const errors = validateGraph(graph);
      return errors.length === 0 ? `${String(graph.resources.length)} resources` : fail(errors.join('; '));
    },
  ],
  [
    'everything is built',
    () =>
      ['dist/workflow-bundle.js', 'build/server/index.js', 'build/client/assets'].every((path) =>
        existsSync(join(ROOT, path)),
      )
        ? 'client, workflow bundle and web app'
        : fail('npm run build'),
  ],
  [
    'no known vulnerability in what is deployed',
    () => (run('npm', ['audit', '--omit=dev', '--audit-level=high']), 'none that is high'),
  ],
  ...(values.environment
    ? [
        ['the environment is complete', () => (readWebEnvironment(process.env), 'read')] as [
          string,
          () => string,
        ],
      ]
    : []),
  ...(values.tests
    ? [
        ['all tests pass', () => run('npm', ['test']).trim().split('\n').at(-1) ?? ''] as [
          string,
          () => string,
        ],
      ]
    : []),
];

let failed = false;
for (const [name, check] of checks) {
  try {
    console.log(`ok   ${name}: ${await check()}`);
  } catch (error) {
    failed = true;
    console.log(`FAIL ${name}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
process.exitCode = failed ? 1 : 0;

function everyMigrationHasRollback(): string {
  const folders = readdirSync(join(ROOT, 'prisma/migrations')).filter((name) => /^\d{14}_/.test(name));
  const files = readdirSync(join(ROOT, 'supabase/migrations'));
  const missing = [
    ...folders.filter((name) => !existsSync(join(ROOT, 'prisma/migrations', name, 'rollback.sql'))),
    ...files.filter((name) => !existsSync(join(ROOT, 'supabase/rollbacks', name))),
  ];
  return missing.length === 0
    ? `${String(folders.length + files.length)} of them`
    : fail(`not ${missing.join(', ')}`);
}

/** What a command printed; throws with the end of that where it fails. */
function run(command: string, args: string[]): string {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: ROOT,
    encoding: 'utf8',
    // `npm run -s` would have npm itself say nothing.
    env: { ...process.env, npm_config_loglevel: 'error' },
  });
  if (status === 0) return stdout;
  return fail(
    `${[command, ...args].join(' ')}: ${`${stdout}\n${stderr}`.trim().split('\n').slice(-3).join(' ')}`,
  );
}

function fail(words: string): never {
  throw new Error(words);
}

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, test } from '@jest/globals';
import { changelogSection } from './changelogSection.ts';
import { faultOfDrill } from './lastDrill.ts';
import { newestBackup } from './newestBackup.ts';
import { type Deployment, idleWorker, outcomeOf } from './railwayDeployments.ts';
import { originOf } from './railwayDomain.ts';

const made = (createdAt: string, status = 'SUCCESS'): Deployment => ({ id: createdAt, status, createdAt });

test.each<[string, Deployment[], Deployment[], string]>([
  ['blue at first', [], [], 'worker-blue'],
  ['green after blue', [made('2026-11-01T00:00:00Z')], [], 'worker-green'],
  ['blue after green', [made('2026-11-01T00:00:00Z')], [made('2026-11-02T00:00:00Z')], 'worker-blue'],
  ['green after blue again', [made('2026-11-03T00:00:00Z')], [made('2026-11-02T00:00:00Z')], 'worker-green'],
  [
    'the one whose deployment failed, so that the running one goes on',
    [made('2026-11-01T00:00:00Z')],
    [made('2026-11-02T00:00:00Z', 'FAILED')],
    'worker-green',
  ],
])('a release goes to %s', (_what, blue, green, expected) => {
  expect(idleWorker(blue, green)).toBe(expected);
});

test.each([
  ['SUCCESS', 'running'],
  ['FAILED', 'failed'],
  ['CRASHED', 'failed'],
  ['BUILDING', 'pending'],
  ['DEPLOYING', 'pending'],
  ['SOMETHING_NEW', 'pending'],
])('a deployment that is %s is %s', (status, outcome) => {
  expect(outcomeOf(status)).toBe(outcome);
});

test.each([
  ['that has just been made', { domain: 'https://web-pr-7.up.railway.app' }],
  [
    'that was there, as at every push but the first',
    { domains: ['https://web-pr-7.up.railway.app', 'https://b.example.com'] },
  ],
])('a preview’s front door gets the address of the domain %s', (_what, answer) => {
  expect(originOf(JSON.stringify(answer))).toBe('https://web-pr-7.up.railway.app');
});

describe('npm run deploy-service', () => {
  const SCRIPT = fileURLToPath(new URL('../deployService.ts', import.meta.url));
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'colloquy-deploy-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** Runs it against a stand-in for Railway's command line, whose deployment goes through these states. */
  function deploy(service: string, states: string[], lastWords?: string) {
    const log = join(folder, 'log');
    const railway = join(folder, 'railway.cjs');
    writeFileSync(log, '');
    writeFileSync(
      railway,
      `const { appendFileSync, readFileSync } = require('node:fs');
       const args = process.argv.slice(2), log = ${JSON.stringify(log)};
       const up = readFileSync(log, 'utf8').includes('up ');
       if (args[0] === 'up') {
         appendFileSync(log, 'up ' + readFileSync(args[1] + '/Dockerfile', 'utf8') + args.slice(2).join(' ') + '\\n');
         if (${String(lastWords !== undefined)}) { console.error(${JSON.stringify(lastWords)}); process.exit(1); }
       } else {
         appendFileSync(log, 'list\\n');
         const asked = readFileSync(log, 'utf8').split('up ')[1]?.match(/^list$/gm)?.length ?? 0;
         const states = ${JSON.stringify(states)};
         const old = { id: 'old', status: 'SUCCESS', createdAt: '2026-11-01T00:00:00Z' };
         const state = states[Math.min(asked, states.length) - 1];
         if (state === 'AWAY') { console.error('connection reset'); process.exit(1); }
         if (state === 'NONSENSE') { console.log('<html>Bad gateway</html>'); process.exit(0); }
         console.log(JSON.stringify(up ? [{ id: 'new', status: state, createdAt: '2026-11-02T00:00:00Z' }, old] : [old]));
       }`,
    );
    const result = spawnSync(
      process.execPath,
      ['--no-warnings', SCRIPT, service, 'ghcr.io/o/colloquy:0123456'],
      {
        encoding: 'utf8',
        env: {
          NODE_ENV: 'test',
          PATH: process.env['PATH'],
          RAILWAY_CLI: railway,
          RAILWAY_ENVIRONMENT: 'production',
          DEPLOY_PAUSE_MS: '1',
        },
      },
    );
    return { ...result, log: readFileSync(log, 'utf8') };
  }

  it('deploys the image, and ends when it runs, not when it is built', () => {
    const { status, log } = deploy('web', ['BUILDING', 'DEPLOYING', 'SUCCESS']);
    expect(status).toBe(0);
    expect(log).toContain(
      'up FROM ghcr.io/o/colloquy:0123456\n--path-as-root --ci --service web --environment production',
    );
    expect(log.split('up ')[1]?.match(/^list$/gm)).toHaveLength(3);
  });

  it('takes the worker that is not in use', () => {
    expect(deploy('worker', ['SUCCESS']).log).toMatch(/--service worker-(blue|green) /);
  });

  it('fails where the process crashes at its start, with where its log is', () => {
    const { status, stderr } = deploy('web', ['BUILDING', 'CRASHED']);
    expect(status).toBe(1);
    expect(stderr).toBe(
      'web: the deployment new is CRASHED; the earlier one goes on. Its log: npm run railway -- logs --deployment new\n',
    );
  });

  it('fails with the words of Railway’s command line', () => {
    const { status, stderr } = deploy('web', [], 'no such project');
    expect([status, stderr]).toEqual([1, 'railway up failed: no such project\n']);
  });

  it('goes on waiting where Railway does not say for a moment how it stands, and not for ever', () => {
    expect(deploy('web', ['AWAY', 'BUILDING', 'NONSENSE', 'AWAY', 'SUCCESS']).status).toBe(0);
    expect(deploy('web', ['AWAY'])).toMatchObject({
      status: 1,
      stderr: 'railway deployment failed: connection reset\n',
    });
    expect(deploy('web', ['NONSENSE'])).toMatchObject({
      status: 1,
      stderr: 'railway deployment list says no list of deployments: <html>Bad gateway</html>\n',
    });
  });

  it('says so where Railway’s command line fails without a word', () => {
    expect(deploy('web', [], '').stderr).toBe(
      'railway up failed: it ended with 1 and said nothing; does npm run railway -- whoami answer?\n',
    );
  });
});

test('a release after a roll-back goes to the worker that is not in use', () => {
  // The first release to blue, the second to green, which was rolled back: the pipeline deploys the earlier image to blue again.
  const blue = [made('2026-11-03T00:10:00Z'), made('2026-11-01T00:00:00Z', 'REMOVED')];
  const green = [made('2026-11-03T00:00:00Z')];
  expect(idleWorker(blue, green)).toBe('worker-green');
});

test.each([
  ['1.2.0', '### Added\n\n- A thing.'],
  ['1.1.0', '- Old.'],
  ['1.0.0', null],
  ['1.2', null],
  ['0.9.0', null],
])('the changelog says of %s: %j', (version, expected) => {
  const changelog =
    '# Changelog\n\n## Unreleased\n\n## [1.2.0] - 2026-11-29\n\n### Added\n\n- A thing.\n\n## 1.1.0, 2026-01-01\n\n- Old.\n\n## 1.0.0\n';
  expect(changelogSection(changelog, version)).toBe(expected);
});

test.each([
  ['', null],
  ['no JSON\n{"level":"info","msg":"none yet"}', null],
  ['{"level":"warn","backup":"colloquy-20261129T030000Z"}', null],
  [
    '{"level":"info","backup":"colloquy-20261128T030000Z"}\n{"level":"info","backup":"colloquy-20261129T031500Z"}\n{"level":"info","backup":"colloquy-20261127T030000Z"}',
    '2026-11-29T03:15:00.000Z',
  ],
])('the newest backup of %j is of %s', (lines, expected) => {
  expect(newestBackup(lines)?.toISOString() ?? null).toBe(expected);
});

test.each(['', '{"level":"error","msg":"s3://backups refused the request"}', '<html>'])(
  'a status of backups that can not be read is a fault, in its own words: %j',
  (status) => {
    expect(faultOfDrill(status, 80)).toBe(
      `The status of backups could not be read: ${status || 'nothing was said'}`,
    );
  },
);

test('a backup that a wrong clock has named says nothing of how old the newest is', () => {
  const lines = ['20261127T030000Z', '20991231T030000Z'].map(
    (time) => `{"level":"info","backup":"colloquy-${time}"}`,
  );
  const now = new Date('2026-11-30T03:00:00Z');
  expect(newestBackup(lines.join('\n'), now)).toEqual(new Date('2026-11-27T03:00:00Z'));
  expect(newestBackup(lines.slice(1).join('\n'), now)).toBeNull();
});

test.each([
  ['none', null, /no drill/],
  ['one that failed', { succeeded: false, ageDays: 1 }, /failed/],
  ['one of last year', { succeeded: true, ageDays: 330.4 }, /330 days ago/],
  ['one of this quarter', { succeeded: true, ageDays: 12 }, null],
])('the last drill: %s', (_what, drill, expected) => {
  const lastDrill = drill === null ? null : { backup: 'colloquy-20261101T030000Z', ...drill };
  const fault = faultOfDrill(JSON.stringify({ target: 'file:///backups', lastDrill }), 80);
  if (expected === null) expect(fault).toBeNull();
  else expect(fault).toMatch(expected);
});

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { hostTools } from './deploy/hostTools.ts';
import { type Deployment, idleWorker, outcomeOf, readDeployments } from './deploy/railwayDeployments.ts';

// `npm run deploy-service -- SERVICE IMAGE`: deploys an image to a service at Railway, in the environment RAILWAY_ENVIRONMENT, and ends when
// it runs, or with 1 when it failed. "worker" stands for the worker's service that is not in use. `railway up` alone ends with the build:
// a process that crashes at its start would count as deployed.

const PAUSE_MS = Number(process.env['DEPLOY_PAUSE_MS'] ?? 5_000);
/** Build, replay gate, migrations and health check together. */
const WAIT_MS = 30 * 60_000;
/** So often in a row Railway may not say what has become of it. */
const FAILURES_BORNE = 5;

class DeployError extends Error {
  override readonly name = 'DeployError';
}

const [named, image] = process.argv.slice(2);
const environment = process.env['RAILWAY_ENVIRONMENT'];
if (named === undefined || image === undefined || !/^[\w./-]+:[\w.-]+$/.test(image) || !environment) {
  console.error(
    'Name the service and the image, with RAILWAY_ENVIRONMENT set: npm run deploy-service -- web ghcr.io/…:…',
  );
  process.exit(2);
}
try {
  await deploy(named === 'worker' ? idleWorker(list('worker-blue'), list('worker-green')) : named, image);
} catch (error) {
  if (!(error instanceof DeployError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function deploy(service: string, image: string): Promise<void> {
  const earlier = new Set(list(service).map(({ id }) => id));
  console.log(`${service}: ${image}`);
  const folder = mkdtempSync(join(tmpdir(), 'colloquy-deploy-'));
  try {
    writeFileSync(join(folder, 'Dockerfile'), `FROM ${image}\n`);
    railway([
      'up',
      folder,
      '--path-as-root',
      '--ci',
      '--service',
      service,
      '--environment',
      environment ?? '',
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
  const deadlineMs = Date.now() + WAIT_MS;
  for (let failures = 0; ;) {
    let made: Deployment | undefined;
    try {
      made = list(service).find(({ id }) => !earlier.has(id));
      failures = 0;
    } catch (error) {
      failures += 1;
      // It is under way there, whoever can't see it for a moment.
      if (failures > FAILURES_BORNE) throw error;
      await sleep(PAUSE_MS);
      continue;
    }
    const outcome = outcomeOf(made?.status ?? 'QUEUED');
    if (outcome === 'running') break;
    if (outcome === 'failed')
      throw new DeployError(
        `${service}: the deployment ${made?.id ?? ''} is ${made?.status ?? ''}; the earlier one goes on. ` +
          `Its log: npm run railway -- logs --deployment ${made?.id ?? ''}`,
      );
    if (Date.now() > deadlineMs) throw new DeployError(`${service}: it does not run after half an hour.`);
    await sleep(PAUSE_MS);
  }
  console.log(`${service} runs.`);
}

function list(service: string): Deployment[] {
  const args = ['deployment', 'list', '--json', '--limit', '20', '--service', service];
  const said = railway([...args, '--environment', environment ?? '']);
  try {
    return readDeployments(said);
  } catch {
    throw new DeployError(
      `railway deployment list says no list of deployments: ${said.trim().slice(0, 300)}`,
    );
  }
}

/** Runs Railway's command line, or what RAILWAY_CLI names; returns what it printed. */
function railway(args: string[]): string {
  const command = process.env['RAILWAY_CLI'];
  const { status, stdout, stderr, error } = command
    ? spawnSync(process.execPath, [command, ...args], { encoding: 'utf8' })
    : spawnSync('npx', ['--yes', hostTools.railway, ...args], {
        encoding: 'utf8',
        // `npm run -s` would have npx itself say nothing.
        env: { ...process.env, npm_config_loglevel: 'error' },
      });
  if (status === 0) return stdout;
  const words = error?.message ?? (stderr.trim() || stdout.trim());
  throw new DeployError(
    `railway ${args[0] ?? ''} failed: ${words || `it ended with ${String(status)} and said nothing; does npm run railway -- whoami answer?`}`,
  );
}

import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { freePort } from './embedded/network.ts';
import { commandOf, isAlive } from './start/processes.ts';
import { readRunning } from './start/runningFile.ts';

// Runs `npm start` as a newcomer would, with real processes; it uses the web app and the bundle that `npm test` has
// built.
jest.setTimeout(300_000);

let folder: string;
let launched: Launched[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'colloquy-start-'));
  launched = [];
});

afterEach(async () => {
  for (const { child, ended } of launched) {
    child.kill('SIGTERM');
    await ended;
  }
  const left = await leftOf(folder);
  for (const pid of left) process.kill(pid, 'SIGKILL');
  expect(left.map(commandOf)).toEqual([]);
  rmSync(folder, { recursive: true, force: true });
});

interface Launched {
  child: ChildProcess;
  output: () => string;
  /** Resolves with the exit code. */
  ended: Promise<number | null>;
  /** Resolves when the text has been printed. */
  printed: (text: string) => Promise<void>;
}

/** The processes that use this data folder and do not end by themselves. */
async function leftOf(dataFolder: string): Promise<number[]> {
  const deadlineMs = Date.now() + 60_000;
  for (;;) {
    const left = processesOf(dataFolder);
    if (left.length === 0 || Date.now() > deadlineMs) return left;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** The processes whose environment contains the folder; only Linux can tell. */
function processesOf(dataFolder: string): number[] {
  if (!existsSync('/proc')) return [];
  return readdirSync('/proc').flatMap((name) => {
    try {
      const environment = /^\d+$/.test(name) ? readFileSync(`/proc/${name}/environ`, 'utf8') : '';
      return environment.includes(`COLLOQUY_DATA=${dataFolder}`) ? [Number(name)] : [];
    } catch {
      // It has ended meanwhile, or belongs to another user.
      return [];
    }
  });
}

const START = fileURLToPath(new URL('start.mjs', import.meta.url));

function launch(env: Record<string, string>, command = process.execPath, args = [START]): Launched {
  const child = spawn(command, args, {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    env: {
      NODE_ENV: 'production',
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      COLLOQUY_DATA: folder,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += String(data)));
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const launch: Launched = {
    child,
    output: () => output,
    ended,
    printed: async (text) => {
      while (!output.includes(text)) {
        if (child.exitCode !== null) throw new Error(`It ended without "${text}":\n${output}`);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    },
  };
  launched.push(launch);
  return launch;
}

const running = () => readRunning(join(folder, 'running.json'));

/** Our process whose command line contains this text. */
function pidOf(command: string): number {
  const pid = running()?.children.find((child) => commandOf(child).includes(command));
  if (pid === undefined) throw new Error(`${command} is not running.`);
  return pid;
}

test('starts everything, restarts what is killed, stops completely, and finds its data again', async () => {
  const port = String(await freePort());
  const first = launch({ PORT: port });
  await first.printed('Ctrl-C stops everything');
  expect(first.output()).toMatch(/http:\/\/127\.0\.0\.1:\d+\/setup\?token=/);
  expect(first.output()).toContain('The model is a demo');
  expect((await fetch(`http://127.0.0.1:${port}/health`)).status).toBe(200);
  expect(statSync(join(folder, 'session-secret')).mode & 0o777).toBe(0o600);

  const other = launch({ PORT: String(await freePort()) });
  expect(await other.ended).toBe(1);
  expect(other.output()).toContain('set COLLOQUY_DATA to another folder');

  process.kill(pidOf('worker/main.ts'), 'SIGKILL');
  await first.printed('The worker is running again.');
  process.kill(pidOf('databaseServer.ts'), 'SIGKILL');
  await first.printed('The embedded database is running again.');

  const children = running()?.children ?? [];
  expect(children).toHaveLength(5);
  first.child.kill('SIGTERM');
  expect(await first.ended).toBe(0);
  expect(first.output()).toContain('Stopped; your data is saved.');
  expect(children.filter(isAlive)).toEqual([]);
  expect(running()).toBeUndefined();

  const second = launch({ PORT: port });
  await second.printed('Ctrl-C stops everything');
  expect(second.output()).not.toContain('Applied');
});

test('a SIGTERM sent only to npm, as supervisors do, ends everything', async () => {
  const port = String(await freePort());
  const npm = launch({ PORT: port }, 'npm', ['start']);
  await npm.printed('Ctrl-C stops everything');
  const { pid, children } = running() ?? { pid: 0, children: [] };
  expect(children).toHaveLength(5);
  npm.child.kill('SIGTERM');
  while ([pid, ...children].some(isAlive)) await new Promise((resolve) => setTimeout(resolve, 100));
  expect(running()).toBeUndefined();
});

test('a killed launcher leaves nothing behind that prevents the next start', async () => {
  const port = String(await freePort());
  const first = launch({ PORT: port });
  await first.printed('Ctrl-C stops everything');
  const { pid, children } = running() ?? { pid: 0, children: [] };
  process.kill(pid, 'SIGKILL');
  await first.ended;
  const second = launch({ PORT: port });
  await second.printed('Ctrl-C stops everything');
  expect(children.filter(isAlive)).toEqual([]);
});

test.each([
  ['a port in use', 'is in use: stop the process that uses it, or set another PORT'],
  [
    'a broken data folder',
    "can't be opened: restore it from a backup, or move it away to start with an empty one",
  ],
  ['a bad environment', 'SESSION_SECRET'],
  ['a database that does not answer', 'The database could not be brought up to date'],
])('%s is reported in one clear line', async (problem, line) => {
  const env: Record<string, string> = { PORT: String(await freePort()) };
  if (problem === 'a port in use') {
    const { createServer } = await import('node:net');
    const server = createServer().listen(Number(env['PORT']), '127.0.0.1').unref();
    await new Promise((resolve) => server.once('listening', resolve));
  }
  if (problem === 'a broken data folder') {
    mkdirSync(join(folder, 'postgres'));
    writeFileSync(join(folder, 'postgres', 'PG_VERSION'), 'rubbish');
  }
  if (problem === 'a bad environment') env['SESSION_SECRET'] = 'short';
  if (problem === 'a database that does not answer') env['DATABASE_URL'] = 'postgresql://x@127.0.0.1:1/x';
  const start = launch(env);
  expect(await start.ended).toBe(1);
  expect(start.output()).toContain(line);
  expect(start.output()).not.toMatch(/\n {4}at /);
});

// Uses only Node's own modules: this runs before anything is installed, on whatever Node version the machine has.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withLock } from './installLock.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const MODULES = join(ROOT, 'node_modules');
const LOCKFILE = join(ROOT, 'package-lock.json');
/** The hash of the lockfile that was installed. */
const STAMP = join(MODULES, '.colloquy-lockfile');
/** npm's own record of what it installed. */
const NPM_NOTE = join(MODULES, '.package-lock.json');
/** Held while something is installed; it is outside node_modules, which npm empties. */
const LOCK = join(ROOT, '.colloquy-install.lock');

/** The Node version from our dependencies, which runs everything else. */
const NODE = join(MODULES, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

/**
 * Where Node caches compiled code with its types stripped, which saves half of what starting a process costs. To be
 * passed on in the environment of everything that is started.
 */
export const COMPILE_CACHE = {
  NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(MODULES, '.cache', 'colloquy-code'),
};

const say = (line) => console.log(`[colloquy] ${line}`);

/** Installs the dependencies if they are missing or older than the lockfile; returns the path of their Node. */
export function ensureDependencies() {
  if (Number(process.versions.node.split('.')[0]) < 20) {
    fail(`Node 20 or newer is needed to begin with; this is ${process.versions.node}.`);
  }
  if (!isInstalled()) {
    try {
      withLock(LOCK, install, {
        waiting: (pid) => say(`Process ${pid} is installing the dependencies: waiting for it …`),
      });
    } catch (error) {
      fail(`The dependencies could not be installed: ${error.message}.`);
    }
  }
  return NODE;
}

/** Checked again under the lock: another command may have done it meanwhile. */
function install() {
  if (!isCurrent()) {
    say('Installing the dependencies (one to three minutes, once) …');
    npm('ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error');
    writeFileSync(STAMP, lockfileHash());
  }
  // If npm runs no install scripts, the one of the package "node" is run here.
  if (!existsSync(NODE)) npm('rebuild', 'node');
  if (!existsSync(NODE)) {
    throw new Error('npm did not install the package "node"; run `npm rebuild node` and read its output');
  }
}

function isInstalled() {
  return isCurrent() && existsSync(NODE);
}

function isCurrent() {
  if (!existsSync(NPM_NOTE)) return false;
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === lockfileHash()) return true;
  // Installed by hand: npm updated its record when it was done.
  return statSync(NPM_NOTE).mtimeMs >= statSync(LOCKFILE).mtimeMs;
}

function lockfileHash() {
  return createHash('sha256').update(readFileSync(LOCKFILE)).digest('hex');
}

function npm(...args) {
  const path = process.env.npm_execpath;
  const [command, first] = path?.endsWith('.js') ? [process.execPath, [path]] : ['npm', []];
  const { status, error } = spawnSync(command, [...first, ...args], {
    cwd: ROOT,
    stdio: 'inherit',
    shell: process.platform === 'win32' && command === 'npm',
    // Two packages would download a program that we don't use; without it, only the registry is needed.
    env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, SENTRYCLI_SKIP_DOWNLOAD: '1' },
  });
  if (status !== 0)
    throw new Error(`\`npm ${args[0]}\` failed${error ? ` (${error.message})` : ''}: see its output above`);
}

/** Runs a script on the dependency's Node in this terminal; resolves with its exit code. */
export function runScript(node, script, args = []) {
  const child = spawn(node, ['--no-warnings', script, ...args], {
    cwd: ROOT,
    env: { ...process.env, ...COMPILE_CACHE },
    // The channel tells it when this process is gone, however it ended.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  // Ctrl-C reaches both processes; this one waits for the other to end.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  const orphaned = onceOrphaned(() => child.kill('SIGTERM'));
  return new Promise((resolve) => {
    child.once('exit', (code, signal) => {
      clearInterval(orphaned);
      resolve(code ?? (signal ? 1 : 0));
    });
  });
}

/**
 * A SIGTERM sent only to npm, as supervisors and containers do, ends npm and its shell; the processes that they have
 * started notice nothing but a new parent.
 */
function onceOrphaned(then) {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    then();
  }, 500);
  return timer;
}

function fail(message) {
  console.error(`[colloquy] ${message}`);
  process.exit(1);
}

// Only Node's own modules here: this runs before anything is installed, on whatever Node the machine has.
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
/** npm's own note of what it installed. */
const NPM_NOTE = join(MODULES, '.package-lock.json');
/** Held while something is installed; not among the modules, which npm clears away. */
const LOCK = join(ROOT, '.colloquy-install.lock');

/** The dependency's Node, which runs everything else. */
const NODE = join(MODULES, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

const say = (line) => console.log(`[colloquy] ${line}`);

/** Installs the dependencies where they are missing or older than the lockfile; returns the path of their Node. */
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

/** Once more under the lock: another command may have done it meanwhile. */
function install() {
  if (!isCurrent()) {
    say('Installing the dependencies (one to three minutes, once) …');
    npm('ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error');
    writeFileSync(STAMP, lockfileHash());
  }
  // Where npm runs no install scripts, Node's own is made up for.
  if (!existsSync(NODE)) npm('rebuild', 'node');
  if (!existsSync(NODE)) {
    throw new Error('npm left the package "node" out; run `npm rebuild node` and look at what it says');
  }
}

function isInstalled() {
  return isCurrent() && existsSync(NODE);
}

function isCurrent() {
  if (!existsSync(NPM_NOTE)) return false;
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === lockfileHash()) return true;
  // Installed by hand: npm touched its note when it was done.
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
    // Two packages would download a program that we don't use: nothing but the registry is needed.
    env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, SENTRYCLI_SKIP_DOWNLOAD: '1' },
  });
  if (status !== 0)
    throw new Error(`\`npm ${args[0]}\` failed${error ? ` (${error.message})` : ''}, see above`);
}

/** Runs a script on the dependency's Node, with this terminal; resolves with its exit code. */
export function runScript(node, script, args = []) {
  const child = spawn(node, ['--no-warnings', script, ...args], {
    cwd: ROOT,
    // The channel tells it when this process is gone, however it went.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  // Ctrl-C reaches both; this one waits for the other's end.
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
 * A SIGTERM to npm alone, as supervisors and containers send it, ends npm and its shell; nothing reaches what they have
 * started but a change of parents.
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

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from '@jest/globals';

/** A stand-in for npm that records its runs, and installs only when told to. */
const NPM = `
const { appendFileSync, existsSync, mkdirSync, writeFileSync } = require('node:fs');
appendFileSync('runs', process.argv[2] + '\\n');
const timer = setInterval(() => {
  if (!existsSync('go')) return;
  clearInterval(timer);
  if (existsSync('fails')) process.exit(1);
  mkdirSync('node_modules/node/bin', { recursive: true });
  writeFileSync('node_modules/node/bin/' + (process.platform === 'win32' ? 'node.exe' : 'node'), '');
  writeFileSync('node_modules/.package-lock.json', '');
}, 20);
`;

let root: string;
const file = (name: string) => join(root, name);
const runs = () => (existsSync(file('runs')) ? readFileSync(file('runs'), 'utf8').trim().split('\n') : []);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'colloquy-install-'));
  mkdirSync(file('ops'));
  for (const name of ['dependencies.mjs', 'installLock.mjs']) {
    cpSync(join(import.meta.dirname, name), file(`ops/${name}`));
  }
  writeFileSync(file('package-lock.json'), '{}');
  writeFileSync(file('npm.js'), NPM);
});
afterEach(() => rmSync(root, { recursive: true }));

/** A command that needs the dependencies. */
function command() {
  const script = "import('./ops/dependencies.mjs').then(({ ensureDependencies }) => ensureDependencies())";
  const child = spawn(process.execPath, ['-e', script], {
    cwd: root,
    env: { ...process.env, npm_execpath: file('npm.js') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const running = { said: '', ended: once(child, 'close') };
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (running.said += text));
  }
  return running;
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await sleep(20);
}

it('installs once however many commands need it, while the others wait', async () => {
  const first = command();
  await until(() => runs().length === 1);
  const second = command();
  await until(() => second.said.includes('waiting for it') || runs().length > 1);
  writeFileSync(file('go'), '');
  expect(await first.ended).toEqual([0, null]);
  expect(await second.ended).toEqual([0, null]);
  expect(runs()).toEqual(['ci']);
  expect(existsSync(file('.colloquy-install.lock'))).toBe(false);
});

it('does not wait for a command that was killed during its installation', async () => {
  const killed = spawn(process.execPath, ['-e', ''], { stdio: 'ignore' });
  await once(killed, 'exit');
  mkdirSync(file('.colloquy-install.lock'));
  writeFileSync(file(`.colloquy-install.lock/${String(killed.pid)}`), '');
  writeFileSync(file('go'), '');
  expect(await command().ended).toEqual([0, null]);
  expect(runs()).toEqual(['ci']);
});

it('reports that npm failed, and lets the next command try again', async () => {
  writeFileSync(file('go'), '');
  writeFileSync(file('fails'), '');
  const failing = command();
  expect(await failing.ended).toEqual([1, null]);
  expect(failing.said).toContain('`npm ci` failed');
  rmSync(file('fails'));
  expect(await command().ended).toEqual([0, null]);
});

// How long a developer waits for `npm run dev` and for each change to show: `npm run bench:dev`; the last line is one line of
// JSON, in seconds. It changes files of this checkout and puts them back; the data folder is one of its own.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { freePort, waitUntil } from '../ops/embedded/network.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const MIGRATION = 'prisma/migrations/99991231235959_bench_dev';
const LIMIT_MS = 300_000;

const undo: (() => void)[] = [];
const port = await freePort(3900);
const data = mkdtempSync(join(tmpdir(), 'colloquy-dev-'));
const startedAt = performance.now();
const dev = spawn(process.execPath, ['ops/dev.mjs'], {
  cwd: ROOT,
  env: { ...process.env, PORT: String(port), COLLOQUY_DATA: data },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const lines: string[] = [];
createInterface({ input: dev.stdout }).on('line', (line) => {
  lines.push(line);
  process.stdout.write(`${line}\n`);
});

let figures: Record<string, number> | undefined;
try {
  await said(/Watching the sources/);
  figures = {
    start: secondsSince(startedAt),
    workflow: await untilDone('workflows/runTeam.ts', '\n// A change.\n'),
    activity: await untilDone('activities/toolCalls/callTool.ts', '\n// A change.\n'),
    page: await untilShown(),
    migration: await untilMigrated(),
    schema: await untilDone('prisma/schema.prisma', '\n// A change.\n'),
  };
} finally {
  for (const restore of undo.reverse()) restore();
  await end(dev);
  rmSync(data, { recursive: true, force: true });
}
// The last line, after what the processes say as they stop.
process.stdout.write(`${JSON.stringify(figures)}\n`);

/** Until the processes that have loaded the file run its new version. */
async function untilDone(path: string, addition: string): Promise<number> {
  const from = lines.length;
  const changedAt = performance.now();
  change(path, (text) => text + addition);
  await said(new RegExp(`${path}.*: done after`), from);
  return secondsSince(changedAt);
}

/** Until the server sends the page in its new version. */
async function untilShown(): Promise<number> {
  const url = `http://127.0.0.1:${String(port)}/sign-in`;
  await fetch(url);
  const marker = 'A page that has changed';
  const changedAt = performance.now();
  change('web/app/pages/auth/SignInPage.tsx', (text) =>
    text.replace('return (', `return '${marker}'; return (`),
  );
  await waitUntil(async () => (await (await fetch(url)).text()).includes(marker), {
    what: 'The changed page',
    timeoutMs: LIMIT_MS,
  });
  return secondsSince(changedAt);
}

/** Until the database has a new migration. */
async function untilMigrated(): Promise<number> {
  const from = lines.length;
  const changedAt = performance.now();
  undo.push(() => rmSync(join(ROOT, MIGRATION), { recursive: true, force: true }));
  mkdirSync(join(ROOT, MIGRATION));
  writeFileSync(
    join(ROOT, MIGRATION, 'migration.sql'),
    'CREATE TABLE "bench_dev" ("id" INTEGER PRIMARY KEY);\n',
  );
  await said(/Applied 99991231235959_bench_dev/, from);
  return secondsSince(changedAt);
}

function change(path: string, edit: (text: string) => string): void {
  const file = join(ROOT, path);
  const before = readFileSync(file, 'utf8');
  undo.push(() => writeFileSync(file, before));
  writeFileSync(file, edit(before));
}

async function said(pattern: RegExp, from = 0): Promise<void> {
  await waitUntil(
    () => {
      if (dev.exitCode !== null) throw new Error(`npm run dev has ended with ${String(dev.exitCode)}.`);
      return Promise.resolve(lines.slice(from).some((line) => pattern.test(line)));
    },
    { what: `npm run dev (${String(pattern)})`, timeoutMs: LIMIT_MS },
  );
}

function secondsSince(at: number): number {
  return Math.round((performance.now() - at) / 100) / 10;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}

import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { startEmbeddedDatabase } from '../ops/embedded/database.ts';
import { KnowledgeStore } from '../platform/knowledge/knowledgeStore.ts';
import { createSqlDoor } from '../platform/knowledge/sqlDoor.ts';
import { type FilledStore, fillStore, findFilledStore, timeAdding } from './knowledge/filledStore.ts';
import { exactDistances, lookUp, makeQuestions, measureRecall, scopesOf } from './knowledge/lookUps.ts';

// How well and how fast look-ups find among 100,000 entries of 1,536 dimensions on PostgreSQL (TEST_DATABASE_URL), and among 5,000
// on the embedded database: `npm run bench:knowledge -- [--entries=100000] [--embedded=5000] [--questions=100] [--rounds=3]`.
// What it has filled in stays, so that the next run begins at once; `--drop` takes it away at the end. The last line is one line
// of JSON.
const { values } = parseArgs({
  options: {
    entries: { type: 'string', default: '100000' },
    embedded: { type: 'string', default: '5000' },
    questions: { type: 'string', default: '100' },
    rounds: { type: 'string', default: '3' },
    drop: { type: 'boolean', default: false },
  },
});
const questionCount = Number(values.questions);
const rounds = Number(values.rounds);
const serverUrl = process.env['TEST_DATABASE_URL'];
if (serverUrl === undefined || serverUrl === '')
  console.log('Without TEST_DATABASE_URL: the embedded database alone.');

const postgresql =
  serverUrl === undefined || serverUrl === '' ? null : await onServer(serverUrl, Number(values.entries));
const embedded = Number(values.embedded) > 0 ? await onEmbedded(Number(values.embedded)) : null;
console.log(
  JSON.stringify({
    bench: 'knowledge',
    date: new Date().toISOString().slice(0, 10),
    machine: {
      cpus: cpus().length,
      cpu: cpus()[0]?.model.trim() ?? 'unknown',
      memoryGiB: Math.round(totalmem() / 2 ** 30),
      node: process.version,
    },
    postgresql,
    embedded,
  }),
);

async function onServer(server: string, entries: number) {
  const name = `colloquy_bench_knowledge_${String(entries)}`;
  const url = new URL(server);
  url.pathname = `/${name}`;
  const exists = await execute(server, `SELECT FROM pg_database WHERE datname = '${name}'`);
  const filled = exists > 0 ? await findFilledStore(url.href, entries) : null;
  if (filled === null) {
    await execute(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await execute(server, `CREATE DATABASE ${name}`);
  }
  const figures = await measure('PostgreSQL', url.href, filled ?? (await fillStore(url.href, entries)));
  if (values.drop) await execute(server, `DROP DATABASE ${name} WITH (FORCE)`);
  return figures;
}

async function onEmbedded(entries: number) {
  const folder = join(tmpdir(), `colloquy-bench-knowledge-${String(entries)}`);
  const data = join(folder, 'postgres');
  mkdirSync(folder, { recursive: true });
  const start = () => startEmbeddedDatabase({ folder: data, logFile: join(folder, 'database.log') });
  let database = await start();
  try {
    let filled = await findFilledStore(database.url, entries);
    if (filled === null) {
      await database.stop();
      rmSync(data, { recursive: true, force: true });
      database = await start();
      filled = await fillStore(database.url, entries);
    }
    const figures = await measure('PGlite', database.url, filled);
    return { ...figures, peakMiB: peakMiB(database.pid) };
  } finally {
    await database.stop();
    if (values.drop) rmSync(folder, { recursive: true });
  }
}

async function measure(name: string, url: string, filled: FilledStore) {
  const { entries } = filled.prepared;
  console.log(`${name}: ${String(entries)} entries, filled in on ${filled.prepared.date}.`);
  const questions = makeQuestions(questionCount, entries);
  const scopes = scopesOf(filled);
  const exact = await exactDistances(url, scopes, questions);
  const store = new KnowledgeStore(createSqlDoor(url, { poolSize: 1 }));
  try {
    const lookUps = [];
    for (const [index, scope] of scopes.entries()) {
      const truth = exact.map((all) => all[index] ?? []);
      const recall = await measureRecall(url, store, filled, scope, questions, truth);
      const time = (words: boolean) =>
        percentiles(questions, async (question) => {
          await store.match(lookUp(filled.projectId, scope, question, { words }));
        });
      const figures = { scope: scope.name, recall, vectors: await time(false), hybrid: await time(true) };
      console.log(JSON.stringify(figures));
      lookUps.push(figures);
    }
    const addMsOfEntry = await timeAdding(store, filled);
    return { database: name, ...filled.prepared, addMsOfEntry, questions: questionCount, rounds, lookUps };
  } finally {
    await store.close();
  }
}

/** What a look-up takes, with one client, the vector's way to the database included. */
async function percentiles<Question>(
  questions: readonly Question[],
  ask: (question: Question) => Promise<void>,
): Promise<{ p50Ms: number; p95Ms: number }> {
  for (const question of questions.slice(0, 10)) await ask(question);
  const taken: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const question of questions) {
      const startedAt = performance.now();
      await ask(question);
      taken.push(performance.now() - startedAt);
    }
  }
  taken.sort((a, b) => a - b);
  const at = (share: number) =>
    Math.round((taken[Math.ceil(taken.length * share) - 1] ?? Number.NaN) * 10) / 10;
  return { p50Ms: at(0.5), p95Ms: at(0.95) };
}

/** Runs a statement; returns how many rows it gave. */
async function execute(url: string, sql: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query(sql);
    return rowCount ?? 0;
  } finally {
    await client.end();
  }
}

/** The most memory that a process has had, as Linux says it. */
function peakMiB(pid: number): number | null {
  const file = `/proc/${String(pid)}/status`;
  if (!existsSync(file)) return null;
  const [, kilobytes] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(file, 'utf8')) ?? [];
  return kilobytes === undefined ? null : Math.round(Number(kilobytes) / 1024);
}

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker';
import { createToken, ensureMachineAccount } from '../../ops/createToken.ts';
import { createDatabase, type Database } from '../../platform/database.ts';
import { seed } from '../../prisma/seed.ts';
import { type EmbeddingServer, startEmbeddingServer } from '../../test/support/embeddingServer.ts';
import { type ScriptedModel, startScriptedModel } from '../../test/support/scriptedModel.ts';
import { openTestDatabase } from '../../test/support/testDatabase.ts';
import { testTemporal } from '../../test/support/testTemporal.ts';
import { startWebServer } from '../../web/test/support/webServer.ts';
import { testWorker } from '../../worker/test/testWorker.ts';

export interface CliResult {
  code: number | null;
  out: string;
  err: string;
}

/** A real server with a worker and a scripted model, and the command line to use with it. */
export interface CliWorld {
  database: Database;
  model: ScriptedModel;
  /** It embeds as the demo model does, unless something else is scripted. */
  embeddings: EmbeddingServer;
  url: string;
  token: string;
  /** Writes a temporary file, of text or JSON; returns its path. */
  file: (name: string, content: unknown) => string;
  /** Runs the command line until it exits. */
  colloquy: (args: string[], variables?: Record<string, string>) => Promise<CliResult>;
  /** The same, interrupted as by Ctrl-C once something has happened, or has been said on the error output. */
  interrupted: (
    args: string[],
    happened: Promise<unknown> | RegExp,
    variables?: Record<string, string>,
  ) => Promise<CliResult>;
  close: () => Promise<void>;
}

const MAIN = fileURLToPath(new URL('../main.ts', import.meta.url));

export async function openCliWorld(): Promise<CliWorld> {
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  const where = testTemporal();
  const folder = mkdtempSync(join(tmpdir(), 'colloquy-cli-'));
  const testDatabase = await openTestDatabase();
  const database = createDatabase(testDatabase.url, { poolSize: 4 });
  await seed(database);
  const token = await createToken(database, { userId: await ensureMachineAccount(database), name: 'Test' });
  const model = await startScriptedModel();
  const embeddings = await startEmbeddingServer();
  const server = await startWebServer({ ...where, DATABASE_URL: testDatabase.url });
  const connection = await NativeConnection.connect({ address: where.TEMPORAL_ADDRESS });
  const worker = testWorker({
    connection,
    namespace: where.TEMPORAL_NAMESPACE,
    taskQueue: where.TASK_QUEUE,
    database,
    baseUrl: model.baseUrl,
    settings: { EMBEDDING_BASE_URL: embeddings.baseUrl },
  });
  await worker.start();
  const connected = { COLLOQUY_URL: server.url, COLLOQUY_TOKEN: token };
  const apart = { COLLOQUY_DATA: join(folder, 'no-data') };
  return {
    database,
    model,
    embeddings,
    url: server.url,
    token,
    file: (name, content) => {
      const path = join(folder, name);
      writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
      return path;
    },
    colloquy: (args, variables = connected) => run(args, { ...apart, ...variables }),
    interrupted: (args, happened, variables = connected) => run(args, { ...apart, ...variables }, happened),
    close: async () => {
      await worker.stop();
      await connection.close();
      await server.close();
      await model.close();
      await embeddings.close();
      await database.$disconnect();
      await testDatabase.close();
      rmSync(folder, { recursive: true });
    },
  };
}

function run(
  args: string[],
  variables: Record<string, string>,
  interruptedOn?: Promise<unknown> | RegExp,
): Promise<CliResult> {
  const child = spawn(process.execPath, ['--no-warnings', MAIN, ...args], {
    env: {
      NODE_ENV: 'production',
      PATH: process.env['PATH'],
      NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
      ...variables,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const result: CliResult = { code: null, out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (result.out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (result.err += text));
  const said = (words: RegExp) =>
    new Promise<void>((resolve) => {
      child.stderr.on('data', () => {
        if (words.test(result.err)) resolve();
      });
    });
  const happened = interruptedOn instanceof RegExp ? said(interruptedOn) : interruptedOn;
  void happened?.then(() => child.kill('SIGINT'));
  return new Promise((resolve) => {
    child.once('close', (code) => resolve({ ...result, code }));
  });
}

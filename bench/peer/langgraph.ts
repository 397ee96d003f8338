import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** The peer's versions, installed on demand beside the project, never into it. */
const PACKAGES = {
  '@langchain/core': '1.4.0',
  '@langchain/langgraph': '1.7.3',
  '@langchain/langgraph-checkpoint-postgres': '1.0.5',
  openai: '7.57.0',
  pg: '8.23.1',
};

/** LangGraph.js in a process of its own. */
export interface Peer {
  name: string;
  /** Milliseconds for one thread with this many turns. */
  turns: (count: number) => Promise<number>;
  /** Milliseconds for this many parallel threads with this many turns each. */
  atOnce: (threads: number, turns: number) => Promise<number>;
  close: () => Promise<void>;
}

/** Starts the peer with a PostgreSQL database and a model's address. */
export async function startPeer(where: { databaseUrl: string; modelUrl: string }): Promise<Peer> {
  const folder = install();
  const child = spawn(
    process.execPath,
    ['--no-warnings', fileURLToPath(new URL('langgraph.mjs', import.meta.url)), join(folder, 'package.json')],
    {
      env: { ...process.env, DATABASE_URL: where.databaseUrl, OPENAI_BASE_URL: where.modelUrl },
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  );
  const ended = once(child, 'exit');
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async (): Promise<string> => {
    const line = await lines.next();
    if (line.done === true) throw new Error('The peer process ended: see its output above');
    return line.value;
  };
  const ask = async (line: string): Promise<number> => {
    child.stdin.write(`${line}\n`);
    return Number(await next());
  };
  await next();
  return {
    name: `LangGraph.js ${PACKAGES['@langchain/langgraph']}`,
    turns: (count) => ask(`turns ${String(count)}`),
    atOnce: (threads, turns) => ask(`at-once ${String(threads)} ${String(turns)}`),
    close: async () => {
      child.stdin.end();
      await ended;
    },
  };
}

/** Installs the packages, unless they are installed already, and returns their folder. */
function install(): string {
  const folder = join(tmpdir(), `colloquy-bench-langgraph-${PACKAGES['@langchain/langgraph']}`);
  if (existsSync(join(folder, 'node_modules', '@langchain', 'langgraph'))) return folder;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies: PACKAGES }));
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return folder;
}

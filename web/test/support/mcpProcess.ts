import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { freePort } from '../../../ops/embedded/network.ts';

const require = createRequire(import.meta.url);
const EVERYTHING = join(
  dirname(require.resolve('@modelcontextprotocol/server-everything/package.json')),
  'dist/index.js',
);

/** An MCP server over HTTP (server-everything) that a test may end and start again at the same address. */
export interface McpProcess {
  url: string;
  /** Resolves once it listens. */
  start: () => Promise<void>;
  /** Ends it as `kill -9` does. */
  kill: () => Promise<void>;
}

export async function mcpProcess(): Promise<McpProcess> {
  const port = String(await freePort());
  let child: ChildProcess | null = null;
  return {
    url: `http://127.0.0.1:${port}/mcp`,
    start: async () => {
      const started = spawn(process.execPath, [EVERYTHING, 'streamableHttp'], {
        env: {
          NODE_ENV: 'production',
          PATH: process.env['PATH'],
          NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
          PORT: port,
        },
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      child = started;
      // Read to the end: a pipe that nobody empties would block it.
      await new Promise<void>((resolve, reject) => {
        started.stderr.setEncoding('utf8').on('data', (said: string) => {
          if (said.includes(port)) resolve();
        });
        started.once('exit', () => reject(new Error('The MCP server ended')));
      });
    },
    kill: async () => {
      if (child === null || child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

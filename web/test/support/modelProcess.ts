import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../../ops/embedded/network.ts';

const MAIN = fileURLToPath(new URL('../../../ops/demo-model/main.ts', import.meta.url));

/** A model server in a process of its own that a test may end and start again at the same address. */
export interface ModelProcess {
  baseUrl: string;
  start: () => Promise<void>;
  /** Ends it as `kill -9` does. */
  kill: () => Promise<void>;
}

export async function modelProcess(): Promise<ModelProcess> {
  const port = await freePort();
  let child: ChildProcess | null = null;
  return {
    baseUrl: `http://127.0.0.1:${String(port)}/v1`,
    start: async () => {
      const started = spawn(process.execPath, ['--no-warnings', MAIN], {
        env: {
          NODE_ENV: 'production',
          NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
          DEMO_MODEL_PORT: String(port),
          DEMO_MODEL_TOKENS_PER_SECOND: '0',
        },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      child = started;
      await once(started.stdout, 'data');
    },
    kill: async () => {
      if (child === null || child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../../ops/embedded/network.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
/** Long enough for a machine that is busy with other things. */
const START_TIMEOUT_MS = 180_000;

/** A web server for one test: the real process, running the built app. */
export interface WebServer {
  url: string;
  pid: number;
  /** Its log so far, line by line. */
  log: () => Record<string, unknown>[];
  close: () => Promise<void>;
  /** Ends it as `kill -9` does. */
  kill: () => Promise<void>;
}

/** Starts a web server with this environment, from what `npm run build` made (`npm test` builds first). */
export async function startWebServer(environment: Record<string, string>): Promise<WebServer> {
  const port = await freePort();
  const child = spawn(
    process.execPath,
    ['--no-warnings', '--import', './web/instrument.server.mjs', 'web/server.ts'],
    {
      cwd: ROOT,
      env: {
        PATH: process.env['PATH'],
        NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
        NODE_ENV: 'production',
        PORT: String(port),
        SESSION_SECRET: 'a secret of the tests, longer than it has to be',
        ...environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  await waitForOutput(child, () => output, 'web server listening');
  return {
    url: `http://127.0.0.1:${String(port)}`,
    pid: child.pid ?? 0,
    log: () =>
      output
        .split('\n')
        .filter((line) => line.startsWith('{'))
        .map((line) => JSON.parse(line) as Record<string, unknown>),
    close: () => end(child, 'SIGTERM'),
    kill: () => end(child, 'SIGKILL'),
  };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  await once(child, 'exit');
}

async function waitForOutput(child: ChildProcess, output: () => string, text: string): Promise<void> {
  const deadlineMs = Date.now() + START_TIMEOUT_MS;
  while (!output().includes(text)) {
    if (child.exitCode !== null || Date.now() > deadlineMs) {
      child.kill('SIGKILL');
      throw new Error(`The web server did not start:\n${output()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

import { spawn } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { TestWorkflowEnvironment } from '@temporalio/testing';

/** The version of the Temporal CLI that is built if none can be downloaded. */
export const TEMPORAL_CLI_VERSION = 'v1.5.1';

/** There is no way to get a Temporal server; the message says what to do. */
export class MissingTemporalError extends Error {
  override readonly name = 'MissingTemporalError';
}

/**
 * The path of the Temporal CLI: the one on PATH, otherwise one that an earlier start left in `cacheFolder`,
 * otherwise the SDK's download, otherwise one built with Go. `say` is called before slow steps.
 */
export async function findTemporal(cacheFolder: string, say: (line: string) => void): Promise<string> {
  const present = onPath('temporal') ?? inCache(cacheFolder);
  if (present !== undefined) return present;
  mkdirSync(cacheFolder, { recursive: true });
  say('No `temporal` on PATH: downloading the Temporal dev server (about 50 MB, once) …');
  try {
    await download(cacheFolder);
    const downloaded = inCache(cacheFolder);
    if (downloaded !== undefined) return downloaded;
  } catch (error) {
    say(`The download failed (${firstLine(error)}).`);
  }
  const go = onPath('go');
  if (go === undefined) {
    throw new MissingTemporalError(
      'No Temporal server was found: install the CLI (https://docs.temporal.io/cli) or Go, or set TEMPORAL_ADDRESS.',
    );
  }
  await build(go, cacheFolder, say);
  return join(cacheFolder, 'temporal');
}

function onPath(name: string): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.map((folder) => join(folder, name)).find(isExecutable);
}

/** The SDK names its download after its version, a build is named `temporal`. */
function inCache(folder: string): string | undefined {
  if (!existsSync(folder)) return undefined;
  const name = readdirSync(folder).find(
    (entry) => entry.startsWith('temporal') && !entry.endsWith('.downloading'),
  );
  return name === undefined ? undefined : [join(folder, name)].find(isExecutable);
}

/** The SDK downloads only by starting a server: start one, stop it, keep the file. */
async function download(folder: string): Promise<void> {
  const environment = await TestWorkflowEnvironment.createLocal({
    server: {
      executable: { type: 'cached-download', downloadDir: folder },
      log: { format: 'json', level: 'error' },
    },
  });
  await environment.teardown();
}

async function build(go: string, folder: string, say: (line: string) => void): Promise<void> {
  say(`Building Temporal ${TEMPORAL_CLI_VERSION} with Go: some minutes, once …`);
  const startedAt = Date.now();
  const timer = setInterval(() => {
    say(`Still building Temporal (${Math.round((Date.now() - startedAt) / 1000)} s) …`);
  }, 15_000);
  try {
    await new Promise<void>((resolveBuild, reject) => {
      const child = spawn(go, ['install', `github.com/temporalio/cli/cmd/temporal@${TEMPORAL_CLI_VERSION}`], {
        env: { ...process.env, GOBIN: resolve(folder), CGO_ENABLED: '0' },
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      child.once('error', reject);
      child.once('exit', (code) => {
        if (code === 0) resolveBuild();
        else
          reject(
            new MissingTemporalError('Building Temporal with Go failed: see above, or set TEMPORAL_ADDRESS.'),
          );
      });
    });
  } finally {
    clearInterval(timer);
  }
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split('\n')[0]?.slice(0, 80) ?? '';
}

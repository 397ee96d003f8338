import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeSnapshot } from '../../activities/tools/python/snapshot.ts';
import { TEST_FOLDER } from './leftovers.ts';

const SANDBOX = fileURLToPath(new URL('../../activities/tools/python/sandbox', import.meta.url));

/**
 * What interpreters start from (`snapshot` of a SandboxPool), shared by test files and runs: creating it takes three
 * seconds of processor time. It is created again when Pyodide or the sandbox has changed.
 */
export async function keptSnapshot(): Promise<Buffer> {
  const file = join(TEST_FOLDER, `sandbox-${sourcesHash()}.snapshot`);
  if (existsSync(file)) return readFileSync(file);
  const snapshot = await makeSnapshot();
  mkdirSync(TEST_FOLDER, { recursive: true });
  writeFileSync(`${file}.${String(process.pid)}`, snapshot);
  // In one step, so that nobody reads an incomplete file.
  renameSync(`${file}.${String(process.pid)}`, file);
  return snapshot;
}

function sourcesHash(): string {
  const hash = createHash('sha256').update(process.version);
  const sources = readdirSync(SANDBOX)
    .sort()
    .map((name) => join(SANDBOX, name));
  for (const file of [createRequire(import.meta.url).resolve('pyodide/package.json'), ...sources]) {
    hash.update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 16);
}

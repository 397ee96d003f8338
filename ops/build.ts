import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const STAMPS = join(ROOT, 'node_modules', '.cache', 'colloquy-build');

/** The build products. */
export type ProductName = 'the Prisma client' | 'the workflow bundle' | 'the web app';

/** A build product, which is rebuilt when its sources change. */
interface Product {
  /** Its name in messages. */
  name: ProductName;
  inputs: string[];
  /** Exists once it has been built. */
  output: string;
  command: string[];
}

const SHARED = ['package-lock.json', 'prisma/schema.prisma'];

/** In this order: the web app's types and code need the client. */
const PRODUCTS: Product[] = [
  {
    name: 'the Prisma client',
    inputs: SHARED,
    output: 'prisma/generated/client.ts',
    command: ['ops/prisma.mjs', 'generate', '--no-hints'],
  },
  {
    name: 'the workflow bundle',
    inputs: ['package-lock.json', 'workflows', 'worker/bundle.ts', 'worker/bundleWorkflows.ts'],
    output: 'dist/workflow-bundle.js',
    command: ['worker/bundle.ts'],
  },
  {
    name: 'the web app',
    inputs: [...SHARED, 'web', 'workflows', 'platform', 'replay', 'vite.config.ts'],
    output: 'build/server/index.js',
    command: ['node_modules/@remix-run/dev/dist/cli.js', 'vite:build'],
  },
];

/** A build failed; its output has been printed. */
export class BuildError extends Error {
  override readonly name = 'BuildError';
}

/** Builds what is missing or older than its sources: everything, or the named products. */
export async function buildStale(say: (line: string) => void, only?: readonly ProductName[]): Promise<void> {
  for (const product of PRODUCTS) {
    if (only !== undefined && !only.includes(product.name)) continue;
    const hash = hashOf(product.inputs);
    const stamp = join(STAMPS, product.output.replaceAll('/', '_'));
    if (existsSync(join(ROOT, product.output)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash)
      continue;
    say(`Building ${product.name} …`);
    await make(product);
    mkdirSync(STAMPS, { recursive: true });
    writeFileSync(stamp, hash);
  }
}

/** Does not block: servers start in the meantime. */
async function make({ name, command }: Product): Promise<void> {
  const child = spawn(process.execPath, ['--no-warnings', ...command], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: 'production', NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code === 0) return;
  process.stderr.write(output);
  throw new BuildError(`Building ${name} failed: see above.`);
}

function hashOf(inputs: string[]): string {
  const hash = createHash('sha256');
  for (const file of inputs.flatMap(filesUnder).sort()) {
    if (/\.test\.tsx?$/.test(file)) continue;
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(ROOT, file)));
  }
  return hash.digest('hex');
}

function filesUnder(path: string): string[] {
  if (!statSync(join(ROOT, path)).isDirectory()) return [path];
  return readdirSync(join(ROOT, path), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)));
}

if (import.meta.main) await buildStale(console.log);

// Runs Prisma's command line: `node ops/prisma.mjs generate`. Its commands ask for the path of the native schema
// engine even if they don't use it: naming any executable saves `generate` and `format` a download that is impossible
// on a network with only a package registry. `migrate` does need the engine, so for that command it is left to Prisma
// to find it.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const args = process.argv.slice(2);
const prisma = fileURLToPath(new URL('../node_modules/prisma/build/index.js', import.meta.url));
const { status } = spawnSync(process.execPath, [prisma, ...args], {
  cwd: fileURLToPath(new URL('..', import.meta.url)),
  env:
    args[0] === 'migrate' ? process.env : { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, ...process.env },
  stdio: 'inherit',
});
process.exit(status ?? 1);

#!/usr/bin/env node
// `npx colloquy`: on whatever Node the machine has, the command line on the dependency's. Installs what is missing.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ensureDependencies } from '../ops/dependencies.mjs';

const main = fileURLToPath(new URL('main.ts', import.meta.url));
const child = spawn(ensureDependencies(), ['--no-warnings', main, ...process.argv.slice(2)], {
  stdio: 'inherit',
});
// Ctrl-C reaches both; this one waits for the other's end.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => child.kill('SIGTERM'));
child.once('exit', (code, signal) => {
  process.exitCode = code ?? (signal ? 1 : 0);
});

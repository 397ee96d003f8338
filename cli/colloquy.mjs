#!/usr/bin/env node
// `npx colloquy`: starts on the machine's Node and runs the command line on the installed one. Installs missing
// dependencies.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { COMPILE_CACHE, ensureDependencies } from '../ops/dependencies.mjs';

const main = fileURLToPath(new URL('main.ts', import.meta.url));
const child = spawn(ensureDependencies(), ['--no-warnings', main, ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, ...COMPILE_CACHE },
});
// Ctrl-C reaches both processes; this one waits for the other to end.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => child.kill('SIGTERM'));
child.once('exit', (code, signal) => {
  process.exitCode = code ?? (signal ? 1 : 0);
});

import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundlePath } from '../platform/bundlePath.ts';
import { bundleWorkflows } from './bundleWorkflows.ts';

// Builds the workflow bundle that the worker runs: in advance, so that a worker starts in a moment and what it runs is
// what was built.
const code = await bundleWorkflows(fileURLToPath(new URL('../workflows/index.ts', import.meta.url)));
await mkdir(dirname(bundlePath), { recursive: true });
await writeFile(bundlePath, code);
process.stdout.write(`Workflow bundle: ${String(Math.round(code.length / 1024))} KiB\n`);

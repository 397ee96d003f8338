import { expect, it } from '@jest/globals';
import { runRunner } from './runnerProcess.ts';

const LEAVES_A_PROCESS = `
const { spawn } = require('node:child_process');
const { writeFileSync } = require('node:fs');
const child = spawn(process.execPath, ['--eval', 'setInterval(() => {}, 1000)'], { detached: true, stdio: 'inherit' });
child.once('spawn', () => {
  writeFileSync(process.argv[1], JSON.stringify({ pid: child.pid }));
  process.exit(3);
});`;

it('ends even though a process that was left behind holds its output open', async () => {
  const { code, report } = await runRunner((file) => ['--eval', LEAVES_A_PROCESS, file], {
    onlyErrors: true,
    outputGraceMs: 100,
  });
  process.kill((report as { pid: number }).pid, 'SIGKILL');
  expect(code).toBe(3);
});

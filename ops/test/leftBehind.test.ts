import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';
import { leftBehind, orphansIn } from './leftBehind.ts';

const saysSo = existsSync('/proc/self/status') ? it : it.skip;

saysSo('finds a process whose parent is gone, and none that ends in time', async () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'colloquy-left-')));
  const before = orphansIn(folder);
  expect(before.size).toBe(0);
  const parent = spawn(
    process.execPath,
    [
      '--eval',
      `const child = require('node:child_process').spawn(process.execPath, ['--eval', 'setInterval(() => {}, 1000)'],
        { detached: true, stdio: 'ignore' });
      child.once('spawn', () => { console.log(child.pid); process.exit(); });`,
    ],
    { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const [said] = (await once(parent.stdout, 'data')) as [Buffer];
  const pid = Number(said.toString());
  if (parent.exitCode === null) await once(parent, 'exit');
  try {
    const left = await leftBehind(folder, before, 0);
    expect([...left]).toEqual([[pid, expect.stringContaining('setInterval')]]);
    expect((await leftBehind(folder, left, 0)).size).toBe(0);
  } finally {
    process.kill(pid, 'SIGKILL');
  }
  expect((await leftBehind(folder, before)).size).toBe(0);
});

saysSo('takes no ancestor for left behind, although its own parent is gone', async () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'colloquy-left-')));
  const module = fileURLToPath(new URL('leftBehind.ts', import.meta.url));
  const lookAround = `import { orphansIn } from ${JSON.stringify(module)};
    console.log(JSON.stringify([...orphansIn(${JSON.stringify(folder)}).keys()]));`;
  // A shell without a parent, which starts what looks around; it has seen its parent go before that.
  const shell = `while ! grep -q '^PPid:.1$' /proc/$$/status; do sleep 0.05; done
    "$NODE" --no-warnings --input-type=module --eval "$LOOK_AROUND"; exit`;
  const parent = spawn('sh', ['-c', `sh -c "$SHELL_SCRIPT" &`], {
    cwd: folder,
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      NODE: process.execPath,
      LOOK_AROUND: lookAround,
      SHELL_SCRIPT: shell,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = (await once(parent.stdout, 'data')) as [Buffer];
  expect(said.toString().trim()).toBe('[]');
});

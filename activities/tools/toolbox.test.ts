import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, expect, it } from '@jest/globals';
import { keptSnapshot } from '../../test/support/keptSnapshot.ts';
import type { McpStdioServer } from '../../workflows/domain/tools/kinds/mcpStdio.ts';
import type { PythonTool } from '../../workflows/domain/tools/kinds/python.ts';
import { createToolbox } from './toolbox.ts';

const toolbox = createToolbox({
  secret: () => undefined,
  allowedStdioCommands: [],
  allowPrivateNetwork: false,
  python: { warm: 0, snapshot: keptSnapshot },
});
afterAll(() => toolbox.close());
const { signal } = new AbortController();

const python: PythonTool = {
  kind: 'python',
  name: 'add',
  description: 'Adds.',
  source: 'def add(a: int, b: int) -> int:\n    return a + b\n',
  imports: [],
};
const call = { idempotencyKey: 'k', timeoutMs: 60_000, maxResultBytes: 1_000, signal };

it('each kind of source goes to its own', async () => {
  expect(await toolbox.call(python, { ...call, name: 'add', arguments: { a: 1, b: 2 } })).toEqual({
    content: '3',
    isError: false,
  });
  const http = {
    kind: 'http',
    name: 'status',
    description: 'Asks.',
    method: 'GET',
    url: 'http://10.0.0.1/status',
    headers: {},
    parameters: { type: 'object', properties: {} },
    returns: 'text',
    timeoutSeconds: 5,
  } as const;
  expect(await toolbox.describe(http, { signal })).toEqual([
    { name: 'status', description: 'Asks.', parameters: { type: 'object', properties: {} } },
  ]);
  expect(await toolbox.call(http, { ...call, name: 'status', arguments: {} })).toMatchObject({
    content: expect.stringContaining('10.0.0.1:80 was not contacted'),
    isError: true,
  });
  const mcp: McpStdioServer = {
    kind: 'mcp_stdio',
    command: 'node',
    args: [],
    env: {},
    timeoutSeconds: 5,
    overrides: {},
  };
  await expect(toolbox.describe(mcp, { signal })).rejects.toMatchObject({ trouble: 'misconfigured' });
  expect(
    await toolbox.runCode([{ language: 'python', code: 'print(6 * 7)' }], {
      timeoutMs: 60_000,
      maxOutputBytes: 100,
      signal,
    }),
  ).toEqual({ exitCode: 0, output: '42\n' });
});

it('a call that is cancelled before it starts does nothing', async () => {
  const cancelled = AbortSignal.abort(new Error('too late'));
  await expect(
    toolbox.call(python, { ...call, name: 'add', arguments: {}, signal: cancelled }),
  ).rejects.toThrow('too late');
});

it('when the worker is killed, what it started ends by itself', async () => {
  // A separate worker: it starts a server and a sandbox whose code never ends, and prints their process ids.
  const worker = spawn(
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      `import { execFileSync } from 'node:child_process';
      import { createToolbox } from ${JSON.stringify(join(import.meta.dirname, 'toolbox.ts'))};
      const toolbox = createToolbox({ secret: () => undefined, allowedStdioCommands: ['*'], allowPrivateNetwork: false, python: { warm: 1, cpuSeconds: 12 } });
      const call = { arguments: {}, idempotencyKey: 'k', timeoutMs: 600_000, maxResultBytes: 1_000, signal: new AbortController().signal };
      const server = { kind: 'mcp_stdio', command: process.execPath, args: [${JSON.stringify(join(import.meta.dirname, 'test/oddMcpServer.ts'))}], env: {}, timeoutSeconds: 20, overrides: {} };
      const mcp = (await toolbox.call(server, { ...call, name: 'pid' })).content;
      const tool = { kind: 'python', name: 'spin', description: '', imports: [], source: 'def spin():\\n    while True: pass' };
      void toolbox.call(tool, { ...call, name: 'spin' });
      const children = () => execFileSync('ps', ['-A', '-o', 'pid=,ppid=,comm=']).toString().split('\\n').map((line) => line.trim().split(/\\s+/))
        .filter(([, parent, command]) => parent === String(process.pid) && command !== 'ps').map(([pid]) => pid);
      setInterval(() => { const pids = children(); if (pids.length >= 3) console.log(JSON.stringify(pids)); }, 100);`,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let pids: number[] = [];
  for await (const line of createInterface({ input: worker.stdout })) {
    pids = (JSON.parse(line) as string[]).map(Number);
    worker.kill('SIGKILL');
  }
  expect(pids.length).toBeGreaterThanOrEqual(3);
  while (pids.some(isAlive)) await new Promise((done) => setTimeout(done, 50));
});

/** A process that has exited but was not yet waited for counts as gone, too. */
function isAlive(pid: number): boolean {
  const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)]);
  return /^[^Z]/.test(stdout.toString().trim());
}

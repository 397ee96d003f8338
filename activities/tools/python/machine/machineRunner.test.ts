import { execFileSync } from 'node:child_process';
import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ToolResult } from '../../../../workflows/domain/tool.ts';
import type { PythonTool } from '../../../../workflows/domain/tools/kinds/python.ts';
import { PythonTools } from '../pythonTool.ts';
import { machineRunner, type PythonRunner, requirementsOf } from '../runners.ts';
import { SandboxPool } from '../sandboxPool.ts';
import { PackageFolders } from '../uv.ts';

const MIB = 1024 * 1024;
/** Makes an environment of this machine's Python without asking PyPI for anything. */
const STAND_IN_FOR_UV = `#!/bin/sh
case "$1" in
venv) mkdir -p "$2/bin" && ln -s "$(python3 -c 'import sys; print(sys.executable)')" "$2/bin/python" ;;
esac
`;

const tool = (source: string, imports: string[] = []): PythonTool => ({
  kind: 'python',
  name: 'f',
  description: '',
  source,
  imports,
});

/** Whether this machine has what the runner takes: Linux with user namespaces, and Python. */
function canRun(): boolean {
  try {
    execFileSync('unshare', ['-Urpf', '--mount-proc', 'python3', '-c', ''], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

it.each<[string, string, string[], string[], string[]]>([
  ['the standard library needs none', 'import os, json.decoder, curses', [], [], []],
  [
    'a module is its package',
    'from bs4 import BeautifulSoup',
    ['import requests, yaml as y'],
    [],
    ['requests', 'PyYAML', 'beautifulsoup4'],
  ],
  [
    'also within a function or a try',
    'def f():\n    try:\n        import httpx\n    except ImportError: import PIL.Image',
    [],
    [],
    ['httpx', 'pillow'],
  ],
  [
    'of a list, those that are on it',
    'import requests, numpy',
    [],
    ['Requests==2.32.3', 'rich==1.0'],
    ['Requests==2.32.3'],
  ],
  ['what a string says is no import', 'def f():\n    """import pandas"""', [], [], []],
])('packages of a tool: %s', (_what, source, imports, allowed, packages) => {
  expect(requirementsOf(tool(source, imports), allowed)).toEqual(packages);
});

it('without uv, a call says so and what to do', async () => {
  const pool = new SandboxPool({
    memoryBytes: 128 * MIB,
    cpuSeconds: 60,
    warm: 0,
    maxRunning: 1,
    idleMs: 1_000,
  });
  const folders = new PackageFolders({ folder: tmpdir(), uv: 'no-such-uv' });
  const limits = { memoryBytes: 1, cpuSeconds: 1, fileBytes: 1, processes: 1 };
  const runner = machineRunner({ folders, requirements: [], limits, hidden: [] });
  const call = new PythonTools(pool, runner).call(tool('def f(): pass'), {
    name: 'f',
    arguments: {},
    idempotencyKey: 'k',
    timeoutMs: 1_000,
    maxResultBytes: 1_000,
    signal: new AbortController().signal,
  });
  await expect(call).rejects.toMatchObject({
    trouble: 'misconfigured',
    message: expect.stringContaining('there is no command "no-such-uv". Install uv'),
  });
  await pool.close();
});

(canRun() ? describe : describe.skip)('the machine’s own Python', () => {
  let folder = '';
  let runner: PythonRunner;
  let tools: PythonTools;
  const pool = new SandboxPool({
    memoryBytes: 128 * MIB,
    cpuSeconds: 60,
    warm: 0,
    maxRunning: 1,
    idleMs: 1_000,
  });
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'colloquy-machine-'));
    const uv = join(folder, 'uv');
    await writeFile(uv, STAND_IN_FOR_UV);
    await chmod(uv, 0o755);
    runner = machineRunner({
      folders: new PackageFolders({ folder, uv }),
      requirements: ['none==1'],
      limits: { memoryBytes: 256 * MIB, cpuSeconds: 20, fileBytes: MIB, processes: 32 },
      hidden: [process.cwd()],
    });
    tools = new PythonTools(pool, runner);
  });
  afterAll(async () => {
    await pool.close();
    await rm(folder, { recursive: true });
  });

  const run = async (
    body: string,
    timeoutMs = 60_000,
    signal = new AbortController().signal,
  ): Promise<ToolResult> =>
    await tools.call(tool(`def f():\n${body.replace(/^/gm, '    ')}`), {
      name: 'f',
      arguments: {},
      idempotencyKey: 'k',
      timeoutMs,
      maxResultBytes: 16_384,
      signal,
    });

  it('runs what the sandbox can’t, with the same checks of arguments', async () => {
    const source =
      'import subprocess\nasync def f(a: int, b: float = 1):\n    return [a, b, subprocess.check_output(["echo", "hi"])]';
    const call = (args: Record<string, string>) =>
      tools.call(tool(source), {
        name: 'f',
        arguments: args,
        idempotencyKey: 'k',
        timeoutMs: 60_000,
        maxResultBytes: 1_000,
        signal: new AbortController().signal,
      });
    expect(await call({ a: '3' })).toEqual({ content: "[3, 1, b'hi\\n']", isError: false });
    expect(await call({ a: 'x' })).toMatchObject({
      content: expect.stringContaining('int_parsing'),
      isError: true,
    });
  });

  it('sees no environment, no process and no folder of the worker', async () => {
    process.env.COLLOQUY_TEST_SECRET = 'do-not-show';
    const { content } = await run(`import os
seen = [dict(os.environ)]
for each in os.listdir('/proc'):
    if each.isdigit():
        try: seen.append(open(f'/proc/{each}/environ').read() + open(f'/proc/{each}/cmdline').read())
        except OSError: pass
return [seen, os.listdir(${JSON.stringify(process.cwd())}), sorted(os.listdir('.'))]`);
    expect(content).not.toContain('do-not-show');
    expect(content).not.toContain(process.execPath);
    expect(content).toMatch(/\[\], \[\]\]$/);
    expect([...content.matchAll(/'([A-Z_]+)':/g)].map(([, name]) => name).sort()).toEqual(
      expect.arrayContaining(['HOME', 'LANG', 'PATH', 'TMPDIR']),
    );
  });

  it.each([
    [
      'memory',
      'kept = []\nwhile True: kept.append(bytearray(1_000_000))',
      'ran out of memory: its limit is 256 MiB',
    ],
    [
      'memory of its children',
      'import os, time\nfor _ in range(8):\n    if os.fork() == 0:\n        kept = bytearray(60_000_000)\n        for at in range(0, len(kept), 4096): kept[at] = 1\n        time.sleep(60)\ntime.sleep(60)',
      'ran out of memory: its limit is 256 MiB',
    ],
    [
      'a fork bomb',
      'import os\nwhile True: os.fork()',
      /processes and threads|out of memory|Resource temporarily unavailable/,
    ],
    ['a file without end', 'open("x", "wb").write(b"0" * 10_000_000)', 'File too large'],
    ['an abort', 'import os\nos.abort()', 'ended by signal 6'],
    ['an exit', 'import os\nos._exit(0)', 'ended its interpreter'],
    ['an answer without end', 'import os\nwhile True: os.write(3, b"x" * 100_000)', 'It wrote more than'],
  ])(
    '%s is the end of the call, and of all that it started',
    async (_what, body, said) => {
      const result = await run(body);
      expect(result.isError).toBe(true);
      expect(result.content).toMatch(said);
      expect(await run('return 1 + 1')).toEqual({ content: '2', isError: false });
    },
    180_000,
  );

  it('a loop without end is ended, with children that have left its group', async () => {
    const marker = `7${String(process.pid)}`;
    const body = `import subprocess\nsubprocess.Popen(["setsid", "sleep", "${marker}"], start_new_session=True)\nwhile True: pass`;
    expect(await run(body, 3_000)).toEqual({
      content: 'The tool was ended: It took longer than 3 s',
      isError: true,
    });
    expect(await run(body.replace('while True: pass', 'return "left"'))).toEqual({
      content: 'left',
      isError: false,
    });
    const running = execFileSync('ps', ['ax', '-o', 'args'], { encoding: 'utf8' });
    expect(running).not.toContain(`sleep ${marker}`);
  });

  it('a call that is cancelled rejects with the reason, and leaves no folder', async () => {
    const before = (await readdir(tmpdir())).filter((name) => name.startsWith('colloquy-tool-'));
    const cancel = new AbortController();
    const running = run('while True: pass', 60_000, cancel.signal);
    setTimeout(() => cancel.abort(new Error('not needed')), 200);
    await expect(running).rejects.toThrow('not needed');
    const after = (await readdir(tmpdir())).filter((name) => name.startsWith('colloquy-tool-'));
    expect(after.filter((name) => !before.includes(name))).toEqual([]);
  });

  it('mounts can’t be undone, and other processes can’t be reached', async () => {
    const { content } = await run(`import ctypes, os
libc = ctypes.CDLL(None, use_errno=True)
out = [libc.umount2(${JSON.stringify(process.cwd())}.encode(), 2), libc.mount(b'none', b'/tmp', b'tmpfs', 0, None)]
for each in (${String(process.pid)}, ${String(process.ppid)}):
    try: os.kill(each, 9); out.append('killed')
    except OSError as error: out.append(type(error).__name__)
return out`);
    expect(content).toBe("[-1, -1, 'ProcessLookupError', 'ProcessLookupError']");
  });
});

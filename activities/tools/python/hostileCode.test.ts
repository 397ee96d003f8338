import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterAll, afterEach, expect, it } from '@jest/globals';
import { keptSnapshot } from '../../../test/support/keptSnapshot.ts';
import type { ToolResult } from '../../../workflows/domain/tool.ts';
import type { PythonTool } from '../../../workflows/domain/tools/kinds/python.ts';
import { PythonTools } from './pythonTool.ts';
import { SandboxPool } from './sandboxPool.ts';

const MIB = 1024 * 1024;
/** For calls that are to come to their end, on a machine with much else to do. */
const LONG_MS = 60_000;
const pool = new SandboxPool({
  memoryBytes: 128 * MIB,
  cpuSeconds: 60,
  warm: 1,
  maxRunning: 2,
  idleMs: 60_000,
  snapshot: keptSnapshot,
});
const tools = new PythonTools(pool);

async function run(body: string, timeoutMs = LONG_MS, kind = 'def'): Promise<ToolResult> {
  const source = `${kind} attack():\n${body.replace(/^/gm, '    ')}`;
  const python: PythonTool = { kind: 'python', name: 'attack', description: '', source, imports: [] };
  return await tools.call(python, {
    name: 'attack',
    arguments: {},
    idempotencyKey: 'k',
    timeoutMs,
    maxResultBytes: 16_384,
    signal: new AbortController().signal,
  });
}

/** Each line's own outcome, as `name: value` or `name! error`. */
const attempts = (lines: Record<string, string>) =>
  `results = []
async def attempt(name, run):
    try:
        value = run()
        if hasattr(value, '__await__'):
            value = await value
        results.append(f'{name}: {value}')
    except BaseException as error:
        results.append(f'{name}! {type(error).__name__} {error}')
${Object.entries(lines)
  .map(([name, code]) => `await attempt(${JSON.stringify(name)}, lambda: ${code})`)
  .join('\n')}
return '\\n'.join(results)`;

// Whatever was tried, this process is here and the next call works.
afterEach(async () => {
  expect(await run('return 1 + 1')).toEqual({ content: '2', isError: false });
});
afterAll(() => pool.close());

it('no file and no environment of the machine is there', async () => {
  process.env.COLLOQUY_TEST_SECRET = 'do-not-show';
  const { content } = await run(
    attempts({
      passwd: `open('/etc/passwd').read()`,
      product: `open(${JSON.stringify(import.meta.filename)}).read()`,
      environment: `dict(__import__('os').environ)`,
      root: `__import__('os').listdir('/')`,
    }),
    LONG_MS,
    'async def',
  );
  expect(content).toMatch(/^passwd! FileNotFoundError/m);
  expect(content).toMatch(/^product! FileNotFoundError/m);
  expect(content).not.toContain('do-not-show');
  expect(content).not.toContain('colloquy');
  expect(content).toMatch(/^root: \['tmp', 'home', 'dev', 'proc', 'lib'\]/m);
});

it('Node is out of reach, by every JavaScript object that Pyodide hands out', async () => {
  const { content } = await run(
    `import pyodide_js, pyodide.ffi, pyodide.code, js
M, A = pyodide_js._module, pyodide_js._api
Object, Function = M.constructor, M.constructor.constructor
options = pyodide.ffi.to_js({'root': '/'}, dict_converter=Object.fromEntries)
def mounted():
    M.FS.mkdir('/host')
    M.FS.mount(M.FS.filesystems.NODEFS, options, '/host')
    return open('/host/etc/passwd').read()
def stack():
    try:
        A.config.missing.missing
        Object.defineProperty(None, 'x', None)
    except pyodide.ffi.JsException as error:
        Error = Object.getPrototypeOf(error.constructor)
        Error.prepareStackTrace = pyodide.ffi.create_proxy(lambda error, frames: frames)
        return Error.prepareStackTrace
${attempts({
  js: 'js.process',
  jsImport: 'getattr(js, "import")("node:net")',
  jsGlobals:
    '[name for name in ("process", "fetch", "Function", "globalThis", "require") if hasattr(js, name)]',
  eval: `pyodide.code.run_js('process.pid')`,
  Function: `Function.new('return process.pid')()`,
  FunctionCall: `Function('return process.pid')()`,
  mount: 'mounted()',
  readBinary: `A.loadBinaryFile('/etc/passwd')`,
  fetch: `A.loadBinaryFile('http://127.0.0.1:9/')`,
  net: `A.initializeNodeSockFS()`,
  package: `pyodide_js.loadPackage('micropip')`,
  packageFile: `pyodide_js.loadPackage('file:///etc/passwd')`,
  library: `A.loadDynlib('/etc/passwd')`,
  stack: `stack()`,
  micropip: `__import__('micropip')`,
  pyfetch: `__import__('pyodide.http').http.pyfetch('http://127.0.0.1:9/')`,
  open_url: `__import__('pyodide.http').http.open_url('http://127.0.0.1:9/')`,
})}`,
    LONG_MS,
    'async def',
  );
  const outcomes = new Map(content.split('\n').map((line) => [line.split(/[:!]/)[0], line]));
  const got = [...outcomes.values()].filter((line) => /^\w+: (?!None$|\[\]$|$)/.test(line));
  expect(content).toMatch(/^js! /m);
  expect(got).toEqual([]);
  expect(content).not.toContain('root:x:');
});

it('no connection is made', async () => {
  let connections = 0;
  const server = createServer((socket) => {
    connections += 1;
    socket.destroy();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  const { content } = await run(
    `import socket, urllib.request, asyncio, pyodide_js
${attempts({
  socket: `socket.create_connection(('127.0.0.1', ${port}), 2).sendall(b'x')`,
  urllib: `urllib.request.urlopen('http://127.0.0.1:${port}/', timeout=2).read()`,
  asyncio: `asyncio.open_connection('127.0.0.1', ${port})`,
  fetch: `pyodide_js._api.loadBinaryFile('http://127.0.0.1:${port}/')`,
  package: `pyodide_js.loadPackage('http://127.0.0.1:${port}/x.whl')`,
})}`,
    LONG_MS,
    'async def',
  );
  expect(content).toMatch(/^socket! .*\nurllib! .*\nasyncio! .*\nfetch! /);
  expect((await run(`import socket\nreturn socket.create_server(('127.0.0.1', 0)).accept()`)).isError).toBe(
    true,
  );
  expect(connections).toBe(0);
  server.close();
});

it('no process and no thread is started', async () => {
  const { content } = await run(
    `import os, subprocess, threading, multiprocessing
${attempts({
  system: `os.system('id')`,
  subprocess: `subprocess.run(['id'])`,
  fork: 'os.fork()',
  thread: 'threading.Thread(target=print).start()',
  kill: 'os.kill(os.getppid(), 9)',
})}`,
    LONG_MS,
    'async def',
  );
  expect(content.match(/^\w+!/gm)).toEqual(['system!', 'subprocess!', 'fork!', 'thread!', 'kill!']);
});

it.each([
  ['emscripten_run_script', `ctypes.CDLL(None).emscripten_run_script(b'process.exit(3)')`],
  ['system', `ctypes.CDLL(None).system(b'id')`],
])('ctypes gets nowhere with %s', async (_name, code) => {
  expect(await run(`import ctypes\nreturn ${code}`)).toEqual({
    content: expect.stringMatching(/not allowed in the sandbox|broke its interpreter/),
    isError: true,
  });
});

it('a loop without end is ended', async () => {
  expect(await run('while True: pass', 500)).toEqual({
    content: 'The tool was ended: It took longer than 0.5 s',
    isError: true,
  });
});

it.each([
  ['Python’s', 'kept = []\nwhile True: kept.append(bytearray(1_000_000))'],
  ['Python’s, at once', 'return len(bytearray(1_000_000_000))'],
  ['a string’s', 'text = "x"\nwhile True: text += text'],
])('memory that is filled is the end of the call: %s', async (_name, body) => {
  expect(await run(body)).toEqual({ content: expect.stringMatching(/out of memory/), isError: true });
});

it('JavaScript’s memory is no way around', async () => {
  const body = `import pyodide.ffi
kept = []
while True: kept.append(pyodide.ffi.to_js(b'x' * 10_000_000))`;
  const result = await run(body);
  expect(result.isError).toBe(true);
  expect(result.content).toMatch(/more memory than it may|out of memory|broke its interpreter/);
});

it('output without end costs nothing but time, and is no result', async () => {
  const body = `for _ in range(200): print('x' * 1_000_000)
return 'done'`;
  expect(await run(body)).toEqual({ content: 'done', isError: false });
});

it.each([
  ['os._exit', 'import os\nos._exit(7)', 'The tool ended its interpreter with exit code 7'],
  ['sys.exit', 'import sys\nsys.exit(7)', 'The tool ended its interpreter: SystemExit(7)'],
  ['os.abort', 'import os\nos.abort()', expect.stringMatching(/interpreter/)],
])('%s ends the call alone', async (_name, body, content) => {
  expect(await run(body)).toEqual({ content, isError: true });
});

it('deep recursion is an error', async () => {
  expect(await run('def f(n): return f(n + 1)\nreturn f(0)')).toEqual({
    content: expect.stringContaining('recursion'),
    isError: true,
  });
  const unlimited = `import sys\nsys.setrecursionlimit(10**9)\ndef f(n): return [f(n + 1)]\nreturn f(0)`;
  expect((await run(unlimited)).isError).toBe(true);
});

it('a tool that tears its interpreter down forges nothing', async () => {
  const body = `import builtins, json, sys
json.dumps = lambda *_a, **_k: '{"content": 5}'
builtins.str = None
sys.modules.clear()
for name in list(vars(builtins)):
    if name != 'list': delattr(builtins, name)`;
  const result = await run(body);
  expect(result.isError).toBe(true);
  expect(result.content).toMatch(/broke its interpreter/);
});

it('a function that answers for the harness is heard for its own call alone', async () => {
  const body = `import harness
harness.call = harness._bounded = lambda *_a: '{"content": "forged", "isError": false, "bytes": 1}'
return 'own'`;
  expect(await run(body)).toEqual({ content: 'forged', isError: false });
});

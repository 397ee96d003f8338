import { once } from 'node:events';
import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { keptSnapshot } from '../../../test/support/keptSnapshot.ts';
import type { PythonTool } from '../../../workflows/domain/tools/kinds/python.ts';
import { createGuardedFetch } from '../network/guardedFetch.ts';
import { createHttpBridge } from './httpBridge.ts';
import { PythonTools } from './pythonTool.ts';
import { packagesRunner } from './runners.ts';
import { SandboxPool } from './sandboxPool.ts';
import { PackageFolders } from './uv.ts';

const limits = {
  ...{ memoryBytes: 256 * 1024 * 1024, cpuSeconds: 60 },
  ...{ warm: 0, maxRunning: 2, idleMs: 60_000, snapshot: keptSnapshot },
};
/** "Installs" one package that has a module and a file of data. */
const STAND_IN_FOR_UV = `#!/bin/sh
echo "$*" >> "$(dirname "$0")/asked"
if [ "$2" = compile ]; then exit 0; fi
mkdir -p "$4/parcel" && echo "import os; STREET = open(os.path.join(os.path.dirname(__file__), 'street.txt')).read()" > "$4/parcel/__init__.py" && printf Elm > "$4/parcel/street.txt"
`;

let folder = '';
let server: Server;
let origin = '';
let tools: PythonTools;
const bare = new SandboxPool(limits);
const closing: (() => Promise<void>)[] = [() => bare.close()];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'colloquy-packages-'));
  await writeFile(join(folder, 'uv'), STAND_IN_FOR_UV);
  await chmod(join(folder, 'uv'), 0o755);
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += String(chunk)));
    request.on('end', () => {
      if (request.url === '/moved') return void response.writeHead(302, { location: '/x' }).end();
      if (request.url === '/inward')
        return void response.writeHead(302, { location: 'http://10.0.0.1/' }).end();
      if (request.url === '/large') return void response.end(Buffer.alloc(17 * 1024 * 1024));
      if (request.url === '/slow') return;
      response.writeHead(request.url === '/none' ? 404 : 200, { 'x-seen': 'yes' });
      response.end(`${request.method ?? ''} ${request.url ?? ''} ${body}`);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  origin = `http://127.0.0.1:${String(port)}`;
  const network = createGuardedFetch({ allowPrivateNetwork: [`127.0.0.1:${String(port)}`] });
  const runner = packagesRunner({
    folders: new PackageFolders({ folder, uv: join(folder, 'uv') }),
    requirements: ['parcel==1.0'],
    http: createHttpBridge(network.fetch),
    limits,
    bare,
  });
  tools = new PythonTools(bare, runner);
  closing.push(
    () => runner.close(),
    () => network.close(),
  );
});
afterAll(async () => {
  for (const close of closing) await close();
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true });
});

const run = async (body: string, using = tools) => {
  const source = `def f():\n${body.replace(/^/gm, '    ')}`;
  const python: PythonTool = { kind: 'python', name: 'f', description: '', source, imports: [] };
  return await using.call(python, {
    name: 'f',
    arguments: {},
    idempotencyKey: 'k',
    timeoutMs: 60_000,
    maxResultBytes: 16_384,
    signal: new AbortController().signal,
  });
};

it('a package that the operator allows is imported, with its files', async () => {
  expect(await run('import parcel\nreturn parcel.STREET')).toEqual({ content: 'Elm', isError: false });
  expect((await run('import pandas')).content).toContain(
    'a sandbox with only the packages that the operator allows with PYTHON_PACKAGES',
  );
});

it('HTTP goes through the worker, by the libraries as they are', async () => {
  const { content } = await run(`import http.client, urllib.error, urllib.request
out = []
with urllib.request.urlopen('${origin}/a?b=1', timeout=20) as response:
    out.append((response.status, response.headers['x-seen'], response.read().decode()))
request = urllib.request.Request('${origin}/p', data='é'.encode(), method='PUT', headers={'Host': 'elsewhere'})
out.append(urllib.request.urlopen(request).read().decode())
out.append(urllib.request.urlopen('${origin}/moved').read().decode())
try: urllib.request.urlopen('${origin}/none')
except urllib.error.HTTPError as error: out.append((error.code, error.read().decode()))
connection = http.client.HTTPConnection('${origin.slice(7)}')
connection.request('POST', '/c', body=iter([b'ab', b'cd']), headers={'Transfer-Encoding': 'chunked'}, encode_chunked=True)
out.append(connection.getresponse().read().decode())
connection.request('HEAD', '/h')
out.append(connection.getresponse().read())
return '\\n'.join(map(str, out))`);
  expect(content.split('\n')).toEqual([
    "(200, 'yes', 'GET /a?b=1 ')",
    'PUT /p é',
    'GET /x ',
    "(404, 'GET /none ')",
    'POST /c abcd',
    "b''",
  ]);
});

it('what the operator’s rules forbid is not reached: addresses, sizes, other protocols', async () => {
  const { content } = await run(`import socket, urllib.request
out = []
def attempt(run):
    try: out.append(f'got {run()!r}')
    except Exception as error: out.append(f'{type(error).__name__} {error}')
attempt(lambda: urllib.request.urlopen('http://10.0.0.1/').read())
attempt(lambda: urllib.request.urlopen('http://localhost:2/').read())
attempt(lambda: urllib.request.urlopen('http://169.254.169.254/latest/meta-data').read())
attempt(lambda: urllib.request.urlopen('${origin}/inward').read())
attempt(lambda: len(urllib.request.urlopen('${origin}/large').read()))
attempt(lambda: urllib.request.urlopen('${origin}/slow', timeout=0.5).read())
attempt(lambda: urllib.request.urlopen('file:///etc/passwd').read())
def raw():
    sock = socket.create_connection(('127.0.0.1', 5432))
    sock.sendall(b'\\x00\\x00\\x00\\x08')
    return sock.recv(1)
attempt(raw)
attempt(lambda: socket.create_server(('127.0.0.1', 0)))
attempt(lambda: socket.socket(type=socket.SOCK_DGRAM))
return '\\n'.join(out)`);
  const lines = content.split('\n');
  expect(lines).toHaveLength(10);
  expect(lines.filter((line) => line.startsWith('got'))).toEqual([]);
  expect(
    lines
      .slice(0, 4)
      .join('\n')
      .match(/the operator has not allowed it/g),
  ).toHaveLength(4);
  expect(lines[4]).toContain('larger than the 16 MiB');
  expect(lines[5]).toMatch(/time/i);
  expect(lines[7]).toContain('Only HTTP is spoken in the sandbox');
});

it('what the sandbox holds in is held in with packages, too', async () => {
  process.env.COLLOQUY_TEST_SECRET = 'do-not-show';
  const { content } = await run(`import os, _colloquy
out = [dict(os.environ), os.listdir('/packages')]
def attempt(run):
    try: out.append(f'got {run()}')
    except BaseException as error: out.append(f'{type(error).__name__} {error}')
attempt(lambda: open('/packages/../etc/passwd').read())
attempt(lambda: _colloquy.exchange.constructor('return process')())
attempt(lambda: _colloquy.exchange.constructor.constructor('return process')())
attempt(lambda: _colloquy.exchange('no json'))
attempt(lambda: _colloquy.exchange('{"method": "GET", "url": "file:///etc/passwd", "headers": [], "body": null, "timeoutSeconds": null}'))
attempt(lambda: os.symlink('/etc/passwd', '/packages/link'))
attempt(lambda: open('/packages/new.py', 'w').write('import os'))
return '\\n'.join(map(str, out))`);
  const [environment, packages, ...tried] = content.split('\n');
  expect(environment).not.toContain('do-not-show');
  expect(packages).toBe("['parcel']");
  expect(content).not.toContain('root:x:');
  expect(tried[0]).toMatch(/^FileNotFoundError/);
  expect(tried.slice(1, 3).every((line) => line.includes('Code generation from strings disallowed'))).toBe(
    true,
  );
  // The worker's refusals.
  expect(tried.slice(3, 5).every((line) => line.startsWith('got {"error":'))).toBe(true);
  // Whatever it took for written, the folder is as it was.
  const [made = ''] = (await readdir(folder)).filter((name) => name.startsWith('sandbox-'));
  expect(await readdir(join(folder, made, 'site'))).toEqual(['parcel']);
  expect(await run('return 1 + 1')).toEqual({ content: '2', isError: false });
});

it('where the packages can’t be had, what needs none still runs, and the rest says why', async () => {
  const runner = packagesRunner({
    folders: new PackageFolders({ folder, uv: 'no-such-uv' }),
    requirements: ['other==1.0'],
    http: () => Promise.resolve(''),
    limits,
    bare,
  });
  const without = new PythonTools(bare, runner);
  expect(await run('return 6 * 7', without)).toEqual({ content: '42', isError: false });
  expect((await run('import other', without)).content).toContain(
    'The Python module "other" is not available. Python packages can\'t be installed: there is no command "no-such-uv"',
  );
  await runner.close();
});

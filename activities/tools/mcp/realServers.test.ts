import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import type { Json } from '../../../workflows/domain/json.ts';
import type { ToolSource } from '../../../workflows/domain/team.ts';
import type { McpHttpServer } from '../../../workflows/domain/tools/kinds/mcpHttp.ts';
import type { McpStdioServer } from '../../../workflows/domain/tools/kinds/mcpStdio.ts';
import { createToolbox } from '../toolbox.ts';

const require = createRequire(import.meta.url);
const script = (packageJson: string) => join(dirname(packageJson), 'dist/index.js');
const EVERYTHING = script(require.resolve('@modelcontextprotocol/server-everything/package.json'));
const FILESYSTEM = script(require.resolve('@modelcontextprotocol/server-filesystem/package.json'));
const MEMORY = script(require.resolve('@modelcontextprotocol/server-memory/package.json'));

const toolbox = createToolbox({
  secret: () => undefined,
  allowedStdioCommands: [process.execPath],
  allowPrivateNetwork: ['127.0.0.0/8'],
});
const signal = new AbortController().signal;
let folder = '';
const servers: ChildProcess[] = [];
beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'colloquy-mcp-')));
});
afterEach(() => {
  for (const server of servers.splice(0)) server.kill();
});
afterAll(async () => {
  await toolbox.close();
  await rm(folder, { recursive: true });
});

const stdio = (args: string[], overrides: Partial<McpStdioServer> = {}): McpStdioServer => ({
  kind: 'mcp_stdio',
  command: process.execPath,
  args,
  env: {},
  timeoutSeconds: 20,
  overrides: {},
  ...overrides,
});

const call = (source: ToolSource, name: string, args: Record<string, Json>) =>
  toolbox.call(source, {
    name,
    arguments: args,
    idempotencyKey: 'k',
    timeoutMs: 20_000,
    maxResultBytes: 100_000,
    signal,
  });

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Starts server-everything over HTTP; it says on its standard error when it listens. */
async function startEverything(transport: 'streamableHttp' | 'sse'): Promise<number> {
  const port = await freePort();
  const server = spawn(process.execPath, [EVERYTHING, transport], {
    env: { ...process.env, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  servers.push(server);
  const listening = Promise.withResolvers<void>();
  server.stderr.on('data', (said) => {
    if (String(said).includes(String(port))) listening.resolve();
  });
  await listening.promise;
  return port;
}

it('server-everything: its tools are told and called, under the names that the team gives them', async () => {
  const source = stdio([EVERYTHING], {
    overrides: { echo: { name: 'repeat', description: 'Says it again' } },
  });
  const tools = await toolbox.describe(source, { signal });
  expect(tools.map(({ name }) => name)).toEqual(expect.arrayContaining(['repeat', 'get-sum']));
  expect(tools.find(({ name }) => name === 'repeat')).toEqual({
    name: 'repeat',
    description: 'Says it again',
    parameters: {
      type: 'object',
      properties: { message: { type: 'string', description: 'Message to echo' } },
      required: ['message'],
      additionalProperties: false,
    },
  });
  expect(await call(source, 'repeat', { message: 'hello' })).toEqual({
    content: 'Echo: hello',
    isError: false,
  });
  expect(await call(source, 'get-sum', { a: 2, b: 40 })).toEqual({
    content: 'The sum of 2 and 40 is 42.',
    isError: false,
  });
  expect(await call(source, 'get-sum', { a: 'two' })).toMatchObject({ isError: true });
  expect(await call(source, 'no-such-tool', {})).toMatchObject({
    content: expect.stringContaining('no-such-tool'),
    isError: true,
  });
  expect((await call(source, 'get-tiny-image', {})).content).toMatch(/^Here's.*\n\[Image: iVBOR/s);
});

it('server-filesystem: files of its folder are read and written, others are not', async () => {
  const source = stdio([FILESYSTEM, folder]);
  await writeFile(join(folder, 'in.txt'), 'from outside');
  expect((await call(source, 'read_text_file', { path: join(folder, 'in.txt') })).content).toContain(
    'from outside',
  );
  await call(source, 'write_file', { path: join(folder, 'out.txt'), content: 'from the model' });
  expect(await readFile(join(folder, 'out.txt'), 'utf8')).toBe('from the model');
  expect(await call(source, 'read_text_file', { path: '/etc/hostname' })).toMatchObject({
    content: expect.stringContaining('outside allowed directories'),
    isError: true,
  });
});

it('server-memory: what one call stores another reads', async () => {
  const source = stdio([MEMORY], { env: { MEMORY_FILE_PATH: join(folder, 'memory.jsonl') } });
  await call(source, 'create_entities', {
    entities: [{ name: 'Ada', entityType: 'person', observations: ['likes engines'] }],
  });
  expect((await call(source, 'search_nodes', { query: 'engines' })).content).toContain('Ada');
});

it.each([
  ['streamable HTTP', 'streamableHttp', 'streamable_http', 'mcp'],
  ['SSE', 'sse', 'sse', 'sse'],
] as const)('server-everything over %s', async (_name, mode, transport, path) => {
  const port = await startEverything(mode);
  const source: McpHttpServer = {
    kind: 'mcp_http',
    transport,
    url: `http://127.0.0.1:${port}/${path}`,
    headers: { 'x-team': 'a' },
    timeoutSeconds: 20,
    overrides: {},
  };
  const tools = await toolbox.describe(source, { signal });
  expect(tools.map(({ name }) => name)).toEqual(expect.arrayContaining(['echo', 'get-sum']));
  expect(await call(source, 'get-sum', { a: 1, b: 2 })).toEqual({
    content: 'The sum of 1 and 2 is 3.',
    isError: false,
  });
});

it('a server over HTTP that is gone is worth another try', async () => {
  const port = await startEverything('streamableHttp');
  const source: McpHttpServer = {
    kind: 'mcp_http',
    transport: 'streamable_http',
    url: `http://127.0.0.1:${port}/mcp`,
    headers: {},
    timeoutSeconds: 20,
    overrides: {},
  };
  expect((await call(source, 'echo', { message: 'a' })).content).toBe('Echo: a');
  const [server] = servers;
  server?.kill();
  if (server) await once(server, 'exit');
  await expect(call(source, 'echo', { message: 'b' })).rejects.toMatchObject({
    trouble: 'unreachable',
    retryable: true,
  });
});

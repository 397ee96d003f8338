import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { McpStdioServer } from '../../../workflows/domain/tools/kinds/mcpStdio.ts';
import { createToolbox, type Toolbox, type ToolboxClients } from '../toolbox.ts';
import type { ToolCall } from '../toolCall.ts';

const open = (clients: Partial<ToolboxClients> = {}) =>
  createToolbox({
    secret: (name) => (name === 'KEY' ? 's3cret-value' : undefined),
    allowedStdioCommands: ['node'],
    allowPrivateNetwork: false,
    ...clients,
  });

let toolbox: Toolbox;
beforeEach(() => {
  toolbox = open();
});
afterEach(() => toolbox.close());

const odd = (overrides: Partial<McpStdioServer> = {}): McpStdioServer => ({
  kind: 'mcp_stdio',
  command: process.execPath,
  args: [join(import.meta.dirname, '../test/oddMcpServer.ts')],
  env: { KEY: '${secret:KEY}' },
  timeoutSeconds: 20,
  overrides: {},
  ...overrides,
});

const call = (name: string, options: Partial<ToolCall> = {}, server = odd()) =>
  toolbox.call(server, {
    name,
    arguments: {},
    idempotencyKey: 'k',
    timeoutMs: 20_000,
    maxResultBytes: 10_000,
    signal: new AbortController().signal,
    ...options,
  });

const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

async function untilGone(pid: number): Promise<void> {
  while (isAlive(pid)) await new Promise((done) => setTimeout(done, 10));
}

it('a server gets of the environment what its source says, and its secrets are shown to nobody', async () => {
  process.env.COLLOQUY_TEST_SECRET = 'do-not-hand-on';
  const { content } = await call('environment');
  expect(Object.keys(JSON.parse(content) as object).sort()).toEqual(['HOME', 'KEY', 'PATH']);
  expect(content).toContain('"KEY":"***"');
  const [first] = await toolbox.describe(odd(), { signal: new AbortController().signal });
  expect(first).toMatchObject({ name: 'environment', description: 'Key ***' });
});

it('a result of several parts is one text, as AutoGen makes it', async () => {
  expect(await call('contents')).toEqual({
    content: `one
[Image: aGk=]
{"type":"resource","resource":{"uri":"test://x","mimeType":"text/plain","meta":null,"text":"hé"},"annotations":null,"meta":null}
[Audio: audio/wav]
{"type":"resource_link","uri":"test://y","name":"y"}`,
    isError: false,
  });
});

it('a server that ends during a call is an error, and the next call starts it again', async () => {
  expect(await call('crash')).toEqual({
    content: 'The MCP server ended during the call, which may have been carried out\n',
    isError: true,
  });
  expect((await call('noise')).content).toBe('heard');
});

it('a call that takes too long is an error, one that is cancelled rejects, and the server goes on', async () => {
  const { content: pid } = await call('pid');
  expect(await call('hang', { timeoutMs: 200 })).toEqual({
    content: 'The tool took longer than 0.2 s',
    isError: true,
  });
  const cancel = new AbortController();
  const running = call('hang', { signal: cancel.signal });
  cancel.abort(new Error('stopped'));
  await expect(running).rejects.toThrow('stopped');
  expect((await call('pid')).content).toBe(pid);
});

it('a result over the limit is an error that says how long it was; one that no one can take ends the server', async () => {
  const large = await call('large', { arguments: { size: 20_000 } });
  expect(large.isError).toBe(true);
  expect(large.content).toMatch(/^The result is too large: it has 20000 bytes, and 10000 are allowed/);
  expect(await call('large', { arguments: { size: 20_000_000 } })).toMatchObject({ isError: true });
  expect((await call('noise')).content).toBe('heard');
});

it('a connection is shared within a scope, and not beyond', async () => {
  const [one, same, other] = [
    await call('pid', { scope: 'a' }),
    await call('pid', { scope: 'a' }),
    await call('pid', { scope: 'b' }),
  ];
  expect(same.content).toBe(one.content);
  expect(other.content).not.toBe(one.content);
});

it('closing ends the server and what it has started', async () => {
  const server = Number((await call('pid')).content);
  const child = Number((await call('child')).content);
  expect(isAlive(child)).toBe(true);
  await toolbox.close();
  await untilGone(child);
  await untilGone(server);
  await expect(call('pid')).rejects.toMatchObject({ trouble: 'closed', retryable: true });
});

it('a command that the operator has not allowed is not started', async () => {
  await expect(call('x', {}, odd({ command: '/bin/sh', args: ['-c', 'exit'] }))).rejects.toMatchObject({
    trouble: 'misconfigured',
    retryable: false,
    message: 'The operator has not allowed the command "/bin/sh" for MCP servers',
  });
});

it('a server that can’t be used says why, and whether trying again can help', async () => {
  const all = open({ allowedStdioCommands: ['*'] });
  const signal = new AbortController().signal;
  const describe = (server: McpStdioServer) => all.describe(server, { signal });
  await expect(describe(odd({ command: 'no-such-command' }))).rejects.toMatchObject({
    trouble: 'misconfigured',
    message: expect.stringContaining('ENOENT'),
  });
  await expect(
    describe(odd({ args: ['-e', 'console.error("broken by", process.env.KEY); process.exit(1)'] })),
  ).rejects.toMatchObject({
    trouble: 'unreachable',
    retryable: true,
    message: expect.stringContaining('broken by ***'),
  });
  await expect(describe(odd({ env: { KEY: '${secret:NONE}' } }))).rejects.toThrow(
    'The secret "NONE", which "KEY" refers to, is not set',
  );
  await all.close();
});

it('a server at a private address is not spoken to', async () => {
  const http = {
    kind: 'mcp_http',
    transport: 'streamable_http',
    url: 'http://127.0.0.1:9000/mcp',
    headers: {},
    timeoutSeconds: 5,
    overrides: {},
  } as const;
  const signal = new AbortController().signal;
  await expect(toolbox.describe(http, { signal })).rejects.toMatchObject({
    trouble: 'misconfigured',
    message: expect.stringContaining('the operator has not allowed it'),
  });
  const allowing = open({ allowPrivateNetwork: ['127.0.0.1:1'] });
  await expect(allowing.describe({ ...http, url: 'http://127.0.0.1:1/' }, { signal })).rejects.toMatchObject({
    trouble: 'unreachable',
    retryable: true,
  });
  await allowing.close();
});

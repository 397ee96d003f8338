import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { McpHttpServer } from '../../../workflows/domain/tools/kinds/mcpHttp.ts';
import type { McpStdioServer } from '../../../workflows/domain/tools/kinds/mcpStdio.ts';
import { startOddHttpServer } from '../test/oddHttpServer.ts';
import { createToolbox, type Toolbox } from '../toolbox.ts';

let toolbox: Toolbox;
beforeEach(() => {
  toolbox = createToolbox({
    secret: () => 's3cret-value',
    allowedStdioCommands: ['node'],
    allowPrivateNetwork: ['127.0.0.0/8'],
  });
});
afterEach(() => toolbox.close());

const odd: McpStdioServer = {
  kind: 'mcp_stdio',
  command: process.execPath,
  args: [join(import.meta.dirname, '../test/oddMcpServer.ts')],
  env: { KEY: '${secret:KEY}' },
  timeoutSeconds: 60,
  overrides: {},
};
const http = (url: string): McpHttpServer => ({
  kind: 'mcp_http',
  transport: 'streamable_http',
  url,
  headers: {},
  timeoutSeconds: 60,
  overrides: {},
});

const call = (source: McpStdioServer | McpHttpServer, name: string, more = {}) =>
  toolbox.call(source, {
    name,
    arguments: {},
    idempotencyKey: 'k',
    timeoutMs: 60_000,
    maxResultBytes: 10_000,
    signal: new AbortController().signal,
    ...more,
  });

/** Returns when the process has ended, before this one has heard of it. */
function killUnheard(pid: number): void {
  process.kill(pid, 'SIGKILL');
  for (;;) {
    try {
      const isDead = /^\d+ \(.*\) [ZX]/.test(readFileSync(`/proc/${String(pid)}/stat`, 'utf8'));
      // Its other threads hold its streams open.
      if (isDead && readdirSync(`/proc/${String(pid)}/task`).length <= 1) return;
    } catch {
      return;
    }
  }
}

it('a call made just after one that ended its server finds a new server, again and again', async () => {
  for (let round = 0; round < 8; round += 1) {
    expect(await call(odd, 'crash')).toMatchObject({ isError: true });
    expect((await call(odd, 'noise')).content).toBe('heard');
  }
});

it('many who learn at once that a server has ended find one new server together', async () => {
  const { content: first } = await call(odd, 'pid');
  const hanging = Array.from({ length: 8 }, () => call(odd, 'hang'));
  const crash = call(odd, 'crash');
  const pids = await Promise.all(
    [...hanging, crash].map(async (each) => {
      expect(await each).toMatchObject({ content: expect.stringContaining('ended during the call') });
      return (await call(odd, 'pid')).content;
    }),
  );
  expect(new Set(pids).size).toBe(1);
  expect(pids[0]).not.toBe(first);
});

const onLinux = process.platform === 'linux' ? it : it.skip;
onLinux(
  'a server that has ended between two calls is noticed, and the call made by a new one',
  async () => {
    for (let round = 0; round < 8; round += 1) {
      killUnheard(Number((await call(odd, 'pid')).content));
      expect(await call(odd, 'noise')).toEqual({ content: 'heard', isError: false });
    }
  },
  120_000,
);

it('the call after a result that no one can take finds a new server', async () => {
  for (let round = 0; round < 4; round += 1) {
    const large = call(odd, 'large', { arguments: { size: 20_000_000 } });
    expect(await large).toMatchObject({ isError: true });
    expect((await call(odd, 'noise')).content).toBe('heard');
  }
});

it('what a server said before it ended is told, without secrets', async () => {
  expect((await call(odd, 'lastWords')).content).toBe(
    'The MCP server ended during the call, which may have been carried out. It said:\nout of paper ***\n',
  );
});

it.each([400, 401, 404, 410])(
  'a server over HTTP that has forgotten the session and says %d is called by a new one, once',
  async (status) => {
    const server = await startOddHttpServer(status);
    try {
      for (let round = 1; round <= 3; round += 1) {
        expect((await call(http(server.url), 'count')).content).toBe(String(round));
        server.forget();
      }
      expect(await toolbox.describe(http(server.url), { signal: new AbortController().signal })).toHaveLength(
        2,
      );
      expect(server.calls()).toBe(3);
    } finally {
      server.close();
    }
  },
);

it('an answer over HTTP that breaks off is told at once, and the next call goes by a new connection', async () => {
  const server = await startOddHttpServer(404);
  try {
    expect(await call(http(server.url), 'break')).toMatchObject({
      content: expect.stringContaining('which may have been carried out'),
      isError: true,
    });
    expect((await call(http(server.url), 'count')).content).toBe('1');
  } finally {
    server.close();
  }
});

it('what a server over HTTP refuses to a new connection, too, is its answer', async () => {
  const server = await startOddHttpServer(400);
  const { url } = server;
  try {
    await call(http(url), 'count');
    server.close();
    await expect(call(http(url), 'count')).rejects.toMatchObject({ trouble: 'unreachable', retryable: true });
  } finally {
    server.close();
  }
});

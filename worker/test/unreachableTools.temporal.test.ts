import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { text } from '../../test/support/scriptedReply.ts';
import type { McpHttpServer } from '../../workflows/domain/tools/kinds/mcpHttp.ts';
import type { McpStdioServer } from '../../workflows/domain/tools/kinds/mcpStdio.ts';
import type { PythonTool } from '../../workflows/domain/tools/kinds/python.ts';
import type { FailureDetails } from '../../workflows/domain/turnFailure.ts';
import { type Colloquy, startColloquy } from './colloquy.ts';
import { answer, openTask } from './people.ts';
import { agent, team } from './teams.ts';

const stdio = (args: string[]): McpStdioServer => ({
  kind: 'mcp_stdio',
  command: process.execPath,
  args,
  env: {},
  timeoutSeconds: 2,
  overrides: {},
});
const dead: McpHttpServer = {
  kind: 'mcp_http',
  transport: 'streamable_http',
  // Nothing listens on this port.
  url: 'http://127.0.0.1:2/mcp?key=not-shown',
  headers: {},
  timeoutSeconds: 2,
  overrides: {},
};
const now: PythonTool = {
  kind: 'python',
  name: 'now',
  description: 'Says when.',
  source: 'def now() -> str:\n    return "noon"',
  imports: [],
};

describe('an agent whose tools can\u2019t be reached', () => {
  let colloquy: Colloquy;
  beforeAll(async () => {
    colloquy = await startColloquy();
  });
  afterAll(() => colloquy.close());

  const start = (tools: Parameters<typeof agent>[1]) =>
    colloquy.start(team([agent('worker', tools)], { maxTurns: 1 }));
  const offered = () =>
    (
      JSON.parse(colloquy.model.requests.at(-1)?.rawBody ?? '') as {
        tools?: { function: { name: string } }[];
      }
    ).tools?.map((tool) => tool.function.name);
  const failureOf = async (id: string) => {
    const { detail } = await openTask(colloquy, id, [], 120_000);
    return (detail as unknown as { failure: { type: string; message: string; details: FailureDetails } })
      .failure;
  };

  it.each([
    [
      'ends at once',
      stdio(['-e', 'console.error("no licence"); process.exit(1)']),
      process.execPath,
      'no licence',
    ],
    ['is away', dead, 'http://127.0.0.1:2/mcp', 'fetch failed: connect ECONNREFUSED'],
    [
      'never answers',
      stdio(['-e', 'setInterval(() => 0, 1e6)']),
      process.execPath,
      'did not answer within 2 s',
    ],
  ])(
    'a server that %s costs some attempts; then a person lets the turn continue without it',
    async (_how, source, address, said) => {
      const asked = colloquy.model.requests.length;
      const id = await start({ tools: [now, source] });
      const failure = await failureOf(id);
      expect(failure).toMatchObject({ type: 'tool_unreachable', details: { tools: [1], address } });
      expect(failure.details.words).toContain(said);
      expect(failure.details.words).not.toContain(address);
      expect(failure.message).toContain(`${address} can't be used: `);
      expect(failure.message).toContain(said);
      expect(failure.message).toContain('It was tried 5 times.');
      expect(failure.message).not.toContain('not-shown');
      expect(colloquy.model.requests).toHaveLength(asked);

      colloquy.model.script(text('Done'));
      await answer(colloquy, id, (await openTask(colloquy, id)).id, 'without_tools');
      expect(await colloquy.handle(id).result()).toMatchObject({ state: 'finished' });
      expect(offered()).toEqual(['now']);
    },
    180_000,
  );

  it('a command that is not allowed asks a person at once', async () => {
    const id = await start({ tools: [{ ...stdio([]), command: '/bin/no-such-command' }, now] });
    expect(await failureOf(id)).toMatchObject({ type: 'tool_misconfigured', details: { tools: [0] } });
    await answer(colloquy, id, (await openTask(colloquy, id)).id, 'stop');
    expect(await colloquy.handle(id).result()).toMatchObject({ state: 'stopped' });
  });

  it('a Python tool whose module is missing stops nothing: it is offered like the others', async () => {
    const fetching: PythonTool = {
      ...now,
      name: 'fetch',
      source: 'def fetch(url: str) -> str:\n    return requests.get(url).text',
      imports: ['import requests'],
    };
    const server = stdio([join(import.meta.dirname, '../../activities/tools/test/oddMcpServer.ts')]);
    colloquy.model.script(text('Done'));
    const id = await start({ tools: [fetching, now, { ...server, timeoutSeconds: 60 }] });
    expect(await colloquy.handle(id).result()).toMatchObject({ state: 'finished' });
    expect(offered()).toEqual(expect.arrayContaining(['fetch', 'now', 'crash']));
  });
});

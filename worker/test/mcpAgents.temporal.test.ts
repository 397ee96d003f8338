import { mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { calls, text } from '../../test/support/scriptedReply.ts';
import type { McpStdioServer } from '../../workflows/domain/tools/kinds/mcpStdio.ts';
import { type Colloquy, startColloquy } from './colloquy.ts';
import { agent, team } from './teams.ts';

const require = createRequire(import.meta.url);
const serverOf = (name: string) =>
  join(dirname(require.resolve(`@modelcontextprotocol/${name}/package.json`)), 'dist/index.js');

/** A server from npm, started by the worker. */
function server(name: string, args: string[] = [], env: Record<string, string> = {}): McpStdioServer {
  const command = process.execPath;
  return {
    kind: 'mcp_stdio',
    command,
    args: [serverOf(name), ...args],
    env,
    timeoutSeconds: 30,
    overrides: {},
  };
}

describe('an agent with real MCP servers', () => {
  let colloquy: Colloquy;
  let folder = '';
  beforeAll(async () => {
    folder = await realpath(await mkdtemp(join(tmpdir(), 'colloquy-mcp-')));
    colloquy = await startColloquy();
  });
  afterAll(async () => {
    await colloquy.close();
    await rm(folder, { recursive: true });
  });

  /** Runs one agent to its end; returns the results of its calls in order. */
  async function resultsOf(source: McpStdioServer): Promise<string[]> {
    const id = await colloquy.start(
      team([agent('worker', { tools: [source], maxToolIterations: 5 })], { maxTurns: 1 }),
    );
    expect(await colloquy.handle(id).result()).toMatchObject({ state: 'finished' });
    const rows = await colloquy.database.toolCall.findMany({
      where: { conversationId: id },
      orderBy: [{ seq: 'asc' }, { index: 'asc' }],
    });
    expect(rows.map(({ state }) => state)).toEqual(rows.map(() => 'completed'));
    return rows.map(({ result }) => result ?? '');
  }

  it('server-everything: offers its tools, two of which are called in one answer', async () => {
    colloquy.model.script(
      calls([
        { name: 'echo', arguments: { message: 'rain' } },
        { name: 'get-sum', arguments: { a: 2, b: 40 } },
      ]),
      text('Done'),
    );
    const [echo, sum] = await resultsOf(server('server-everything'));
    expect(echo).toBe('Echo: rain');
    expect(sum).toContain('42');
    const request = JSON.parse(colloquy.model.requests.at(-1)?.rawBody ?? '') as {
      tools: { function: { name: string } }[];
    };
    const offered = request.tools.map((tool) => tool.function.name);
    expect(offered).toEqual(expect.arrayContaining(['echo', 'get-sum']));
  });

  it('server-filesystem: writes a file and reads another one within its folder', async () => {
    await writeFile(join(folder, 'in.txt'), 'from the test');
    colloquy.model.script(
      calls([{ name: 'read_text_file', arguments: { path: join(folder, 'in.txt') } }]),
      calls([
        { name: 'write_file', arguments: { path: join(folder, 'out.txt'), content: 'from the agent' } },
      ]),
      text('Done'),
    );
    const [read] = await resultsOf(server('server-filesystem', [folder]));
    expect(read).toBe('from the test');
    expect(await readFile(join(folder, 'out.txt'), 'utf8')).toBe('from the agent');
  });

  it('server-memory: remembers in one call what the next one asks for', async () => {
    const entity = { name: 'Ada', entityType: 'person', observations: ['wrote the first program'] };
    colloquy.model.script(
      calls([{ name: 'create_entities', arguments: { entities: [entity] } }]),
      calls([{ name: 'search_nodes', arguments: { query: 'Ada' } }]),
      text('Done'),
    );
    const memory = { MEMORY_FILE_PATH: join(folder, 'memory.jsonl') };
    const [, found] = await resultsOf(server('server-memory', [], memory));
    expect(found).toContain('wrote the first program');
  });
});

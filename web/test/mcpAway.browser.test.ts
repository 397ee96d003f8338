import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { pino } from 'pino';
import type { Page } from 'playwright-core';
import { call } from '../../test/support/scriptedReply.ts';
import { agent, team, type Participant } from '../../workflows/domain/team.ts';
import type { McpHttpServer, McpStdioServer } from '../../workflows/domain/tool.ts';
import { describeInBrowser } from './support/chromium.ts';
import { commandLine, type CommandLine } from './support/commandLine.ts';
import {
  openConversationWorld,
  startInBrowser,
  type ConversationWorld,
} from './support/conversationWorld.ts';
import { mcpProcess, type McpProcess } from './support/mcpProcess.ts';
import { addTeam } from './support/teamRows.ts';

/** Five attempts with the pauses between them take a quarter of a minute. */
const ALL_ATTEMPTS_MS = 120_000;
const MIDDLE = 'Stops before the last';
const ENDS = 'Ends at once';

const you: Participant = {
  kind: 'person',
  name: 'you',
  description: 'Asks.',
  prompt: '',
  deadlineSeconds: 600,
  onDeadline: 'stop',
};

describeInBrowser('an MCP server that is away', () => {
  let world: ConversationWorld;
  let cli: CommandLine;
  let mcp: McpProcess;
  const logged: Record<string, unknown>[] = [];

  beforeAll(async () => {
    mcp = await mcpProcess();
    await mcp.start();
    const logger = pino(
      { level: 'warn' },
      { write: (line: string) => void logged.push(JSON.parse(line) as Record<string, unknown>) },
    );
    world = await openConversationWorld({ logger });
    cli = await commandLine(world);
    /** A worker remembers for a minute what a server offers, for each way of using it. */
    const http = (timeoutSeconds: number): McpHttpServer => ({
      kind: 'mcp_http',
      transport: 'streamable_http',
      url: `${mcp.url}?key=not-shown`,
      headers: {},
      timeoutSeconds,
      overrides: {},
    });
    const stdio: McpStdioServer = {
      kind: 'mcp_stdio',
      command: process.execPath,
      args: ['-e', 'console.error("no licence"); process.exit(1)'],
      env: {},
      timeoutSeconds: 20,
      overrides: {},
    };
    const first = agent({ name: 'first', tools: [http(20)] });
    const teams: [string, Participant[]][] = [
      [MIDDLE, [first, you, agent({ name: 'second', tools: [http(21)] })]],
      [ENDS, [agent({ name: 'only', tools: [stdio] })]],
    ];
    for (const [name, participants] of teams) {
      await addTeam(world.database, name, team({ participants, maxTurns: participants.length }));
    }
  });
  afterAll(async () => {
    await world.close();
    await mcp.kill();
  });

  /** Until the first agent has used the server; then the server is gone and the person answers. */
  async function stopBeforeSecond(page: Page, name: string): Promise<string> {
    world.model.script(call('echo', { message: 'before' }));
    const id = await startInBrowser(page, world.url, name, `Of ${name}`);
    const turn = page.locator('[data-task="give_input"]');
    await turn.waitFor();
    await page.getByText('Echo: before').first().waitFor();
    await mcp.kill();
    await turn.getByRole('textbox').fill('Go on.');
    await turn.getByRole('button', { name: 'Answer' }).click();
    return id;
  }

  const times = (said: string, part: string) => said.split(part).length - 1;
  /** The address and the reason, each once, and no more of the address than may be shown. */
  function expectWords(said: string, title: string) {
    expect(times(said, title)).toBe(1);
    expect(times(said, mcp.url)).toBe(1);
    expect(times(said, 'connect ECONNREFUSED')).toBe(1);
    expect(said).not.toContain('not-shown');
  }
  const lastLogged = (id: string) => logged.findLast(({ conversationId }) => conversationId === id);

  test('is named with its address while it is tried, then a person is asked everywhere, and "again" goes on', async () => {
    const page = await (await world.signedIn()).newPage();
    const id = await stopBeforeSecond(page, MIDDLE);
    const notice = page.getByRole('status').filter({ hasText: 'is being tried again' });
    const trying = `A tool at ${mcp.url} cannot be reached`;
    await notice.getByText(trying).waitFor();
    const said = (await notice.textContent()) ?? '';
    expect(said).toMatch(/attempt \d of 5/);
    expectWords(said, trying);
    expectWords(await cli.run('show', id).ended, trying);
    expect(lastLogged(id)).toMatchObject({
      failureType: 'tool_unavailable',
      address: mcp.url,
      words: expect.stringContaining('connect ECONNREFUSED'),
    });

    const task = page.locator('[data-task="resolve_error"]');
    await task.waitFor({ timeout: ALL_ATTEMPTS_MS });
    expect(await notice.count()).toBe(0);
    const givenUp = `A tool at ${mcp.url} could not be reached, however often it was tried`;
    expectWords((await task.textContent()) ?? '', givenUp);
    for (const name of ['Try again', 'Go on without it this turn', 'Stop the conversation']) {
      expect(await task.getByRole('button', { name }).count()).toBe(1);
    }
    expectWords(await cli.run('show', id).ended, givenUp);
    expect(lastLogged(id)).toMatchObject({ failureType: 'tool_unreachable', address: mcp.url });
    const inbox = await page.context().newPage();
    await inbox.goto(`${world.url}/inbox`);
    const item = inbox.locator('[data-task="resolve_error"]').filter({ hasText: `Of ${MIDDLE}` });
    expectWords((await item.textContent()) ?? '', givenUp);

    await mcp.start();
    world.model.script(call('echo', { message: 'after' }));
    await item.getByRole('button', { name: 'Try again' }).click();
    await page.locator('[data-end="finished"]').waitFor({ timeout: ALL_ATTEMPTS_MS });
    await page.getByText('Echo: after').first().waitFor();
    await page.context().close();
  }, 300_000);

  test('as a command that ends at once is told with its last words, and "stop" stops', async () => {
    const run = cli.run('run', ENDS, 'Ends', '--no-wait');
    expect(await run.exitCode).toBe(3);
    expect(run.said()).toContain(`A tool at ${process.execPath} could not be reached`);
    expect(run.said()).toContain('no licence');
    const [, id = ''] = /\/conversations\/([0-9a-f-]{36})/.exec(run.said()) ?? [];
    const page = await (await world.signedIn()).newPage();
    await page.goto(`${world.url}/conversations/${id}`);
    const task = page.locator('[data-task="resolve_error"]');
    expect(await task.textContent()).toContain('no licence');
    await task.getByRole('button', { name: 'Stop the conversation' }).click();
    await page.locator('[data-end="stopped"]').waitFor({ timeout: ALL_ATTEMPTS_MS });
    await page.context().close();
  }, 300_000);
});

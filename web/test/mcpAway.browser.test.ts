import { call } from '../../test/support/scriptedReply.ts';
import { agent, type Participant, team } from '../../workflows/domain/team.ts';
import type { McpHttpServer } from '../../workflows/domain/tools/kinds/mcpHttp.ts';
import type { McpStdioServer } from '../../workflows/domain/tools/kinds/mcpStdio.ts';
import { ASKED_BETWEEN, startAndEnd } from './support/awayServer.ts';
import { expect, test as base } from './support/browserTest.ts';
import { type McpProcess, mcpProcess } from './support/mcpProcess.ts';
import { addTeam } from './support/teamRows.ts';

/** Five attempts with the pauses between them take fifteen seconds. */
const ALL_ATTEMPTS_MS = 200_000;
const MIDDLE = 'Stops before the last';
const ENDS = 'Ends at once';

const test = base.extend<{ mcp: McpProcess }>({
  mcp: async ({}, provide) => {
    const mcp = await mcpProcess();
    await mcp.start();
    await provide(mcp);
    await mcp.kill();
  },
});

test.describe.configure({ timeout: 500_000 });

test.describe('an MCP server that cannot be reached', () => {
  /** For a minute a worker remembers what a server offers, separately for each way of using it. */
  const http = (mcp: McpProcess, timeoutSeconds: number): McpHttpServer => ({
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
  const teamOf = (participants: Participant[]) => team({ participants, maxTurns: participants.length });

  const times = (said: string, part: string) => said.split(part).length - 1;
  /** The address and the reason, each once, and no more of the address than may be shown. */
  function expectWords(mcp: McpProcess, said: string, title: string) {
    expect(times(said, title)).toBe(1);
    expect(times(said, mcp.url)).toBe(1);
    expect(times(said, 'connect ECONNREFUSED')).toBe(1);
    expect(said).not.toContain('not-shown');
  }

  test('is named with its address while it is retried, then a person is asked everywhere, and “again” continues', async ({
    page,
    world,
    product,
    model,
    mcp,
    cli,
  }) => {
    const first = agent({ name: 'first', tools: [http(mcp, 20)] });
    const second = agent({ name: 'second', tools: [http(mcp, 21)] });
    await addTeam(world.database, MIDDLE, teamOf([first, ASKED_BETWEEN, second]));
    model.script(call('echo', { message: 'before' }));
    const seenBefore = 'Echo: before';
    const id = await startAndEnd(page, mcp, { team: MIDDLE, task: `Of ${MIDDLE}`, seenBefore });
    const notice = page.getByRole('status').filter({ hasText: 'is being tried again' });
    const trying = `A tool at ${mcp.url} cannot be reached`;
    await expect(notice.getByText(trying)).toBeVisible();
    const said = (await notice.textContent()) ?? '';
    expect(said).toMatch(/attempt \d of 5/);
    expectWords(mcp, said, trying);
    expectWords(mcp, await cli.run('show', id).ended, trying);
    expect(product.lastLogged(id)).toMatchObject({
      failureType: 'tool_unavailable',
      address: mcp.url,
      words: expect.stringContaining('connect ECONNREFUSED'),
    });

    const task = page.locator('[data-task="resolve_error"]');
    await expect(task).toBeVisible({ timeout: ALL_ATTEMPTS_MS });
    await expect(notice).toHaveCount(0);
    const givenUp = `A tool at ${mcp.url} could not be reached in any attempt`;
    expectWords(mcp, (await task.textContent()) ?? '', givenUp);
    for (const name of ['Try again', 'Continue without it this turn', 'Stop the conversation']) {
      await expect(task.getByRole('button', { name })).toHaveCount(1);
    }
    expectWords(mcp, await cli.run('show', id).ended, givenUp);
    expect(product.lastLogged(id)).toMatchObject({ failureType: 'tool_unreachable', address: mcp.url });
    const inbox = await page.context().newPage();
    await inbox.goto('/inbox');
    const item = inbox.locator('[data-task="resolve_error"]').filter({ hasText: `Of ${MIDDLE}` });
    expectWords(mcp, (await item.textContent()) ?? '', givenUp);

    await mcp.start();
    model.script(call('echo', { message: 'after' }));
    await item.getByRole('button', { name: 'Try again' }).click();
    await expect(page.locator('[data-end="finished"]')).toBeVisible({ timeout: ALL_ATTEMPTS_MS });
    await expect(page.getByText('Echo: after').first()).toBeVisible();
  });

  test('and is a command that exits at once is reported with its last output, and “stop” stops', async ({
    page,
    world,
    product: _,
    cli,
  }) => {
    await addTeam(world.database, ENDS, teamOf([agent({ name: 'only', tools: [stdio] })]));
    const run = cli.run('run', ENDS, 'Ends', '--no-wait');
    expect(await run.exitCode).toBe(3);
    expect(run.said()).toContain(`A tool at ${process.execPath} could not be reached`);
    expect(run.said()).toContain('no licence');
    const [, id = ''] = /\/conversations\/([0-9a-f-]{36})/.exec(run.said()) ?? [];
    await page.goto(`/conversations/${id}`);
    const task = page.locator('[data-task="resolve_error"]');
    await expect(task).toContainText('no licence');
    await task.getByRole('button', { name: 'Stop the conversation' }).click();
    await expect(page.locator('[data-end="stopped"]')).toBeVisible({ timeout: ALL_ATTEMPTS_MS });
  });
});

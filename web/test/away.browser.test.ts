import { waitUntil } from '../../ops/embedded/network.ts';
import { modelClient } from '../../workflows/domain/model.ts';
import { agent, team } from '../../workflows/domain/team.ts';
import { ASKED_BETWEEN, startAndEnd } from './support/awayServer.ts';
import { expect, test as base } from './support/browserTest.ts';
import { type ModelProcess, modelProcess } from './support/modelProcess.ts';
import { addTeam } from './support/teamRows.ts';

/** Eight requests with the pauses between them take about a minute and a half. */
const ALL_REQUESTS_MS = 300_000;

/** A model server for each test, and the name of a team that uses it. */
const test = base.extend<{ away: ModelProcess; teamName: string }>({
  away: async ({}, provide) => {
    const model = await modelProcess();
    await model.start();
    await provide(model);
    await model.kill();
  },
  teamName: async ({ world, product: _, away }, provide) => {
    const client = modelClient({ model: 'demo', baseUrl: away.baseUrl });
    const name = `Two by turns at ${away.baseUrl}`;
    await addTeam(
      world.database,
      name,
      team({
        participants: [
          agent({ name: 'first', model: client }),
          ASKED_BETWEEN,
          agent({ name: 'second', model: client }),
        ],
        maxTurns: 3,
      }),
    );
    await provide(name);
  },
});

// They spend most of their time waiting.
test.describe.configure({ mode: 'parallel', timeout: 500_000 });

test.describe('a model server that stops in the middle of a conversation', () => {
  const cannotBeReached = (model: ModelProcess) => `The model provider at ${model.baseUrl} cannot be reached`;
  const saysSo = (model: ModelProcess, text: string) =>
    text.includes(cannotBeReached(model)) && text.includes('ECONNREFUSED');

  test('is named with its address while it is retried, and the conversation continues when it is back', async ({
    page,
    world,
    product,
    away,
    teamName,
    cli,
  }) => {
    const id = await startAndEnd(page, away, { team: teamName, task: 'Back soon' });
    await expect(page.getByText(cannotBeReached(away))).toBeVisible();
    const notice = page.getByRole('status').filter({ hasText: 'is being tried again' });
    const text = (await notice.textContent()) ?? '';
    expect(text).toMatch(/attempt \d of 8/);
    expect(text).toContain('ECONNREFUSED');
    expect(text.split('cannot be reached')).toHaveLength(2);
    expect(text).not.toContain('database');

    expect(saysSo(away, await cli.run('show', id).ended)).toBe(true);
    const api = await fetch(`${world.url}/api/v1/conversations/${id}`, {
      headers: { authorization: `Bearer ${cli.token}` },
    });
    expect(await api.json()).toMatchObject({
      state: 'running',
      pending: { steps: [{ lastFailure: { type: 'model_unreachable', address: away.baseUrl } }] },
    });
    expect(product.lastLogged(id)).toMatchObject({
      failureType: 'model_unreachable',
      address: away.baseUrl,
      err: { message: `${cannotBeReached(away)}: ECONNREFUSED` },
    });

    await away.start();
    await expect(page.locator('[data-end="finished"]')).toBeVisible({ timeout: ALL_REQUESTS_MS });
    await expect(notice).toHaveCount(0);
  });

  test('and does not come back leads to a question to a person, on the page, in the inbox and on the command line', async ({
    page,
    away,
    teamName,
    cli,
  }) => {
    const id = await startAndEnd(page, away, { team: teamName, task: 'Away for long' });
    const watching = cli.run('show', id);
    await watching.ended;

    const task = page.locator('[data-task="resolve_error"]');
    await expect(task).toBeVisible({ timeout: ALL_REQUESTS_MS });
    expect(saysSo(away, (await task.textContent()) ?? '')).toBe(true);
    // Once a person is asked, nothing is retried: the notice goes when the question comes.
    await expect(page.getByText('is being tried again')).toHaveCount(0);

    const inbox = await page.context().newPage();
    await inbox.goto('/inbox');
    const item = inbox.locator('[data-task="resolve_error"]').filter({ hasText: 'Away for long' });
    expect(saysSo(away, (await item.textContent()) ?? '')).toBe(true);
    expect(saysSo(away, await cli.run('show', id).ended)).toBe(true);

    await away.start();
    await item.getByRole('button', { name: 'Try again' }).click();
    await expect(page.locator('[data-end="finished"]')).toBeVisible({ timeout: 60_000 });
  });

  test('is reported by a run that is watched, once for each attempt', async ({ away, teamName, cli }) => {
    await away.kill();
    const running = cli.run('run', teamName, 'Watched', '--no-wait');
    await waitUntil(() => Promise.resolve(saysSo(away, running.said())), {
      what: 'The command line',
      timeoutMs: 60_000,
    });
    const lines = running
      .said()
      .split('\n')
      .filter((line) => line.includes('Trying again'));
    expect(new Set(lines).size).toBe(lines.length);
    await away.start();
    expect(await running.ended).toContain('Waiting for you to reply');
  });
});

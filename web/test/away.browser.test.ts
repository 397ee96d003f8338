import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Page } from 'playwright-core';
import { waitUntil } from '../../ops/embedded/network.ts';
import { modelClient } from '../../workflows/domain/model.ts';
import { agent, team } from '../../workflows/domain/team.ts';
import { commandLine, type CommandLine } from './support/commandLine.ts';
import { describeInBrowser } from './support/chromium.ts';
import {
  openConversationWorld,
  startInBrowser,
  type ConversationWorld,
} from './support/conversationWorld.ts';
import { modelProcess, type ModelProcess } from './support/modelProcess.ts';
import { addTeam } from './support/teamRows.ts';

const TEAM = 'Two by turns';
/** Eight requests with the pauses between them take about a minute and a half. */
const ALL_REQUESTS_MS = 240_000;

describeInBrowser('a model server that stops in the middle of a conversation', () => {
  let world: ConversationWorld;
  let model: ModelProcess;
  let cli: CommandLine;
  const logged: Record<string, unknown>[] = [];
  const folder = mkdtempSync(join(tmpdir(), 'colloquy-away-'));

  beforeAll(async () => {
    model = await modelProcess();
    await model.start();
    const logger = pino(
      { level: 'warn' },
      { write: (line: string) => void logged.push(JSON.parse(line) as Record<string, unknown>) },
    );
    world = await openConversationWorld({ logger });
    cli = await commandLine(world);
    const client = modelClient({ model: 'demo', baseUrl: model.baseUrl });
    await addTeam(
      world.database,
      TEAM,
      team({
        participants: [
          agent({ name: 'first', model: client }),
          {
            kind: 'person',
            name: 'you',
            description: 'Asks.',
            prompt: '',
            deadlineSeconds: 600,
            onDeadline: 'stop',
          },
          agent({ name: 'second', model: client }),
        ],
        maxTurns: 3,
      }),
    );
  });
  afterAll(async () => {
    await world.close();
    await model.kill();
  });

  const cannotBeReached = () => `The model provider at ${model.baseUrl} cannot be reached`;
  const saysSo = (text: string) => text.includes(cannotBeReached()) && text.includes('ECONNREFUSED');

  /** Until it is the person's turn; then the model's server is gone and the person answers. */
  async function stopBeforeSecond(page: Page, task: string): Promise<string> {
    const id = await startInBrowser(page, world.url, TEAM, task);
    const turn = page.locator('[data-task="give_input"]');
    await turn.waitFor();
    await model.kill();
    await turn.getByRole('textbox').fill('Go on.');
    await turn.getByRole('button', { name: 'Answer' }).click();
    return id;
  }

  test('is named with its address while it is tried again, and the conversation goes on when it is back', async () => {
    const page = await (await world.signedIn()).newPage();
    const id = await stopBeforeSecond(page, 'Back soon');
    await page.getByText(cannotBeReached()).waitFor();
    const notice = page.getByRole('status').filter({ hasText: 'is being tried again' });
    const text = (await notice.textContent()) ?? '';
    expect(text).toMatch(/attempt \d of 8/);
    expect(text).toContain('ECONNREFUSED');
    expect(text.split('cannot be reached')).toHaveLength(2);
    expect(text).not.toContain('database');
    await page.screenshot({ path: join(folder, 'trying-again.png'), fullPage: true });

    expect(saysSo(await cli.run('show', id).ended)).toBe(true);
    const api = await fetch(`${world.url}/api/v1/conversations/${id}`, {
      headers: { authorization: `Bearer ${cli.token}` },
    });
    expect(await api.json()).toMatchObject({
      state: 'running',
      pending: { steps: [{ lastFailure: { type: 'model_unreachable', address: model.baseUrl } }] },
    });
    expect(logged.findLast(({ conversationId }) => conversationId === id)).toMatchObject({
      failureType: 'model_unreachable',
      address: model.baseUrl,
      err: { message: `${cannotBeReached()}: ECONNREFUSED` },
    });

    await model.start();
    await page.locator('[data-end="finished"]').waitFor({ timeout: ALL_REQUESTS_MS });
    expect(await notice.count()).toBe(0);
    await page.context().close();
  }, 300_000);

  test('and stays away ends in a question to a person, on page, inbox and command line', async () => {
    await model.kill();
    await model.start();
    const page = await (await world.signedIn()).newPage();
    const id = await stopBeforeSecond(page, 'Away for long');
    const watching = cli.run('show', id);
    await watching.ended;

    const task = page.locator('[data-task="resolve_error"]');
    await task.waitFor({ timeout: ALL_REQUESTS_MS });
    expect(saysSo((await task.textContent()) ?? '')).toBe(true);
    // What is asked is tried no longer: the one goes with the other's coming.
    expect(await page.getByText('is being tried again').count()).toBe(0);
    await page.screenshot({ path: join(folder, 'given-up.png'), fullPage: true });

    const inbox = await page.context().newPage();
    await inbox.goto(`${world.url}/inbox`);
    const item = inbox.locator('[data-task="resolve_error"]').filter({ hasText: 'Away for long' });
    expect(saysSo((await item.textContent()) ?? '')).toBe(true);
    expect(saysSo(await cli.run('show', id).ended)).toBe(true);

    await model.start();
    await item.getByRole('button', { name: 'Try again' }).click();
    await page.locator('[data-end="finished"]').waitFor({ timeout: 60_000 });
    await page.context().close();
  }, 400_000);

  test('is said by a run that is watched, once for each attempt', async () => {
    await model.kill();
    const running = cli.run('run', TEAM, 'Watched', '--no-wait');
    await waitUntil(() => Promise.resolve(saysSo(running.said())), {
      what: 'The command line',
      timeoutMs: 60_000,
    });
    const lines = running
      .said()
      .split('\n')
      .filter((line) => line.includes('Trying again'));
    expect(new Set(lines).size).toBe(lines.length);
    await model.start();
    expect(await running.ended).toContain('It is the turn of you');
  }, 200_000);
});

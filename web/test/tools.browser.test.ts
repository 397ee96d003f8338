import type { Page } from '@playwright/test';
import { call, createGate, text } from '../../test/support/scriptedReply.ts';
import { agent, type AgentTool, team } from '../../workflows/domain/team.ts';
import { expect, startInBrowser, test } from './support/browserTest.ts';
import {
  findAxeViolations,
  reloadUntilVisible,
  sidewaysOverflowPx,
  watchConsole,
} from './support/pageChecks.ts';
import { addTeam } from './support/teamRows.ts';

const BANK = 'Bank desk';
const NEWSROOM = 'Newsroom';
const HELPLINE = 'Helpline';
const PANEL = 'Panel';

const TRANSFER: AgentTool = {
  kind: 'python',
  name: 'transfer',
  description: 'Moves money.',
  source: 'def transfer(to: str, amount: int) -> str:\n    return f"moved {amount} to {to}"',
  imports: [],
};

test.describe('teams with tools, inner teams and handoffs, in a browser', () => {
  test.beforeAll(async ({ world }) => {
    await addTeam(
      world.database,
      BANK,
      team({
        participants: [agent({ name: 'clerk', tools: [TRANSFER] })],
        toolPolicies: [
          {
            tool: 'transfer',
            approval: { kind: 'always' },
            timeoutSeconds: 60,
            maxResultBytes: 4_096,
            idempotent: false,
          },
        ],
        termination: {
          kind: 'or',
          conditions: [
            { kind: 'text_mention', text: 'DONE', sources: null },
            { kind: 'max_messages', maxMessages: 4, includeAgentEvents: false },
          ],
        },
      }),
    );
    await addTeam(
      world.database,
      NEWSROOM,
      team({
        participants: [
          {
            kind: 'team',
            name: 'desk',
            description: 'Writes.',
            team: team({
              participants: [agent({ name: 'reporter' }), agent({ name: 'checker' })],
              maxTurns: 2,
            }),
          },
          agent({ name: 'chief' }),
        ],
        termination: { kind: 'text_mention', text: 'PRINT', sources: null },
      }),
    );
    await addTeam(
      world.database,
      HELPLINE,
      team({
        pattern: { kind: 'swarm' },
        participants: [
          agent({
            name: 'helper',
            handoffs: [
              {
                target: 'user',
                name: 'transfer_to_user',
                description: 'Asks the person.',
                message: 'Over to you.',
              },
            ],
          }),
        ],
        termination: { kind: 'handoff', target: 'user' },
        maxTurns: 3,
      }),
    );
    await addTeam(
      world.database,
      PANEL,
      team({
        pattern: {
          kind: 'selector',
          model: null,
          prompt: null,
          allowRepeatedSpeaker: true,
          maxAttempts: 3,
          candidateFilter: null,
          streaming: false,
          context: { kind: 'unbounded' },
        },
        participants: [agent({ name: 'anna' }), agent({ name: 'bert' })],
        termination: { kind: 'text_mention', text: 'DONE', sources: null },
      }),
    );
  });

  const task = (page: Page) => page.locator('[data-task="approve_tool_call"]');
  const toolCall = (page: Page, state: string) => page.locator(`[data-tool-call="${state}"]`);
  /** A message of the transcript: the page's announcer may contain the same words at that moment. */
  const message = (page: Page, words: string) => page.locator('[data-type]').getByText(words);

  test('a tool call is approved in the transcript, and its result shown', async ({ page, model }) => {
    const complaints = watchConsole(page);
    model.script(call('transfer', { to: 'Bo', amount: 5 }), text('Paid. DONE'));
    await startInBrowser(page, BANK, 'Pay Bo');
    await expect(toolCall(page, 'proposed').getByText('Waiting for approval')).toBeVisible();
    await expect(task(page)).toContainText('clerk wants to call transfer');
    expect(await findAxeViolations(page)).toEqual([]);
    await task(page).getByRole('button', { name: 'Approve once' }).click();
    await expect(toolCall(page, 'completed').getByText('moved 5 to Bo')).toBeVisible();
    await expect(page.locator('[data-type="ToolCallSummaryMessage"]')).toBeVisible();
    await expect(page.locator('[data-end="finished"]')).toBeVisible();
    await expect(page.getByText('Ada Lovelace approved the call of transfer')).toBeVisible();

    await page
      .locator('[data-type="ToolCallRequestEvent"]')
      .getByRole('link', { name: 'Request and answer' })
      .click();
    await expect(page.getByText('Exact, verified by its SHA-256')).toBeVisible();
    await page.getByText('1 tool offered').click();
    await expect(page.getByText('Moves money.', { exact: true })).toBeVisible();
    expect(await findAxeViolations(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test('arguments are edited from the inbox: checked, and kept apart from the proposed ones', async ({
    page,
    model,
  }) => {
    model.script(call('transfer', { to: 'Bo', amount: 500 }), text('Paid. DONE'));
    const id = await startInBrowser(page, BANK, 'Pay Bo well');
    await expect(task(page)).toBeVisible();
    await page.goto('/inbox');
    await expect(task(page).getByText('"amount": 500').first()).toBeVisible();
    expect(await findAxeViolations(page)).toEqual([]);
    await task(page).getByText('Edit arguments').click();
    await task(page).getByLabel('Arguments', { exact: true }).fill('[5]');
    await task(page).getByRole('button', { name: 'Save and approve' }).click();
    await expect(page.getByText('The arguments of a tool are a JSON object')).toBeVisible();
    await task(page).getByLabel('Arguments', { exact: true }).fill('{"to": "Bo", "amount": 50}');
    await task(page).getByRole('button', { name: 'Save and approve' }).click();
    await expect(task(page)).toHaveCount(0);
    await page.goto(`/conversations/${id}`);
    const card = toolCall(page, 'completed');
    await expect(card.getByText('moved 50 to Bo')).toBeVisible();
    await expect(card.getByText('Arguments as clerk proposed them')).toBeVisible();
    await expect(card.getByText('Arguments as Ada Lovelace approved them')).toBeVisible();
    await expect(page.locator('[data-end="finished"]')).toBeVisible();
  });

  test('a call is rejected without JavaScript, and its model reads why', async ({ openPage, model }) => {
    const page = await openPage({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } });
    const asked = model.requests.length;
    model.script(call('transfer', { to: 'Eve', amount: 9 }), text('Not paid. DONE'));
    const id = await startInBrowser(page, BANK, 'Pay Eve');
    await model.received(asked + 1);
    await reloadUntilVisible(page, task(page));
    expect(await sidewaysOverflowPx(page)).toBe(0);
    await task(page).getByText('Reject', { exact: true }).click();
    await task(page).getByLabel('Feedback to clerk').fill('Eve is nobody we know');
    await task(page).getByRole('button', { name: 'Reject the call' }).click();
    await page.goto(`/conversations/${id}`);
    await reloadUntilVisible(page, page.locator('[data-end="finished"]'));
    await expect(toolCall(page, 'rejected')).toContainText('Eve is nobody we know');
    expect(model.requests[asked + 1]?.rawBody).toContain('Eve is nobody we know');
  });

  test('a tool that is approved for the run is asked about only once', async ({ page, model }) => {
    const pay = (to: string) => call('transfer', { to, amount: 1 });
    model.script(pay('Bo'), pay('Cy'), text('Both paid. DONE'));
    await startInBrowser(page, BANK, 'Pay both');
    await task(page).getByRole('button', { name: 'Approve for this run' }).click();
    await expect(page.locator('[data-end="finished"]')).toBeVisible();
    await expect(toolCall(page, 'completed')).toHaveCount(2);
    await expect(page.getByText('Ada Lovelace approved calls of transfer for the whole run')).toBeVisible();
    await expect(page.getByText('Ada Lovelace approved')).toHaveCount(1);
  });

  test('a call with an unknown outcome warns that it may have been carried out already', async ({
    page,
    world,
    model,
  }) => {
    model.script(call('transfer', { to: 'Bo', amount: 7 }));
    const id = await startInBrowser(page, BANK, 'Pay Bo once');
    await expect(task(page)).toBeVisible();
    const row = await world.database.humanTask.findFirstOrThrow({ where: { conversationId: id } });
    const detail = { ...(row.detail as object), reason: 'outcome_unknown' };
    await world.database.humanTask.update({ where: { id: row.id }, data: { detail } });
    await page.goto('/inbox');
    await expect(task(page).getByText('This call may already have been made')).toBeVisible();
    await expect(task(page)).toContainText('Make clerk’s call of transfer again?');
    await expect(task(page).getByRole('button', { name: 'Make it again' })).toHaveCount(1);
    await expect(task(page).getByRole('button', { name: 'Approve for this run' })).toHaveCount(0);
    expect(await findAxeViolations(page)).toEqual([]);
    await page.goto(`/conversations/${id}`);
    await page.getByRole('button', { name: 'Stop after this turn' }).click();
    await expect(page.locator('[data-end="stopped"]')).toBeVisible();
  });

  test('a selector is visible while it chooses, and its requests can be read', async ({ page, model }) => {
    const gate = createGate();
    model.script(
      text('nobody at all'),
      text('anna', { hold: { afterChunks: 0, until: gate } }),
      text('It is me. DONE'),
    );
    await startInBrowser(page, PANEL, 'Who speaks?');
    const lane = page.getByRole('complementary').locator('[data-speaker="Selector"][data-active]');
    await expect(lane.getByText('choosing the next speaker…')).toBeVisible();
    gate.open();
    await expect(page.locator('[data-end="finished"]')).toBeVisible();
    const requests = page.locator('[data-manager]').getByRole('link');
    await expect(requests).toHaveText(['Chose the next speaker', 'Chose the next speaker, request 2']);
    await requests.nth(1).click();
    await expect(page.getByText('Exact, verified by its SHA-256')).toBeVisible();
    await expect(page.getByText('No valid name was mentioned.').first()).toBeVisible();
  });

  test('an inner team works in a frame of its own, live, and then its outer team continues', async ({
    page,
    model,
  }) => {
    const gate = createGate();
    model.script(
      text('A fire downtown'),
      text('It is true', { chunks: ['It is', ' true'], hold: { afterChunks: 1, until: gate } }),
      text('PRINT it'),
    );
    await startInBrowser(page, NEWSROOM, 'What is new?');
    const frame = page.locator('[data-scope="desk"]');
    await expect(frame.getByText('A fire downtown')).toBeVisible();
    await expect(frame.locator('[data-live]').getByText('It is')).toBeVisible();
    await expect(frame.getByText('At work')).toBeVisible();
    const lane = page.getByRole('complementary').locator('[data-speaker="desk"]');
    await expect(lane).toContainText('checker writing…');
    gate.open();
    await expect(page.locator('[data-end="finished"]')).toBeVisible();
    await expect(frame.locator('li[id^="message-"]')).toHaveCount(2);
    await expect(frame.getByText('At work')).toHaveCount(0);
    await expect(page.locator('ol[aria-label="Transcript"] > li[id^="message-"]')).toHaveCount(2);
    expect(await findAxeViolations(page)).toEqual([]);
  });

  test('the page shows how near the end is, and what ended the conversation', async ({ page, model }) => {
    const gate = createGate();
    model.script(text('One'), text('Two', { hold: { afterChunks: 0, until: gate } }), text('Three, DONE'));
    await startInBrowser(page, BANK, 'Count');
    const tree = page.getByRole('complementary').locator('[data-condition="or"]');
    await expect(tree.getByText('2 of 4 messages')).toBeVisible();
    gate.open();
    await expect(page.locator('[data-end="finished"]')).toBeVisible();
    await expect(tree.locator('[data-condition="text_mention"][data-fired]')).toBeVisible();
    await expect(tree.locator('[data-condition="max_messages"][data-fired]')).toBeVisible();
    await expect(page.getByRole('complementary').getByText('As it was when the run ended.')).toBeVisible();
  });

  test('a conversation that ended at a limit continues, without a task and with one', async ({
    page,
    model,
  }) => {
    model.script(text('One'), text('Two'), text('Three'));
    await startInBrowser(page, BANK, 'Count on');
    await expect(page.locator('[data-end="finished"]')).toBeVisible();
    model.script(text('Four'), text('Five'), text('Six'), text('Seven'));
    await page.getByRole('button', { name: 'Continue without a task' }).click();
    await expect(page.locator('[data-run="1"]').getByText('Run 2')).toBeVisible();
    await expect(message(page, 'Seven')).toBeVisible();
    await expect(page.locator('[data-end="finished"]')).toBeVisible();
    await page.getByRole('button', { name: 'Continue', exact: true }).click();
    await expect(page.getByText('Write what the team should do next.')).toBeVisible();
    model.script(text('All DONE'));
    await page.getByLabel('Next task').fill('Stop counting');
    await page.getByRole('button', { name: 'Continue', exact: true }).click();
    await expect(page.locator('[data-run="2"]')).toBeVisible();
    await expect(message(page, 'All DONE')).toBeVisible();
    await expect(page.locator('[data-end="finished"]').getByText('Run 3 finished')).toBeVisible();
    // As it was shown live, and as it is shown later; each run has its own reason.
    for (const reload of [false, true]) {
      if (reload) await page.reload();
      await expect(page.locator('[data-run-end]')).toHaveText([
        /^Run 1 finished.*Maximum number of messages/,
        /^Run 2 finished.*Maximum number of messages/,
      ]);
      await expect(page.locator('[data-end="finished"]')).toContainText("Text 'DONE' mentioned");
    }
    expect(await findAxeViolations(page)).toEqual([]);
  });

  test('a swarm that handed over to the person is answered with a handoff back', async ({ page, model }) => {
    model.script(call('transfer_to_user'), text('Thank you'), text('More'), text('Enough'));
    await startInBrowser(page, HELPLINE, 'Help me');
    await expect(page.locator('[data-type="HandoffMessage"]').getByText('Over to you.')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Answer helper' })).toBeVisible();
    expect(await findAxeViolations(page)).toEqual([]);
    await page.getByLabel('Your answer').fill('It is the blue one');
    await page.getByRole('button', { name: 'Continue', exact: true }).click();
    await expect(
      page.locator('[data-type="HandoffMessage"]').filter({ hasText: 'It is the blue one' }),
    ).toBeVisible();
    await expect(message(page, 'Enough')).toBeVisible();
  });

  test('an image is sent with the task, is shown from our own address, and is visible to nobody else', async ({
    page,
    visitor,
    world,
    model,
  }) => {
    const complaints = watchConsole(page);
    model.script(text('A dot. DONE'));
    await page.goto('/conversations/new');
    await page
      .getByLabel('Image')
      .setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: Buffer.from('no image') });
    await page.getByRole('radio', { name: BANK }).check();
    await page.getByLabel('Task').fill('What is on it?');
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await expect(page.getByText('Choose another file.')).toBeVisible();
    await page.getByLabel('Image').setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: DOT });
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await page.waitForURL(/\/conversations\/[0-9a-f-]{36}$/);
    const image = page.locator('[data-type="MultiModalMessage"] img');
    await expect(image).toBeVisible();
    await image.scrollIntoViewIfNeeded();
    await page.waitForFunction(() => document.querySelector('img')?.naturalWidth === 1);
    await expect(page.locator('[data-end="finished"]')).toBeVisible();
    const address = new URL((await image.getAttribute('src')) ?? '', world.url).href;
    expect((await page.request.get(address)).headers()['content-type']).toBe('image/png');
    expect((await visitor.request.get(address, { maxRedirects: 0 })).status()).toBe(302);
    expect(complaints.filter((complaint) => !complaint.includes('422'))).toEqual([]);
  });
});

const DOT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { call, createGate, text } from '../../test/support/scriptedReply.ts';
import { agent, team, type AgentTool } from '../../workflows/domain/team.ts';
import { describeInBrowser } from './support/chromium.ts';
import {
  openConversationWorld,
  startInBrowser,
  type ConversationWorld,
} from './support/conversationWorld.ts';
import { findAxeViolations, sidewaysOverflowPx, watchConsole } from './support/pageChecks.ts';
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

describeInBrowser('teams with tools, inner teams and handoffs, before a browser', () => {
  let world: ConversationWorld;
  beforeAll(async () => {
    world = await openConversationWorld();
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
  afterAll(async () => {
    await world.close();
  });

  const openPage = async (options = {}): Promise<Page> => (await world.signedIn(options)).newPage();
  const task = (page: Page) => page.locator('[data-task="approve_tool_call"]');
  const toolCall = (page: Page, state: string) => page.locator(`[data-tool-call="${state}"]`);
  /** A message of the transcript: the page's announcer may hold the same words at that moment. */
  const message = (page: Page, words: string) => page.locator('[data-type]').getByText(words);

  test('a tool call is approved where it stands, and its result shown', async () => {
    const page = await openPage();
    const complaints = watchConsole(page);
    world.model.script(call('transfer', { to: 'Bo', amount: 5 }), text('Paid. DONE'));
    await startInBrowser(page, world.url, BANK, 'Pay Bo');
    await toolCall(page, 'proposed').getByText('Waits for approval').waitFor();
    expect(await task(page).textContent()).toContain('clerk wants to call transfer');
    expect(await findAxeViolations(page)).toEqual([]);
    await task(page).getByRole('button', { name: 'Approve once' }).click();
    await toolCall(page, 'completed').getByText('moved 5 to Bo').waitFor({ timeout: 30_000 });
    await page.locator('[data-type="ToolCallSummaryMessage"]').waitFor();
    await page.locator('[data-end="finished"]').waitFor();
    await page.getByText('Ada Lovelace approved the call of transfer').waitFor();

    await page
      .locator('[data-type="ToolCallRequestEvent"]')
      .getByRole('link', { name: 'Request and answer' })
      .click();
    await page.getByText('Exact, verified by its SHA-256').waitFor();
    await page.getByText('1 tool offered').click();
    await page.getByText('Moves money.', { exact: true }).waitFor();
    expect(await findAxeViolations(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('arguments are edited from the inbox: checked, and kept apart from what was proposed', async () => {
    const page = await openPage();
    world.model.script(call('transfer', { to: 'Bo', amount: 500 }), text('Paid. DONE'));
    const id = await startInBrowser(page, world.url, BANK, 'Pay Bo well');
    await task(page).waitFor();
    await page.goto(`${world.url}/inbox`);
    await task(page).getByText('"amount": 500').first().waitFor();
    expect(await findAxeViolations(page)).toEqual([]);
    await task(page).getByText('Edit arguments').click();
    await task(page).getByLabel('Arguments', { exact: true }).fill('[5]');
    await task(page).getByRole('button', { name: 'Save and approve' }).click();
    await page.getByText('The arguments of a tool are a JSON object').waitFor();
    await task(page).getByLabel('Arguments', { exact: true }).fill('{"to": "Bo", "amount": 50}');
    await task(page).getByRole('button', { name: 'Save and approve' }).click();
    await task(page).waitFor({ state: 'detached' });
    await page.goto(`${world.url}/conversations/${id}`);
    const card = toolCall(page, 'completed');
    await card.getByText('moved 50 to Bo').waitFor({ timeout: 30_000 });
    await card.getByText('Arguments as clerk proposed them').waitFor();
    await card.getByText('Arguments as Ada Lovelace approved them').waitFor();
    await page.locator('[data-end="finished"]').waitFor();
    await page.context().close();
  });

  test('a call is rejected without JavaScript, and its model reads why', async () => {
    const page = await openPage({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } });
    const asked = world.model.requests.length;
    world.model.script(call('transfer', { to: 'Eve', amount: 9 }), text('Not paid. DONE'));
    const id = await startInBrowser(page, world.url, BANK, 'Pay Eve');
    await world.model.received(asked + 1);
    await reloadUntil(page, () => task(page).count());
    expect(await sidewaysOverflowPx(page)).toBe(0);
    await task(page).getByText('Reject', { exact: true }).click();
    await task(page).getByLabel('Feedback to clerk').fill('Eve is nobody we know');
    await task(page).getByRole('button', { name: 'Reject the call' }).click();
    await page.goto(`${world.url}/conversations/${id}`);
    await reloadUntil(page, () => page.locator('[data-end="finished"]').count());
    expect(await toolCall(page, 'rejected').textContent()).toContain('Eve is nobody we know');
    expect(world.model.requests[asked + 1]?.rawBody).toContain('Eve is nobody we know');
    await page.context().close();
  });

  test('a tool that is approved for the run is asked about once', async () => {
    const page = await openPage();
    const pay = (to: string) => call('transfer', { to, amount: 1 });
    world.model.script(pay('Bo'), pay('Cy'), text('Both paid. DONE'));
    await startInBrowser(page, world.url, BANK, 'Pay both');
    await task(page).getByRole('button', { name: 'Approve for this run' }).click();
    await page.locator('[data-end="finished"]').waitFor({ timeout: 30_000 });
    expect(await toolCall(page, 'completed').count()).toBe(2);
    await page.getByText('Ada Lovelace approved, for the whole run, calls of transfer').waitFor();
    expect(await page.getByText('Ada Lovelace approved').count()).toBe(1);
    await page.context().close();
  });

  test('a call whose outcome nobody knows says that it may have been carried out already', async () => {
    const page = await openPage();
    world.model.script(call('transfer', { to: 'Bo', amount: 7 }));
    const id = await startInBrowser(page, world.url, BANK, 'Pay Bo once');
    await task(page).waitFor();
    const row = await world.database.humanTask.findFirstOrThrow({ where: { conversationId: id } });
    const detail = { ...(row.detail as object), reason: 'outcome_unknown' };
    await world.database.humanTask.update({ where: { id: row.id }, data: { detail } });
    await page.goto(`${world.url}/inbox`);
    await task(page).getByText('This call may have been carried out already').waitFor();
    expect(await task(page).textContent()).toContain('Shall clerk’s call of transfer be made again?');
    expect(await task(page).getByRole('button', { name: 'Make it again' }).count()).toBe(1);
    expect(await task(page).getByRole('button', { name: 'Approve for this run' }).count()).toBe(0);
    expect(await findAxeViolations(page)).toEqual([]);
    await page.goto(`${world.url}/conversations/${id}`);
    await page.getByRole('button', { name: 'Stop after this turn' }).click();
    await page.locator('[data-end="stopped"]').waitFor();
    await page.context().close();
  });

  test('a selector is seen while it chooses, and its requests are there to read', async () => {
    const page = await openPage();
    const gate = createGate();
    world.model.script(
      text('nobody at all'),
      text('anna', { hold: { afterChunks: 0, until: gate } }),
      text('It is me. DONE'),
    );
    await startInBrowser(page, world.url, PANEL, 'Who speaks?');
    const lane = page.getByRole('complementary').locator('[data-speaker="Selector"][data-active]');
    await lane.getByText('choosing who speaks…').waitFor();
    gate.open();
    await page.locator('[data-end="finished"]').waitFor();
    const requests = page.locator('[data-manager]').getByRole('link');
    expect(await requests.allTextContents()).toEqual(['Chose who speaks', 'Chose who speaks, request 2']);
    await requests.nth(1).click();
    await page.getByText('Exact, verified by its SHA-256').waitFor();
    await page.getByText('No valid name was mentioned.').first().waitFor();
    await page.context().close();
  });

  test('an inner team works in a frame of its own, live, and its outer team goes on', async () => {
    const page = await openPage();
    const gate = createGate();
    world.model.script(
      text('A fire downtown'),
      text('It is true', { chunks: ['It is', ' true'], hold: { afterChunks: 1, until: gate } }),
      text('PRINT it'),
    );
    await startInBrowser(page, world.url, NEWSROOM, 'What is new?');
    const frame = page.locator('[data-scope="desk"]');
    await frame.getByText('A fire downtown').waitFor();
    await frame.locator('[data-live]').getByText('It is').waitFor();
    await frame.getByText('At work').waitFor();
    const lane = page.getByRole('complementary').locator('[data-speaker="desk"]');
    expect(await lane.textContent()).toContain('checker writing…');
    gate.open();
    await page.locator('[data-end="finished"]').waitFor();
    expect(await frame.locator('li[id^="message-"]').count()).toBe(2);
    expect(await frame.getByText('At work').count()).toBe(0);
    expect(await page.locator('ol[aria-label="Transcript"] > li[id^="message-"]').count()).toBe(2);
    expect(await findAxeViolations(page)).toEqual([]);
    await page.context().close();
  });

  test('the page shows how near the end is, and what ended it', async () => {
    const page = await openPage();
    const gate = createGate();
    world.model.script(
      text('One'),
      text('Two', { hold: { afterChunks: 0, until: gate } }),
      text('Three, DONE'),
    );
    await startInBrowser(page, world.url, BANK, 'Count');
    const tree = page.getByRole('complementary').locator('[data-condition="or"]');
    await tree.getByText('2 of 4 messages').waitFor();
    gate.open();
    await page.locator('[data-end="finished"]').waitFor();
    await tree.locator('[data-condition="text_mention"][data-fired]').waitFor();
    await tree.locator('[data-condition="max_messages"][data-fired]').waitFor();
    await page.getByRole('complementary').getByText('As it was when the run ended.').waitFor();
    await page.context().close();
  });

  test('a conversation that ended at a limit goes on, without a task and with one', async () => {
    const page = await openPage();
    world.model.script(text('One'), text('Two'), text('Three'));
    await startInBrowser(page, world.url, BANK, 'Count on');
    await page.locator('[data-end="finished"]').waitFor();
    world.model.script(text('Four'), text('Five'), text('Six'), text('Seven'));
    await page.getByRole('button', { name: 'Go on without a task' }).click();
    await page.locator('[data-run="1"]').getByText('Run 2').waitFor();
    await message(page, 'Seven').waitFor();
    await page.locator('[data-end="finished"]').waitFor();
    await page.getByRole('button', { name: 'Go on', exact: true }).click();
    await page.getByText('Write what the team is to do next.').waitFor();
    world.model.script(text('All DONE'));
    await page.getByLabel('Next task').fill('Stop counting');
    await page.getByRole('button', { name: 'Go on', exact: true }).click();
    await page.locator('[data-run="2"]').waitFor();
    await message(page, 'All DONE').waitFor();
    await page.locator('[data-end="finished"]').getByText('Run 3 finished').waitFor();
    // As it was told while one watched, and as it is read later; the reason of a run is its own.
    for (const reload of [false, true]) {
      if (reload) await page.reload();
      const ends = await page.locator('[data-run-end]').allTextContents();
      expect(ends).toEqual([
        expect.stringMatching(/^Run 1 finished.*Maximum number of messages/),
        expect.stringMatching(/^Run 2 finished.*Maximum number of messages/),
      ]);
      expect(await page.locator('[data-end="finished"]').textContent()).toContain("Text 'DONE' mentioned");
    }
    expect(await findAxeViolations(page)).toEqual([]);
    await page.context().close();
  });

  test('a swarm that handed over to the person is answered with a handoff back', async () => {
    const page = await openPage();
    world.model.script(call('transfer_to_user'), text('Thank you'), text('More'), text('Enough'));
    await startInBrowser(page, world.url, HELPLINE, 'Help me');
    await page.locator('[data-type="HandoffMessage"]').getByText('Over to you.').waitFor();
    await page.getByRole('heading', { name: 'Answer helper' }).waitFor();
    expect(await findAxeViolations(page)).toEqual([]);
    await page.getByLabel('Your answer').fill('It is the blue one');
    await page.getByRole('button', { name: 'Go on', exact: true }).click();
    await page.locator('[data-type="HandoffMessage"]').filter({ hasText: 'It is the blue one' }).waitFor();
    await message(page, 'Enough').waitFor();
    await page.context().close();
  });

  test('an image goes with the task, is shown from our own address, and nobody else sees it', async () => {
    const page = await openPage();
    const complaints = watchConsole(page);
    world.model.script(text('A dot. DONE'));
    await page.goto(`${world.url}/conversations/new`);
    await page
      .getByLabel('Image')
      .setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: Buffer.from('no image') });
    await page.getByRole('radio', { name: BANK }).check();
    await page.getByLabel('Task').fill('What is on it?');
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await page.getByText('Choose another file.').waitFor();
    await page.getByLabel('Image').setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: DOT });
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await page.waitForURL(/\/conversations\/[0-9a-f-]{36}$/);
    const image = page.locator('[data-type="MultiModalMessage"] img');
    await image.waitFor();
    await image.scrollIntoViewIfNeeded();
    await page.waitForFunction(() => document.querySelector('img')?.naturalWidth === 1);
    await page.locator('[data-end="finished"]').waitFor();
    const address = new URL((await image.getAttribute('src')) ?? '', world.url).href;
    expect((await page.request.get(address)).headers()['content-type']).toBe('image/png');
    expect(
      (await (await world.browser.newContext()).request.get(address, { maxRedirects: 0 })).status(),
    ).toBe(302);
    expect(complaints.filter((complaint) => !complaint.includes('422'))).toEqual([]);
    await page.context().close();
  });
});

const DOT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

/** Without JavaScript nothing follows by itself. */
async function reloadUntil(page: Page, found: () => Promise<number>): Promise<void> {
  for (let tries = 0; tries < 60; tries += 1) {
    if ((await found()) > 0) return;
    await page.waitForTimeout(500);
    await page.reload();
  }
  throw new Error('It never came');
}

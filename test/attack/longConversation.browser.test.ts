import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { addBenchConversation, addConversationOf } from '../../bench/pageConversations.ts';
import { openBrowserWorld, type BrowserWorld } from '../../web/test/support/browserWorld.ts';
import { describeInBrowser } from '../../web/test/support/chromium.ts';
import { watchConsole } from '../../web/test/support/pageChecks.ts';

describeInBrowser('a conversation of 5,000 messages', () => {
  let world: BrowserWorld;
  let id: string;

  beforeAll(async () => {
    world = await openBrowserWorld();
    id = await addBenchConversation(world.database, '5,000 messages');
  }, 120_000);
  afterAll(() => world.close());

  const open = async (hash = '', options = {}): Promise<Page> => {
    const page = await (
      await world.signedIn({ viewport: { width: 1280, height: 800 }, ...options })
    ).newPage();
    await page.goto(`${world.url}/conversations/${id}${hash}`);
    return page;
  };
  const message = (page: Page, seq: number) => page.locator(`#message-${String(seq)}`);
  const drawn = (page: Page) => page.locator('ol[aria-label="Transcript"] > li').count();
  const inWindow = (page: Page, seq: number) =>
    page.waitForFunction(
      (elementId) => {
        const box = document.getElementById(elementId)?.getBoundingClientRect();
        return box !== undefined && box.bottom > 0 && box.top < window.innerHeight;
      },
      `message-${String(seq)}`,
    );

  it('is read from its first message to its last, with a small part of it in the document', async () => {
    const page = await open();
    const complaints = watchConsole(page);
    await message(page, 0).getByText('Message 0.').waitFor();
    expect(await drawn(page)).toBeLessThan(100);
    await page.keyboard.press('End');
    await inWindow(page, 4_999);
    expect(await drawn(page)).toBeLessThan(100);
    await page.keyboard.press('Home');
    await inWindow(page, 0);
    // Anywhere, as who drags the scroll bar gets.
    await page.evaluate(() => window.scrollTo({ top: document.documentElement.scrollHeight / 2 }));
    await page.waitForFunction(() => {
      const box = [...document.querySelectorAll('ol[aria-label="Transcript"] > li[id]')].map((each) =>
        each.getBoundingClientRect(),
      );
      return box.some(({ top, bottom }) => bottom > 0 && top < window.innerHeight);
    });
    const first = page.locator('ol[aria-label="Transcript"] > li[id]').first();
    expect(Number(await first.getAttribute('aria-posinset'))).toBeGreaterThan(1_500);
    expect(await first.getAttribute('aria-setsize')).toBe('5000');
    expect(complaints).toEqual([]);
    await page.context().close();
  }, 120_000);

  it('stands still while it is read upwards', async () => {
    const page = await open('#message-2500');
    await inWindow(page, 2_500);
    let before = 2_500;
    for (let screens = 0; screens < 12; screens += 1) {
      await page.mouse.wheel(0, -600);
      // What is under the middle of the window goes up by little, and never back.
      const seq = await page
        .waitForFunction(() => {
          const at = document.elementFromPoint(window.innerWidth / 2 - 100, window.innerHeight / 2);
          const entry = at?.closest('li[id^="message-"]');
          return entry === null || entry === undefined
            ? false
            : Number(entry.id.slice('message-'.length)) + 1;
        })
        .then(async (handle) => Number(await handle.jsonValue()) - 1);
      expect(seq).toBeLessThanOrEqual(before + 6);
      expect(seq).toBeGreaterThan(before - 60);
      before = seq;
    }
    expect(before).toBeLessThan(2_495);
    await page.context().close();
  }, 120_000);

  it('opens at the message that a link names, loaded or not, and follows further links', async () => {
    const page = await open('#message-1234');
    await message(page, 1_234).getByText('Message 1234.').waitFor();
    await inWindow(page, 1_234);
    await page.waitForFunction(() => document.activeElement?.id === 'message-1234');
    await page.evaluate(() => {
      window.location.hash = '#message-4990';
    });
    await inWindow(page, 4_990);
    await page.evaluate(() => {
      window.location.hash = '#message-3';
    });
    await inWindow(page, 3);
    // One that there is not is no harm.
    await page.evaluate(() => {
      window.location.hash = '#message-77777';
    });
    await inWindow(page, 3);
    await page.context().close();
  }, 120_000);

  it('goes where the last of several links leads on a machine that draws slowly, the end of the page among them', async () => {
    const page = await open();
    await message(page, 0).getByText('Message 0.').waitFor();
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 8 });
    for (const seq of [4_999, 3, 4_990, 2_500]) {
      await page.evaluate(
        (hash) => {
          window.location.hash = hash;
        },
        `#message-${String(seq)}`,
      );
      await inWindow(page, seq);
    }
    for (const seq of [4_990, 1_234, 4_999, 3]) {
      await page.evaluate(
        (hash) => {
          window.location.hash = hash;
        },
        `#message-${String(seq)}`,
      );
    }
    await page.waitForFunction(() => document.activeElement?.id === 'message-3');
    await inWindow(page, 3);
    await page.context().close();
  }, 120_000);

  it('shows what comes while it is open', async () => {
    const texts = Array.from({ length: 600 }, (_, index) => `Message ${String(index)}.`);
    const live = await addConversationOf(world.database, 'goes on', texts);
    await world.database.conversation.update({
      where: { id: live },
      data: { state: 'running', endedAt: null },
    });
    const page = await (await world.signedIn()).newPage();
    await page.goto(`${world.url}/conversations/${live}`);
    await inWindow(page, 599);
    const { projectId } = await world.database.conversation.findUniqueOrThrow({ where: { id: live } });
    await world.database.$transaction([
      world.database.conversation.update({
        where: { id: live },
        data: { revision: { increment: 1 }, messageCount: 601 },
      }),
      world.database.message.create({
        data: {
          projectId,
          conversationId: live,
          seq: 600,
          turn: 600,
          source: 'writer_0',
          type: 'TextMessage',
          content: 'It has just come.',
          writtenBy: 'test:600',
          position: 601,
          revision: 601,
        },
      }),
    ]);
    await message(page, 600).getByText('It has just come.').waitFor();
    await inWindow(page, 600);
    expect(await drawn(page)).toBeLessThan(100);
    await page.context().close();
  }, 120_000);

  it('says in print what it leaves out, and draws what was read', async () => {
    const page = await open();
    await message(page, 0).waitFor();
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    await page.emulateMedia({ media: 'print' });
    await message(page, 4_999).waitFor();
    expect(await page.getByText(/messages left out here/u).count()).toBeGreaterThan(0);
    expect(await drawn(page)).toBeGreaterThan(180);
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    await page.waitForFunction(
      () => document.querySelectorAll('ol[aria-label="Transcript"] > li').length < 100,
    );
    await page.context().close();
  }, 120_000);

  it('is read without scripts too, more and more of it', async () => {
    const page = await open('', { javaScriptEnabled: false });
    expect(await drawn(page)).toBe(101);
    await page.getByRole('link', { name: 'Show earlier messages (4900)' }).click();
    await message(page, 4_500).waitFor();
    await page.context().close();
  }, 120_000);
});

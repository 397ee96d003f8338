import type { Page } from '@playwright/test';
import { addBenchConversation, addConversationOf } from '../../bench/pageConversations.ts';
import { expect, test } from '../../web/test/support/browserTest.ts';
import { watchConsole } from '../../web/test/support/pageChecks.ts';

// A trace of pages this long takes longer than the tests themselves.
test.use({ viewport: { width: 1280, height: 800 }, trace: 'off' });

test.describe('a conversation of 5,000 messages', () => {
  let id: string;
  test.beforeAll(async ({ world }) => {
    id = await addBenchConversation(world.database, '5,000 messages');
  });

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

  test('is read from its first message to its last, with only a small part of it in the document', async ({
    page,
  }) => {
    await page.goto(`/conversations/${id}`);
    const complaints = watchConsole(page);
    await expect(message(page, 0).getByText('Message 0.')).toBeVisible();
    expect(await drawn(page)).toBeLessThan(100);
    await page.keyboard.press('End');
    await inWindow(page, 4_999);
    expect(await drawn(page)).toBeLessThan(100);
    await page.keyboard.press('Home');
    await inWindow(page, 0);
    // Any position, as dragging the scroll bar may reach.
    await page.evaluate(() => window.scrollTo({ top: document.documentElement.scrollHeight / 2 }));
    await page.waitForFunction(() => {
      const box = [...document.querySelectorAll('ol[aria-label="Transcript"] > li[id]')].map((each) =>
        each.getBoundingClientRect(),
      );
      return box.some(({ top, bottom }) => bottom > 0 && top < window.innerHeight);
    });
    const first = page.locator('ol[aria-label="Transcript"] > li[id]').first();
    expect(Number(await first.getAttribute('aria-posinset'))).toBeGreaterThan(1_500);
    await expect(first).toHaveAttribute('aria-setsize', '5000');
    expect(complaints).toEqual([]);
  });

  test('does not move while it is read upwards', async ({ page }) => {
    await page.goto(`/conversations/${id}#message-2500`);
    await inWindow(page, 2_500);
    let before = 2_500;
    for (let screens = 0; screens < 12; screens += 1) {
      await page.mouse.wheel(0, -600);
      // The message nearest to the middle of the window moves up in small steps, and never back.
      const seq = await page
        .waitForFunction(() => {
          const middle = window.innerHeight / 2;
          const entries = [...document.querySelectorAll('li[id^="message-"]')]
            .map((entry) => ({ entry, box: entry.getBoundingClientRect() }))
            .filter(({ box }) => box.bottom > 0 && box.top < window.innerHeight)
            .map(({ entry, box }) => ({
              seq: Number(entry.id.slice('message-'.length)),
              away: Math.max(box.top - middle, middle - box.bottom, 0),
            }));
          const nearest = entries.sort((one, other) => one.away - other.away)[0];
          return nearest === undefined ? false : nearest.seq + 1;
        })
        .then(async (handle) => Number(await handle.jsonValue()) - 1);
      expect(seq).toBeLessThanOrEqual(before + 6);
      expect(seq).toBeGreaterThan(before - 60);
      before = seq;
    }
    expect(before).toBeLessThan(2_495);
  });

  test('opens at the message that a link names, loaded or not, and follows further links', async ({
    page,
  }) => {
    await page.goto(`/conversations/${id}#message-1234`);
    await expect(message(page, 1_234).getByText('Message 1234.')).toBeVisible();
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
    // A link to a message that does not exist does no harm.
    await page.evaluate(() => {
      window.location.hash = '#message-77777';
    });
    await inWindow(page, 3);
  });

  test('goes where the last of several links leads, even on a machine that renders slowly; one leads to the page’s end', async ({
    page,
  }) => {
    await page.goto(`/conversations/${id}`);
    await expect(message(page, 0).getByText('Message 0.')).toBeVisible();
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
  });

  test('shows messages that arrive while it is open', async ({ page, world }) => {
    const texts = Array.from({ length: 600 }, (_, index) => `Message ${String(index)}.`);
    const live = await addConversationOf(world.database, 'goes on', texts);
    await world.database.conversation.update({
      where: { id: live },
      data: { state: 'running', endedAt: null },
    });
    await page.goto(`/conversations/${live}`);
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
    await expect(message(page, 600).getByText('It has just come.')).toBeVisible();
    await inWindow(page, 600);
    expect(await drawn(page)).toBeLessThan(100);
  });

  test('says in print what it leaves out, and renders what was read', async ({ page }) => {
    await page.goto(`/conversations/${id}`);
    await expect(message(page, 0)).toBeVisible();
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    await page.emulateMedia({ media: 'print' });
    await expect(message(page, 4_999)).toBeVisible();
    expect(await page.getByText(/messages left out here/u).count()).toBeGreaterThan(0);
    expect(await drawn(page)).toBeGreaterThan(180);
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    await page.waitForFunction(
      () => document.querySelectorAll('ol[aria-label="Transcript"] > li').length < 100,
    );
  });

  test('can be read without scripts, one part after another', async ({ openPage }) => {
    const page = await openPage({ javaScriptEnabled: false });
    await page.goto(`/conversations/${id}`);
    expect(await drawn(page)).toBe(101);
    await page.getByRole('link', { name: 'Show earlier messages (4,900)' }).click();
    await expect(message(page, 4_500)).toBeVisible();
  });
});

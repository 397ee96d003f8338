import { cpus, totalmem } from 'node:os';
import { chromium, type Page } from '@playwright/test';
import { findChromium } from '../ops/test/chromium.ts';
import { openWebWorld, signInAsOwner } from '../web/test/support/webWorld.ts';
import { addBenchConversation, LONG_CONVERSATIONS } from './pageConversations.ts';

/*
 * Measures how long a conversation with a lot of text takes to load and to scroll through, in a real Chromium with a
 * real web process and database, and how much memory the tab and the process use. The last line of output is the
 * figures as JSON.
 */

interface Figures {
  name: string;
  /** From the request until the page is rendered and hydrated. */
  loadMs: number;
  /** Bytes of the document as sent, uncompressed. */
  documentBytes: number;
  /** The longest time between two frames while the page is scrolled from one end to the other. */
  longestFrameMs: number;
  scrollMs: number;
  tabMiB: number;
}

const ROUNDS = 3;

const world = await openWebWorld();
const browser = await chromium.launch({
  executablePath: findChromium() ?? '',
  args: ['--no-sandbox', '--disable-dev-shm-usage'],
});
try {
  const storageState = await signInAsOwner(world);
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, storageState });
  const figures: Figures[] = [];
  for (const kind of LONG_CONVERSATIONS) {
    const id = await addBenchConversation(world.database, kind);
    const rounds: Figures[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const page = await context.newPage();
      rounds.push(await measure(page, `${world.url}/conversations/${id}`, kind));
      await page.close();
    }
    rounds.sort((a, b) => a.loadMs - b.loadMs);
    const median = rounds[Math.floor(rounds.length / 2)];
    if (median !== undefined) figures.push(median);
    console.log(median);
  }
  const [cpu] = cpus();
  console.log(
    JSON.stringify({
      bench: 'page',
      cpu: cpu?.model,
      cpus: cpus().length,
      memoryGiB: Math.round(totalmem() / 2 ** 30),
      node: process.version,
      database: process.env['TEST_DATABASE_URL'] === undefined ? 'PGlite' : 'PostgreSQL',
      figures,
    }),
  );
} finally {
  await browser.close();
  await world.close();
}

async function measure(page: Page, url: string, name: string): Promise<Figures> {
  const began = performance.now();
  const response = await page.goto(url, { waitUntil: 'load' });
  // The app has hydrated the page.
  await page.waitForFunction(() =>
    Object.keys(document.querySelector('main') ?? {}).some((key) => key.startsWith('__reactProps')),
  );
  const loadMs = performance.now() - began;
  const documentBytes = (await response?.body())?.byteLength ?? 0;
  const { scrollMs, longestFrameMs } = await page.evaluate(scrollThrough);
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return {
    name,
    loadMs: Math.round(loadMs),
    documentBytes,
    longestFrameMs: Math.round(longestFrameMs),
    scrollMs: Math.round(scrollMs),
    tabMiB: Math.round(usedSize / 2 ** 20),
  };
}

/** Runs in the page: scrolls from the end to the top, one screen per frame, including what is loaded above. */
async function scrollThrough(): Promise<{ scrollMs: number; longestFrameMs: number }> {
  const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  window.scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' });
  let before = await frame();
  const began = before;
  let longestFrameMs = 0;
  for (let screens = 0; screens < 400 && (window.scrollY > 0 || screens === 0); screens += 1) {
    window.scrollBy({ top: -window.innerHeight, behavior: 'instant' });
    const now = await frame();
    longestFrameMs = Math.max(longestFrameMs, now - before);
    before = now;
  }
  return { scrollMs: before - began, longestFrameMs };
}

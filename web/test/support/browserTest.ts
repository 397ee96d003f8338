import { type BrowserContextOptions, expect, type Page, test as base } from '@playwright/test';
import type { ScriptedModel } from '../../../test/support/scriptedModel.ts';
import { type TestTemporal, testTemporal } from '../../../test/support/testTemporal.ts';
import { type CommandLine, commandLine } from './commandLine.ts';
import { openProduct, type Product } from './product.ts';
import { NOBODY, openWebWorld, signInAsOwner, type StorageState, type WebWorld } from './webWorld.ts';

export { expect };

interface SharedByFiles {
  /**
   * The environment of the web process besides its servers' addresses. A file that sets it, if only to `{}`, gets a
   * database and a web process of its own; all others share theirs with earlier files in this worker, so they must
   * count only what they have created themselves.
   */
  environment: Record<string, string>;
  temporal: TestTemporal;
  /** A web process on a database with the example teams; an owner is created when somebody signs in. */
  world: WebWorld;
  /** Cookies of the world's owner. */
  ownerState: StorageState;
  /** The worker and the scripted model behind the web process. */
  product: Product;
  /** The command line as a person runs it, with a token of its own. */
  cli: CommandLine;
}

interface OfOneTest {
  /** The scripted model of a running product. After the test, everything scripted must have been requested. */
  model: ScriptedModel;
  /** A page of the signed-in owner in a browser of its own, for tests that need several pages, or options. */
  openPage: (options?: BrowserContextOptions) => Promise<Page>;
  /** A page of a visitor who is not signed in. */
  visitor: Page;
}

/**
 * The `test` function of browser tests: `page` is signed in as the owner, and its addresses are relative to the
 * world's web process. Tests of one file run one after the other, in order.
 */
export const test = base.extend<OfOneTest, SharedByFiles>({
  environment: [{ DEMO_BANNER: 'Demo: a scripted model answers.' }, { scope: 'worker', option: true }],
  temporal: [async ({}, provide) => provide(testTemporal()), { scope: 'worker' }],
  world: [
    async ({ environment, temporal }, provide) => {
      const world = await openWebWorld({ ...temporal, LOG_LEVEL: 'info', ...environment });
      await provide(world);
      await world.close();
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  ownerState: [
    async ({ world }, provide) => provide(await signInAsOwner(world)),
    { scope: 'worker', timeout: 300_000 },
  ],
  product: [
    async ({ world, temporal }, provide) => {
      const product = await openProduct(world.database, temporal, { APP_URL: world.url });
      await provide(product);
      await product.close();
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  cli: [async ({ world }, provide) => provide(await commandLine(world)), { scope: 'worker' }],

  baseURL: async ({ world }, provide) => provide(world.url),
  storageState: async ({ ownerState }, provide) => provide(ownerState),
  model: async ({ product }, provide) => {
    await provide(product.model);
    product.model.verify();
  },
  openPage: async ({ browser }, provide) => {
    const opened: Page[] = [];
    await provide(async (options = {}) => {
      const page = await (await browser.newContext(options)).newPage();
      opened.push(page);
      return page;
    });
    for (const page of opened) await page.context().close();
  },
  visitor: async ({ browser }, provide) => {
    const context = await browser.newContext({ storageState: NOBODY });
    await provide(await context.newPage());
    await context.close();
  },
});

/** Starts a conversation as a person does, and stays on its page. Returns its id. */
export async function startInBrowser(
  page: Page,
  team: string,
  task: string,
  { standing = false } = {},
): Promise<string> {
  await page.goto('/conversations/new');
  await page.getByRole('radio', { name: team }).check();
  await page.getByLabel('Task').fill(task);
  if (standing) await page.getByLabel('Keep it standing').check();
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await page.waitForURL(/\/conversations\/[0-9a-f-]{36}$/);
  return page.url().split('/').at(-1) ?? '';
}

import { chromium, type Browser, type BrowserContext, type BrowserContextOptions } from 'playwright-core';
import { createOwnerLink } from '../../../ops/ownerLink.ts';
import { findChromium } from './findChromium.ts';
import { createDatabase, type Database } from '../../../platform/database.ts';
import { seed } from '../../../prisma/seed.ts';
import { openTestDatabase } from '../../../test/support/testDatabase.ts';
import { startWebServer, type WebServer } from './webServer.ts';

export const OWNER = { name: 'Ada Lovelace', email: 'ada@example.test', password: 'a password of the tests' };

/** A database with the example teams, a web server on it, a browser before it, and no owner yet. */
export interface BrowserWorld extends WebServer {
  database: Database;
  /** For a further process on the same database. */
  databaseUrl: string;
  browser: Browser;
  /** The one-time link, as the first start prints it. */
  ownerLink: () => Promise<string>;
  /** A browser of the owner, signed in; makes the owner where there is none. */
  signedIn: (options?: BrowserContextOptions) => Promise<BrowserContext>;
}

/** Opens the world of one test file; close it in `afterAll`. */
export async function openBrowserWorld(environment: Record<string, string> = {}): Promise<BrowserWorld> {
  const testDatabase = await openTestDatabase();
  const database = createDatabase(testDatabase.url, { poolSize: 2 });
  await seed(database);
  const server = await startWebServer({
    DATABASE_URL: testDatabase.url,
    TEMPORAL_ADDRESS: process.env['TEST_TEMPORAL_ADDRESS'] ?? '127.0.0.1:9',
    ...environment,
  });
  const browser = await chromium.launch({
    executablePath: findChromium() ?? '',
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  });
  const ownerLink = async () => {
    const link = await createOwnerLink(database, server.url, new Date());
    if (link === undefined) throw new Error('There is an owner already.');
    return link;
  };
  let storageState: Awaited<ReturnType<BrowserContext['storageState']>> | undefined;
  return {
    ...server,
    database,
    databaseUrl: testDatabase.url,
    browser,
    ownerLink,
    signedIn: async (options = {}) => {
      storageState ??= await signInAsOwner(browser, server.url, await ownerLink());
      return browser.newContext({ ...options, storageState });
    },
    close: async () => {
      await browser.close();
      await server.close();
      await database.$disconnect();
      await testDatabase.close();
    },
  };
}

async function signInAsOwner(browser: Browser, url: string, link: string) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(link);
  await page.getByLabel('Name').fill(OWNER.name);
  await page.getByLabel('Email').fill(OWNER.email);
  await page.getByLabel('Password').fill(OWNER.password);
  await page.getByRole('button', { name: 'Create the owner’s account' }).click();
  await page.waitForURL(`${url}/conversations`);
  const state = await context.storageState();
  await context.close();
  return state;
}
